import { pino } from 'pino'
import { expect, test } from 'vitest'
import { RpcUnreachable } from '../../src/escrow/errors.ts'
import type { EscrowWriter } from '../../src/escrow/escrow.ts'
import { settlementHash } from '../../src/escrow/settlementHash.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import type { PayoutLine } from '../../src/protocol/payout.ts'
import type { Bytes32 } from '../../src/protocol/primitives.ts'
import type { ShownPayout } from './earnings.ts'
import { CHECKS_PER_ROUND, createPayoutFollower } from './followPayouts.ts'
import { manualClock } from './manualClock.fixture.ts'
import { workerKey } from './offer.fixture.ts'
import { followRounds, memoryStore, showingLink, shownPayout } from './payouts.fixture.ts'

const line = (slot: number, payUnits: bigint): PayoutLine => ({
  slot,
  lease: sha256(`lease ${slot}`),
  worker: workerKey.address,
  payUnits,
  rewardUnits: 0n,
  reason: 'full',
})
const jobA = sha256('a')
const jobB = sha256('b')

function follow(relays: readonly (readonly ShownPayout[])[], escrow?: EscrowWriter) {
  const clock = manualClock(1_000)
  const said: Record<string, unknown>[] = []
  const log = pino({ level: 'warn' }, { write: (text: string) => said.push(JSON.parse(text)) })
  const links = relays.map((payouts, n) => showingLink(`http://relay${n}.test`, () => payouts))
  const follower = createPayoutFollower({ links, worker: workerKey.address, escrow, store: memoryStore(), clock, log })
  return { follower, said, ...followRounds(follower, clock) }
}

test('a payout with two lines for one slot is reported and hides no other one', async () => {
  const impossible = shownPayout(jobA, [line(0, 5n), line(0, 5n)])
  const { follower, said, round, stop } = follow([[impossible, shownPayout(jobB, [line(0, 7n)])]])
  await round()
  expect(follower.earnings.earnedUnits).toBe(7n)
  expect(said).toMatchObject([{ relay: 'http://relay0.test', payouts: 1, first: expect.stringContaining(jobA) }])
  await stop()
})

test('without an escrow the figures are called the relays’, and a job that two relays show counts once', async () => {
  const payout = shownPayout(jobA, [line(0, 7n)])
  const { follower, round, stop } = follow([[payout], [payout, shownPayout(jobB, [line(0, 1n)])]])
  await round()
  expect(follower.earnings).toEqual({ basis: 'relays', earnedUnits: 8n, paidLeases: 2, rejected: [] })
  await stop()
})

test('a relay that shows thousands of invented jobs is looked up in turns, and the true one among them gets its turn', async () => {
  const settled = shownPayout(jobB, [line(0, 7n)])
  const invented = Array.from({ length: 2 * CHECKS_PER_ROUND }, (_, n) =>
    shownPayout(sha256(`invented ${n}`), [line(0, 1_000n)]),
  )
  const asked: Bytes32[] = []
  const escrow = {
    job: async (job: Bytes32) => {
      asked.push(job)
      if (job !== jobB) return undefined
      const token = '0x0000000000000000000000000000000000000070'
      const { payoutRoot: root, payoutDepth: depth, total: totalUnits } = settled.message
      const hash = settlementHash(token, { root, depth, totalUnits })
      return { state: 'settled', token, settlementHash: hash, claimableAt: 5, defaultFrom: null }
    },
    now: async () => 1,
  } as unknown as EscrowWriter
  const { follower, round, stop } = follow([[...invented, settled]], escrow)
  const earned: bigint[] = []
  for (let n = 0; n < 3; n++) {
    await round()
    earned.push(follower.earnings.earnedUnits)
  }
  await stop()
  expect(earned).toEqual([0n, 0n, 7n])
  expect(asked).toHaveLength(3 * CHECKS_PER_ROUND)
})

test('a chain that does not answer ends the round, and the next round asks again', async () => {
  let asked = 0
  const escrow = {
    job: async () => {
      asked += 1
      throw new RpcUnreachable('http://rpc.test', 'down')
    },
  } as unknown as EscrowWriter
  const { follower, said, round, stop } = follow(
    [[shownPayout(jobA, [line(0, 7n)]), shownPayout(jobB, [line(0, 7n)])]],
    escrow,
  )
  await round()
  expect([asked, said.length]).toEqual([1, 1])
  await round()
  expect([asked, follower.earnings.earnedUnits]).toEqual([2, 0n])
  await stop()
})
