import type { ChangedFile } from '../engines/engine.ts'
import { visibleText } from '../report/visibleText.ts'
import type { PullContext } from './githubContext.ts'
import { type Git, gitFailure } from './runGit.ts'

/** What a pull request changes, by the checkout itself. */
export interface Comparison {
  /** The commit that the checkout is compared with. */
  readonly base: string
  /** Paths from the repository's root. */
  readonly files: readonly ChangedFile[]
}

/** A file of the tree is a submodule: git's mode for it. */
const GITLINK = '160000'

/**
 * Compares the checkout with what it would be merged into. GitHub checks out the merge of both sides, whose first parent is
 * exactly that; of any other checkout it is the base branch as the event knows it. Only the base commit's own tree is
 * fetched. @returns the reason, in words, when git cannot tell
 * @param fetchEnv variables that let git fetch from GitHub
 */
export async function compareWithBase(
  git: Git,
  pull: PullContext,
  fetchEnv: Readonly<Record<string, string>>,
): Promise<Comparison | { readonly unknown: string }> {
  try {
    const base = (await mergedInto(git)) ?? pull.baseSha
    if (!(await has(git, base)))
      await git(['fetch', '--quiet', '--no-tags', '--depth=1', '--no-recurse-submodules', 'origin', base], fetchEnv)
    const raw = await git([
      'diff',
      '--raw',
      '-z',
      '--no-renames',
      '--no-ext-diff',
      '--ignore-submodules=none',
      base,
      'HEAD',
      '--',
    ])
    return { base, files: changedFiles(raw) }
  } catch (error) {
    return { unknown: `the base commit could not be compared with (${visibleText(gitFailure(error))})` }
  }
}

/** The first parent of a merge; undefined when HEAD is none. A shallow clone's commit still names its parents. */
async function mergedInto(git: Git): Promise<string | undefined> {
  const commit = await git(['cat-file', '-p', 'HEAD'])
  const header = commit.slice(0, commit.indexOf('\n\n'))
  const parents = [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, id]) => id)
  return parents.length === 2 ? parents[0] : undefined
}

async function has(git: Git, commit: string): Promise<boolean> {
  try {
    await git(['cat-file', '-e', `${commit}^{tree}`])
    return true
  } catch {
    return false
  }
}

/** Reads `git diff --raw -z`: `:100644 100644 hash hash M`, NUL, path, NUL. */
export function changedFiles(raw: string): ChangedFile[] {
  const parts = raw.split('\0')
  const files: ChangedFile[] = []
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [oldMode, newMode, , , status] = (parts[i] ?? '').replace(/^:/, '').split(' ')
    const path = parts[i + 1] ?? ''
    const kind = oldMode === GITLINK || newMode === GITLINK ? 'submodule' : status === 'D' ? 'deleted' : 'edited'
    files.push({ path, kind })
  }
  return files
}
