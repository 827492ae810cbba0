import type { BurstSeries } from '../protocol/series.ts'
import type { BurstOptions } from '../requester/options.ts'
import { seriesDigest } from '../requester/pullBoard.ts'
import type { GithubContext } from './githubContext.ts'

/**
 * Where this job's burst stands among those for its pull request; null when it is for none. Bursts of the same workflow, job,
 * project and choice of targets are a series, in which a newer run takes an older one's place. Pure.
 */
export function pullSeries(
  context: Pick<GithubContext, 'serverUrl' | 'owner' | 'repo' | 'run' | 'attempt'>,
  pullNumber: number | null,
  job: {
    readonly env: Readonly<Record<string, string | undefined>>
    readonly projectPath: string
    readonly options: Pick<BurstOptions, 'profile' | 'match'>
  },
): BurstSeries | null {
  if (pullNumber === null) return null
  const { env, projectPath, options } = job
  const pull = seriesDigest([context.serverUrl, `${context.owner}/${context.repo}`.toLowerCase(), pullNumber])
  const workflow = [env.GITHUB_WORKFLOW ?? '', env.GITHUB_JOB ?? '']
  const series = seriesDigest([pull, ...workflow, projectPath, options.profile, options.match ?? null])
  return { pull, series, run: context.run, attempt: context.attempt }
}
