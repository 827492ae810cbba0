import { expect, test } from 'vitest'
import { planCampaign } from '../campaign/planCampaign.ts'
import { planInput, timedTarget } from '../campaign/planInput.fixture.ts'
import { sha256 } from '../protocol/digest.ts'
import type { TargetResult } from '../protocol/sliceResult.ts'
import { assembleReport } from './assembleReport.ts'

const plan = planCampaign(planInput([timedTarget(1, 'fuzz', 100), timedTarget(2, 'fuzz', 100)]))
const [first, second] = plan.targets.map(({ id }) => id) as [string, string]

function report(statuses: (shard: number, k: number) => Readonly<Record<string, TargetResult['status']>>) {
  const slices = plan.shards.flatMap(({ index, slices }) =>
    Array.from({ length: slices }, (_, k) => ({
      ...{ shard: index, k, worker: null, cpuMs: 1_000 },
      result: {
        ...{ v: 1 as const, outcome: { kind: 'completed' as const }, executions: 2 },
        targets: Object.entries(statuses(index, k)).map(([target, status]) => ({
          ...{ target, status, executions: 1, evidence: sha256(target), finding: null },
        })),
      },
    })),
  )
  return assembleReport({
    ...{ version: '0', projectName: 'p', commit: null, userForgeVersion: null, mode: 'local', fallbackReason: null },
    ...{ plan, notes: [], slices, described: { findings: [], unconfirmed: [] }, leases: [], lines: [], audits: [] },
    ...{
      auditRate: 0.05,
      job: null,
      verifyCommand: null,
      money: null,
      startedAtMs: 0,
      finishedAtMs: 1_000,
      incomplete: [],
    },
    needlessShards: new Set(),
  })
}

test('a target that failed without an input in one slice is an engine error and the burst not green', () => {
  const { verdict, verdictReasons, targets } = report((shard, k) => ({
    [first]: shard === 0 && k === 0 ? 'failed' : 'passed',
    [second]: 'passed',
  }))
  expect(verdict).toBe('neutral')
  expect(targets.map(({ status }) => status)).toEqual(['engine-error', 'passed'])
  expect(verdictReasons).toEqual([expect.stringMatching(/^Failed without an input .*: test\/T1/)])
})

test('a target that was skipped in every slice is not run and the burst not green', () => {
  const { verdict, verdictReasons, targets } = report(() => ({ [first]: 'skipped', [second]: 'passed' }))
  expect(verdict).toBe('neutral')
  expect(targets.map(({ status }) => status)).toEqual(['not-run', 'passed'])
  expect(verdictReasons).toEqual([`Not run: ${first}`])
})

test('a target that was skipped in one slice of many is not green', () => {
  const { verdict, targets } = report((shard, k) => ({
    [first]: shard === 0 && k === 0 ? 'skipped' : 'passed',
    [second]: 'passed',
  }))
  expect(verdict).toBe('neutral')
  expect(targets.map(({ status }) => status)).toEqual(['not-run', 'passed'])
})

test('a burst in which every slice of every target passed is green', () => {
  const { verdict, targets } = report(() => ({ [first]: 'passed', [second]: 'passed' }))
  expect(verdict).toBe('passed')
  expect(targets.map(({ status }) => status)).toEqual(['passed', 'passed'])
})
