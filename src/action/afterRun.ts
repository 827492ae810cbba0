import type { CarriedSource } from './carriedSource.ts'
import { otherPlace } from './carriedSource.ts'
import type { Mode } from './chooseMode.ts'
import { PlanMissing } from './errors.ts'
import { openPull, planOf } from './otherRun.ts'
import { postOtherReport } from './postOtherReport.ts'
import type { Surfaces } from './postSurfaces.ts'

/**
 * What a trusted workflow does after a pull request's own one: bursts the plan that it left, or posts its report. The pull
 * request is GitHub's word, by the run's commit; one that has moved on meanwhile gets nothing of the old commit.
 * @param burst bursts a plan; its exit code is the job's
 * @returns the exit code
 * @throws PlanMissing, PlanForeign, ArtifactRefused, and what GitHub answers
 */
export async function afterRun(
  mode: Extract<Mode, { kind: 'after' }>,
  world: Pick<Surfaces, 'github' | 'context' | 'say'>,
  workingDirectory: string,
  burst: (source: CarriedSource) => Promise<number>,
): Promise<number> {
  const { run, headSha, does } = mode
  const pull = await openPull(world, headSha)
  if (pull === undefined) {
    world.say(
      `no open pull request has ${headSha.slice(0, 12)} as its head: what run ${run} left is out of date and is not posted`,
    )
    return 0
  }
  if (does !== 'report') {
    const plan = await planOf(world, mode, pull)
    if (plan !== undefined) return burst({ plan, pull, run })
    if (does === 'burst') throw new PlanMissing(`run ${run} left none`)
  }
  await postOtherReport(mode, pull, otherPlace(workingDirectory), world)
  return 0
}
