import { expect, test } from 'vitest'
import type { BurstProgress } from '../report/progress.ts'
import { logProgress } from './logProgress.ts'

const start: BurstProgress = {
  phase: 'fuzzing',
  targets: 3,
  shardsDone: 0,
  shards: 100,
  findings: 0,
  workers: 2,
  spendUnits: 0n,
  symbol: null,
  decimals: 0,
  etaSeconds: null,
  executions: 0,
}

test('a long burst writes a line for each tenth, each finding and each phase, not for each event', () => {
  const lines: string[] = []
  const progress = logProgress((line) => lines.push(line))
  for (let shardsDone = 0; shardsDone <= 100; shardsDone++) progress({ ...start, shardsDone, executions: shardsDone })
  expect(lines).toHaveLength(11)
  progress({ ...start, shardsDone: 100, findings: 1 })
  progress({ ...start, shardsDone: 100, findings: 1, phase: 'settling' })
  expect(lines).toHaveLength(13)
})
