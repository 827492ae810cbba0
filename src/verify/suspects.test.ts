import { expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import type { SliceResult } from '../protocol/sliceResult.ts'
import { suspectLeases } from './suspects.ts'

function slice(status: 'passed' | 'failed'): SliceResult {
  return {
    v: 1,
    outcome: { kind: 'completed' },
    executions: 1,
    targets: [{ target: 'T', status, executions: 1, evidence: sha256(status), finding: null }],
  }
}
const shard = (lease: string, failed: number, of: number) => ({
  lease,
  slices: Array.from({ length: of }, (_, k) => slice(k < failed ? 'failed' : 'passed')),
})

test('a shard that saw nothing of what nearly all others saw is a suspect', () => {
  expect(suspectLeases([shard('a', 9, 10), shard('b', 10, 10), shard('quiet', 0, 10)])).toEqual([
    { lease: 'quiet', target: 'T' },
  ])
})

test('a failure that is rare anyway makes nobody a suspect', () => {
  expect(suspectLeases([shard('a', 1, 10), shard('b', 0, 10), shard('c', 0, 10)])).toEqual([])
})

test('a shard alone has nothing to be compared with', () => {
  expect(suspectLeases([shard('a', 0, 10)])).toEqual([])
})
