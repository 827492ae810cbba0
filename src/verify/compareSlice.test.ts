import { expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { zeroBytes32 } from '../protocol/primitives.ts'
import type { SliceResult } from '../protocol/sliceResult.ts'
import { compareSlice, describeDifference, type SliceClaim } from './compareSlice.ts'

const base: SliceResult = {
  v: 1,
  outcome: { kind: 'completed' },
  executions: 7,
  targets: [{ target: 'T', status: 'passed', executions: 7, evidence: sha256('trace'), finding: null }],
}
const claim = (result: SliceResult, corpusDigest = zeroBytes32): SliceClaim => ({ result, corpusDigest })
const failing: SliceResult = { ...base, targets: [{ ...base.targets[0]!, status: 'failed' }] }

test('another verdict, evidence, count or corpus is a mismatch', () => {
  const others: SliceClaim[] = [
    claim(failing),
    claim({ ...base, executions: 8 }),
    claim({ ...base, targets: [{ ...base.targets[0]!, evidence: sha256('invented') }] }),
    claim(base, sha256('corpus')),
  ]
  for (const other of others) expect(compareSlice(other, claim(base))).toBe('mismatch')
})

test.each(['wall', 'cpu', 'memory'] as const)(
  'a %s limit that only one side met proves nothing, and matches nothing',
  (limit) => {
    const slow = claim({ ...base, outcome: { kind: 'limit', limit }, executions: 0, targets: [] })
    expect(compareSlice(slow, claim(base))).toBe('incomparable')
    expect(compareSlice(claim(base), slow)).toBe('incomparable')
    expect(compareSlice(slow, slow)).toBe('match')
  },
)

test('the same result matches', () => {
  expect(compareSlice(claim(base), claim(structuredClone(base)))).toBe('match')
})

test('a dropped finding is named as one', () => {
  expect(describeDifference(claim(base), claim(failing))).toBe('1 finding(s) missing')
  expect(describeDifference(claim({ ...base, executions: 9 }), claim(base))).toBe('9 executions, re-run 7')
})
