import { expect, test } from 'vitest'
import { TIMELINE_POINTS } from '../report/report.ts'
import type { BurstDeps } from './burstDeps.ts'
import { recordTimeline } from './recordTimeline.ts'

const progressAt = (executions: number, findings = 0) => ({
  phase: 'fuzzing',
  targets: 1,
  shardsDone: 0,
  shards: 1,
  findings,
  workers: 0,
  spendUnits: 0n,
  symbol: null,
  decimals: 0,
  etaSeconds: null,
  executions,
})

/** Only clock and progress are used. */
function world(): { deps: BurstDeps; pass: (seconds: number) => void; shown: number[] } {
  let nowMs = 5_000_000
  const shown: number[] = []
  const deps = {
    clock: { now: () => nowMs, every: () => () => {} },
    progress: ({ executions }: { executions: number }) => shown.push(executions),
  } as unknown as BurstDeps
  const pass = (seconds: number): void => {
    nowMs += seconds * 1_000
  }
  return { deps, pass, shown }
}

test('progress is shown as before and remembered by seconds since the start', () => {
  const { deps, pass, shown } = world()
  const timeline = recordTimeline(deps)
  pass(2)
  timeline.deps.progress(progressAt(10))
  timeline.deps.progress(progressAt(20, 1))
  pass(3)
  timeline.deps.progress(progressAt(15, 1))
  expect(shown).toEqual([10, 20, 15])
  expect(timeline.points()).toEqual([
    { second: 0, executions: 0, findings: 0 },
    { second: 2, executions: 20, findings: 1 },
    { second: 5, executions: 20, findings: 1 },
  ])
})

test('a night of progress fits, with its beginning and its end', () => {
  const { deps, pass } = world()
  const timeline = recordTimeline(deps)
  for (let i = 1; i <= 40_000; i++) {
    pass(1)
    timeline.deps.progress(progressAt(i))
  }
  const points = timeline.points()
  expect(points.length).toBeLessThanOrEqual(TIMELINE_POINTS)
  expect(points[0]).toEqual({ second: 0, executions: 0, findings: 0 })
  expect(points.at(-1)).toEqual({ second: 40_000, executions: 40_000, findings: 0 })
})
