import { z } from 'zod'
import type { Replay, Target } from '../engines/engine.ts'
import { type Finding, zFinding, zHostileText } from '../protocol/finding.ts'
import { type Report, zFindingId } from '../report/report.ts'
import { targetsOf } from './burstBoard.ts'
import type { BurstDeps } from './burstDeps.ts'
import type { LocalQueue } from './localQueue.ts'
import type { PreparedBurst } from './prepareBurst.ts'
import { replayInvocation } from './replayInvocation.ts'
import { benchFor } from './workbench.ts'

/** A failing case of an earlier run: its input is executed again before anything is fuzzed. */
export const zEarlierCase = z.strictObject({ id: zFindingId, title: zHostileText, finding: zFinding })
export type EarlierCase = z.output<typeof zEarlierCase>

/** What became of earlier cases. */
export interface ReplayedEarlier {
  readonly failing: readonly { readonly target: Target; readonly finding: Finding; readonly replay: Replay }[]
  /** As the report says it. */
  readonly said: NonNullable<Report['earlier']>
}

/** Most cases that are executed again: they must not eat the burst. */
export const EARLIER_CASES_LIMIT = 100

/**
 * Executes failing cases of earlier runs again, so that what is known to fail is known before anything is fuzzed. Cases of targets that this burst does not run are left out.
 * @returns null when there was nothing to execute
 */
export async function replayEarlier(
  cases: readonly EarlierCase[],
  prepared: PreparedBurst,
  queue: LocalQueue,
  deps: BurstDeps,
): Promise<ReplayedEarlier | null> {
  const known = targetsOf(prepared)
  const due = cases
    .map((one) => ({ ...one, target: known.get(one.finding.target) }))
    .filter((one): one is EarlierCase & { target: Target } => one.target !== undefined)
    .slice(0, EARLIER_CASES_LIMIT)
  if (due.length === 0) return null
  deps.say(`executing ${due.length} failing case(s) of earlier runs again`)
  const passed: ReplayedEarlier['said']['passed'] = []
  const failing: ReplayedEarlier['failing'][number][] = []
  let replayed = 0
  await Promise.all(
    due.map(({ id, title, finding, target }) =>
      queue.run('replay', async () => {
        if (deps.signal?.aborted) return
        const replay = await execute(target, finding, prepared, deps)
        replayed++
        if (replay.reproduced) failing.push({ target, finding, replay })
        else passed.push({ id, title })
      }),
    ),
  )
  return { failing, said: { replayed, passed: passed.sort((a, b) => (a.id < b.id ? -1 : 1)) } }
}

function execute(target: Target, finding: Finding, prepared: PreparedBurst, deps: BurstDeps): Promise<Replay> {
  const invocation = replayInvocation(deps.engine, target, prepared.project)
  return deps.engine.replay({ ...benchFor(prepared.bench, prepared.plan, invocation), invocation, target, finding })
}
