import { posix } from 'node:path'
import { visibleText } from './visibleText.ts'

/**
 * A file of the project as a path in its repository, or undefined when the path (untrusted) would lead out of it.
 *
 * @param projectPath where the project lies in the repository, empty for its root
 */
export function repositoryPath(projectPath: string, path: string): string | undefined {
  if (path === '' || path.includes('\\') || posix.isAbsolute(path) || visibleText(path) !== path) return undefined
  const joined = posix.join(projectPath === '' ? '.' : projectPath, path)
  return joined === '..' || joined.startsWith('../') || posix.isAbsolute(joined) ? undefined : joined
}
