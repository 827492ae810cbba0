import { constants } from 'node:fs'
import { access, chmod, copyFile, mkdir, readdir, readlink, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { secretReason } from '../../bundle/secretPatterns.ts'

/** Folders that no program of a test needs: what was built, fetched from chains or broadcast. */
const LEFT_OUT: ReadonlySet<string> = new Set(['.git', '.fuzzburst', 'out', 'cache', 'broadcast'])

/** Most of a tree that is copied. Beyond it, programs find what was copied until then. */
const TREE_BYTES_LIMIT = 2 ** 30
const TREE_FILES_LIMIT = 200_000

/** What {@link addProjectTree} did. */
export interface CopiedTree {
  readonly files: number
  /** The limit was met: not everything is there. */
  readonly cut: boolean
}

/**
 * Adds what a laid out project lacks of its own tree, for programs that its tests start: scripts, data, installed packages.
 * Never what holds secrets by its name, and never over a file that is there.
 */
export async function addProjectTree(root: string, to: string): Promise<CopiedTree> {
  let [files, bytes, cut] = [0, 0, false]
  const walk = async (below: string): Promise<void> => {
    await mkdir(join(to, below), { recursive: true, mode: 0o755 })
    for (const entry of await readdir(join(root, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (cut || (below === '' && LEFT_OUT.has(entry.name)) || entry.name === '.git' || secretReason(path) !== null)
        continue
      const [source, copy] = [join(root, path), join(to, path)]
      if (entry.isDirectory()) await walk(path)
      else if (entry.isSymbolicLink()) await symlink(await readlink(source), copy).catch(ignoreExisting)
      else if (entry.isFile() && !(await exists(copy))) {
        const { size, mode } = await stat(source)
        if (files + 1 > TREE_FILES_LIMIT || bytes + size > TREE_BYTES_LIMIT) {
          cut = true
          continue
        }
        files++
        bytes += size
        await copyFile(source, copy, constants.COPYFILE_FICLONE)
        await chmod(copy, (mode & 0o111) === 0 ? 0o644 : 0o755)
      }
    }
  }
  await walk('')
  return { files, cut }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function ignoreExisting(error: unknown): void {
  if ((error as { code?: unknown }).code !== 'EEXIST') throw error
}
