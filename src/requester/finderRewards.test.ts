import { expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { zeroBytes32 } from '../protocol/primitives.ts'
import { finderRewards } from './finderRewards.ts'
import type { SignedLease } from './jobLedger.ts'

function lease(name: string, slices: number, state: SignedLease['state'] = 'accepted'): SignedLease {
  return {
    lease: sha256(name),
    message: {
      job: zeroBytes32,
      slot: 0,
      worker: `0x${'11'.repeat(20)}`,
      specDigest: zeroBytes32,
      slices,
      price: 1n,
      expires: 1,
    },
    shard: 0,
    determinismClass: null,
    state,
    root: null,
    rootSignature: null,
    receipt: null,
    secondRoot: null,
    slices: Array.from({ length: slices }, (_, k) => ({
      k,
      salt: zeroBytes32,
      corpusDigest: zeroBytes32,
      cpuMs: 0,
      result: { v: 1, outcome: { kind: 'completed' }, executions: k, targets: [] },
    })),
    audited: new Set(),
    refusal: null,
    resultsKey: null,
    audit: null,
  }
}

test('a refused lease gets nothing, and a reserve that is too small pays no further finding', () => {
  const leases = [lease('good', 2), lease('bad', 2, 'refused')]
  expect(finderRewards([() => true], leases, { rewardUnits: 10n, reserveUnits: 9n }).size).toBe(0)
  const rewards = finderRewards([() => true, () => true], leases, { rewardUnits: 10n, reserveUnits: 19n })
  expect([...rewards]).toEqual([[sha256('good'), 10n]])
})

test('one finding’s reward is split equally among the slices that contain it, and what does not divide is kept', () => {
  const leases = [lease('two', 2), lease('one', 1)]
  expect([...finderRewards([() => true], leases, { rewardUnits: 10n, reserveUnits: 10n })]).toEqual([
    [sha256('two'), 6n],
    [sha256('one'), 3n],
  ])
  expect([...finderRewards([(slice) => slice.k === 1], leases, { rewardUnits: 10n, reserveUnits: 10n })]).toEqual([
    [sha256('two'), 10n],
  ])
})
