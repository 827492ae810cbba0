import { copyFile, link, mkdir, readdir, readlink, symlink } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Makes `to` a copy of the directory `from` without copying bytes where hard links work. Links stay links; what is neither
 * file, directory nor link is left out. Replace a file of the copy by removing it first: it shares its bytes with the original.
 * @param leaveOut paths relative to `from`, with `/`, that the copy shall not have.
 */
export async function linkTree(from: string, to: string, leaveOut: ReadonlySet<string>): Promise<void> {
  await linkDirectory(from, to, '', leaveOut)
}

async function linkDirectory(from: string, to: string, below: string, leaveOut: ReadonlySet<string>): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o755 })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (leaveOut.has(path)) continue
    const [source, copy] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await linkDirectory(source, copy, path, leaveOut)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), copy)
    else if (entry.isFile()) await linkFile(source, copy)
  }
}

async function linkFile(source: string, copy: string): Promise<void> {
  try {
    await link(source, copy)
  } catch (error) {
    // Another file system, a file of another user under protected_hardlinks, or too many links.
    const { code } = error as { code?: unknown }
    if (code !== 'EXDEV' && code !== 'EPERM' && code !== 'EMLINK') throw error
    await copyFile(source, copy)
  }
}
