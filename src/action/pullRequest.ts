import { join, posix } from 'node:path'
import type { ChangedFile } from '../engines/engine.ts'
import type { Report } from '../report/report.ts'
import type { BurstDeps } from '../requester/burstDeps.ts'
import type { BurstOptions } from '../requester/options.ts'
import { replayOnBase } from '../requester/replayOnBase.ts'
import { checkOutBase } from './checkOutBase.ts'
import { type Comparison, compareWithBase } from './compareWithBase.ts'
import type { GithubContext, PullContext } from './githubContext.ts'
import type { Place } from './place.ts'
import { gitIn } from './runGit.ts'

type Env = Readonly<Record<string, string | undefined>>

/** What a pull request changes, or why that cannot be told. */
export type PullComparison = Comparison | { readonly unknown: string }

/** Compares the checkout with what the pull request would be merged into. */
export function comparisonOf(
  context: GithubContext,
  pull: PullContext,
  token: string | null,
  env: Env,
): Promise<PullComparison> {
  const git = gitIn(env.GITHUB_WORKSPACE ?? '', env.PATH)
  return compareWithBase(git, pull, fetchVariables(context.serverUrl, token))
}

/** Lets git fetch from GitHub with the job's token: by variables, so that it is in no file and no argument list. */
function fetchVariables(serverUrl: string, token: string | null): Record<string, string> {
  if (token === null) return {}
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64')
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${serverUrl}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${credentials}`,
  }
}

/** The changed files as the project sees them. */
export function changesOf(
  comparison: PullComparison,
  projectPath: string,
): readonly ChangedFile[] | { readonly unknown: string } {
  if ('unknown' in comparison) return comparison
  return comparison.files.map(({ path, kind }) => ({ kind, path: posix.relative(projectPath, path) }))
}

/** The report with each finding's origin: executed on the base commit as well. */
export async function withBase(
  report: Report,
  comparison: PullComparison,
  world: { readonly place: Place; readonly env: Env; readonly options: BurstOptions; readonly deps: BurstDeps },
): Promise<Report> {
  const { place, env, options, deps } = world
  if (report.findings.length === 0) return report
  const git = gitIn(env.GITHUB_WORKSPACE ?? '', env.PATH)
  const base =
    'unknown' in comparison
      ? { unavailable: `Whether it is new is not known, because ${comparison.unknown}.` }
      : await checkOutBase(git, comparison, place, env.GITHUB_WORKSPACE ?? '', join(deps.trustedDir, 'base'))
  return replayOnBase(report, base, options, deps)
}
