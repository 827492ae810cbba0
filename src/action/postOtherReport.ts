import { SECOND_HAND } from '../report/surfaceContext.ts'
import { downloadReport } from './artifactReport.ts'
import type { PullContext } from './githubContext.ts'
import type { OtherRun } from './otherRun.ts'
import type { Place } from './place.ts'
import { postSurfaces, type Surfaces } from './postSurfaces.ts'

/**
 * Posts what a pull request's own, untrusted run left: its comment and its check, marked as that run's word. Which pull
 * request it is comes from GitHub by the run's commit, never from the artifact. Fails nobody's job.
 */
export async function postOtherReport(
  other: OtherRun,
  pull: PullContext,
  place: Pick<Place, 'projectPath'>,
  world: Pick<Surfaces, 'github' | 'context' | 'say'>,
): Promise<void> {
  const { github, context, say } = world
  const report = await downloadReport({ github, owner: context.owner, repo: context.repo }, other.run)
  if (report === undefined) {
    say(`run ${other.run} left no report`)
    return
  }
  await postSurfaces(report, {
    github,
    // Which run is newer is asked of the runs that fuzzed, not of those that post.
    context: { ...context, pull, run: other.run, attempt: 1 },
    projectPath: place.projectPath,
    isPrivate: false,
    say,
    caveat: SECOND_HAND,
  })
}
