import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * The git top level around a project: the nearest folder, at or above it, that has a `.git` of the project's own owner (a
 * folder, or the file of a worktree or submodule). Null without one. git itself is not asked: it would obey the settings of
 * whatever repository it finds, and somebody else's `.git` in a shared folder above must widen nothing.
 * @param root absolute, without links
 */
export async function repositoryTop(root: string): Promise<string | null> {
  const owner = (await stat(root)).uid
  for (let folder = root; ; folder = dirname(folder)) {
    if (await isTop(folder, owner)) return folder
    if (dirname(folder) === folder) return null
  }
}

async function isTop(folder: string, owner: number): Promise<boolean> {
  const path = join(folder, '.git')
  const found = await stat(path).catch(() => null)
  if (found === null || found.uid !== owner) return false
  if (found.isDirectory()) return (await stat(join(path, 'HEAD')).catch(() => null))?.isFile() ?? false
  return found.isFile() && found.size < 4_096 && (await readFile(path, 'utf8')).startsWith('gitdir: ')
}
