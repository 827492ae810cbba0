import { expect, test } from 'vitest'
import type { Replay, Target } from '../engines/engine.ts'
import { findingLedger, REPLAYS } from './findingLedger.ts'
import { findingWith, honestResult, TARGET } from './hostilePool.fixture.ts'

const target: Target = {
  ...{ id: TARGET, kind: 'fuzz', path: 'test/A.t.sol', contract: 'A', test: 'testFuzz_a(uint256)', line: 1 },
  inline: { runs: null, depth: null },
}

/** A ledger with one sighting, whose n-th replay fails when `fails(n)` says so. */
async function ledgerWith(fails: (n: number) => boolean, vouched = true) {
  let replays = 0
  const ledger = findingLedger(new Map([[TARGET, target]]), {
    vouch: async () => vouched,
    replay: async (): Promise<Replay> => ({ reproduced: fails(replays++), reason: '', trace: '', location: null }),
    onConfirmed: () => undefined,
  })
  await ledger.addAll([{ shard: 0, k: 0, worker: null, cpuMs: 1, result: honestResult('seed', findingWith('0xaa')) }])
  await ledger.shorten(() => vouched)
  await ledger.repeat(() => vouched)
  return { confirmed: ledger.candidates[0]!.confirmed, replays: () => replays }
}

test('a failure that no slice vouches for is never executed at all', async () => {
  const { confirmed, replays } = await ledgerWith(() => true, false)
  expect({ confirmed, replays: replays() }).toEqual({ confirmed: null, replays: 0 })
})

test('a failure that none of ten replays shows stays unconfirmed', async () => {
  const { confirmed, replays } = await ledgerWith(() => false)
  expect({ confirmed, replays: replays() }).toEqual({ confirmed: null, replays: REPLAYS })
})

test('a failure that shows in some of ten replays is flaky, also when the first did not show it', async () => {
  const first = await ledgerWith((n) => n < 3)
  expect(first.confirmed).toMatchObject({ replays: REPLAYS, reproduced: 3 })
  const later = await ledgerWith((n) => n === 7)
  expect(later.confirmed).toMatchObject({ replays: REPLAYS, reproduced: 1 })
})

test('a failure that shows in each of ten replays is a plain finding', async () => {
  const { confirmed, replays } = await ledgerWith(() => true)
  expect(confirmed).toMatchObject({ replays: REPLAYS, reproduced: REPLAYS })
  expect(replays()).toBe(REPLAYS)
})
