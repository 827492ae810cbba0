import { execFile } from 'node:child_process'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BaseProject } from '../requester/replayOnBase.ts'
import type { Comparison } from './compareWithBase.ts'
import type { Place } from './place.ts'
import { type Git, gitFailure } from './runGit.ts'

/**
 * The base commit's files beside the checkout: a copy of the checkout in which what the pull request changes is changed
 * back. So it has what a job installed (packages, submodules) without installing it again; of a submodule that the pull
 * request moves it has the moved one, and says so.
 * @param into a folder that does not exist yet
 * @returns the reason, in words, when that cannot be done
 */
export async function checkOutBase(
  git: Git,
  comparison: Comparison,
  place: Place,
  top: string,
  into: string,
): Promise<BaseProject | { readonly unavailable: string }> {
  const { base, files } = comparison
  try {
    await copyTree(top, into)
    const env = { GIT_INDEX_FILE: `${into}.index` }
    await git(['read-tree', 'HEAD'], env)
    await git([`--work-tree=${into}`, 'read-tree', '--reset', '-u', '--no-recurse-submodules', base], env)
    const root = join(into, place.projectPath)
    await rm(join(root, '.fuzzburst'), { recursive: true, force: true })
    const moved = files.filter(({ kind }) => kind === 'submodule').map(({ path }) => path)
    const caveat = moved.length === 0 ? '' : `but with this change's ${moved.slice(0, 5).join(', ')}`
    return { commit: base, root, caveat }
  } catch (error) {
    return { unavailable: `The base commit could not be checked out (${gitFailure(error)}).` }
  }
}

/** A copy by hard links where the file system has them: neither git nor forge writes into a file that is there. */
async function copyTree(from: string, into: string): Promise<void> {
  await rm(into, { recursive: true, force: true })
  await mkdir(into, { recursive: true })
  const names = (await readdir(from)).filter((name) => name !== '.git')
  const sources = names.map((name) => join(from, name))
  if (sources.length === 0) return
  const run = promisify(execFile)
  try {
    await run('cp', ['-al', '--', ...sources, into])
  } catch {
    await rm(into, { recursive: true, force: true })
    await mkdir(into, { recursive: true })
    try {
      await run('cp', ['-a', '--', ...sources, into])
    } catch (error) {
      throw Object.assign(new Error('cp failed', { cause: error }), { failed: 'the checkout could not be copied' })
    }
  }
}
