import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { WorkingDirectoryWrong } from './errors.ts'

/** Where the project lies. */
export interface Place {
  /** Absolute path of the project's root. */
  readonly root: string
  /** The same relative to the repository's root, with `/`; empty for that root itself. */
  readonly projectPath: string
}

/**
 * The project's folder inside the checked-out repository, links resolved.
 * @throws WorkingDirectoryWrong when it is outside or no folder
 */
export async function findPlace(workspace: string, workingDirectory: string): Promise<Place> {
  const wrong = (): never => {
    throw new WorkingDirectoryWrong(workingDirectory)
  }
  const top = await realpath(workspace).catch(wrong)
  const root = await realpath(path.resolve(top, workingDirectory)).catch(wrong)
  const relative = path.relative(top, root)
  if (relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) wrong()
  if (!(await stat(root)).isDirectory()) wrong()
  return { root, projectPath: relative.split(path.sep).join('/') }
}
