import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A source file: its path relative to the repository's root with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** Reads every file under the folders whose name ends in one of the endings, ordered by path. Folders that do not exist are empty. */
export function readSources(root: string, folders: readonly string[], endings: readonly string[]): SourceFile[] {
  const found: SourceFile[] = []
  for (const folder of folders) {
    const top = path.join(root, folder)
    if (!existsSync(top)) continue
    for (const entry of readdirSync(top, { recursive: true, withFileTypes: true })) {
      const absolute = path.join(entry.parentPath, entry.name)
      const relative = path.relative(root, absolute).split(path.sep).join('/')
      if (!entry.isFile() || relative.includes('node_modules/')) continue
      if (endings.some((ending) => entry.name.endsWith(ending)))
        found.push({ path: relative, text: readFileSync(absolute, 'utf8') })
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}
