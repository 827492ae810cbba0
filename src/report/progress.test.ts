import { expect, test } from 'vitest'
import { type BurstProgress, renderProgress } from './progress.ts'

const running: BurstProgress = {
  phase: 'fuzzing',
  targets: 14,
  shardsDone: 5,
  shards: 20,
  findings: 1,
  workers: 8,
  spendUnits: 125_000n,
  symbol: 'tUSDC',
  decimals: 6,
  etaSeconds: 95,
  executions: 1_234_567,
}

test('a terminal gets a bar and a line of figures, cut to its width', () => {
  expect(renderProgress(running, { live: true, width: 200 })).toEqual([
    '[#####---------------] fuzzing',
    '  14 targets · 5/20 shards · 1.2M executions · 1 finding · 8 workers · 0.125 tUSDC · about 1m 35s left',
  ])
  for (const line of renderProgress(running, { live: true, width: 30 })) expect(line.length).toBeLessThanOrEqual(30)
})

test('a log gets one plain line', () => {
  expect(renderProgress(running, { live: false, width: 30 })).toEqual([
    'fuzzing, 14 targets, 5/20 shards, 1.2M executions, 1 finding, 8 workers, 0.125 tUSDC, about 1m 35s left',
  ])
})

test('before there are shards only the phase shows, and a burst that costs nothing shows no money', () => {
  const early = { ...running, phase: 'building', targets: 0, shards: 0, executions: 0, workers: 0, etaSeconds: null }
  expect(renderProgress(early, { live: true, width: 80 })).toEqual(['building'])
  expect(renderProgress({ ...running, symbol: null }, { live: false, width: 80 })[0]).not.toContain('0.125')
})
