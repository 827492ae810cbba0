import { chmod, chown, lstat, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sandboxRootOf } from './insidePath.ts'
import { UNPRIVILEGED_GID } from './unprivilegedIds.ts'

/** Passable for the group of sandboxed programs, closed to other users. */
const ROOT_MODE = 0o710

/**
 * A new, empty directory `/tmp/fbXXXXXX`. Its name has the same length on every machine (TMPDIR is not asked), because
 * path lengths can reach an engine's memory layout and so its results. Remove it with {@link removeSandboxRoot}.
 */
export async function createSandboxRoot(): Promise<string> {
  const root = await realpath(await mkdtemp('/tmp/fb'))
  if (process.getuid?.() === 0) {
    // Programs run under another id than ours then; the group lets them through, and only them.
    await chown(root, 0, UNPRIVILEGED_GID)
    await chmod(root, ROOT_MODE)
  }
  return sandboxRootOf(root)
}

/** Removes a sandbox root and all below it, also directories that a program made unreadable. Does not follow links. */
export async function removeSandboxRoot(root: string): Promise<void> {
  sandboxRootOf(root)
  try {
    await rm(root, { recursive: true, force: true })
  } catch {
    await openUp(root)
    await rm(root, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function openUp(directory: string): Promise<void> {
  if (!(await lstat(directory)).isDirectory()) return
  await chmod(directory, 0o700)
  for (const name of await readdir(directory)) await openUp(join(directory, name))
}
