import { expect, test } from 'vitest'
import type { EscrowWriter } from '../../src/escrow/escrow.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import { type PayoutLine, payoutTree } from '../../src/protocol/payout.ts'
import { claimPayout, type ShownPayout, sumEarnings } from './earnings.ts'
import { spender, workerKey } from './offer.fixture.ts'

const job = sha256('job')
const line = (slot: number, change: Partial<PayoutLine> = {}): PayoutLine => ({
  slot,
  lease: sha256(`lease ${slot}`),
  worker: workerKey.address,
  payUnits: 10n,
  rewardUnits: 0n,
  reason: 'full',
  ...change,
})

function shown(lines: readonly PayoutLine[]): ShownPayout {
  const tree = payoutTree(job, lines)
  const message = {
    job,
    payoutRoot: tree.root,
    payoutDepth: tree.depth,
    total: tree.totalUnits,
    auditSecret: sha256('s'),
  }
  return { job, message, lines: [...lines] }
}

function escrow(payout: ShownPayout, claimableAt: number | null, now: number): EscrowWriter & { claims: number } {
  const chain = {
    claims: 0,
    job: async () => ({ payoutRoot: payout.message.payoutRoot, claimableAt }),
    now: async () => now,
    claim: async () => (chain.claims++ === 0 ? { transaction: job, gasUsed: 1n } : 'already-done'),
  }
  return chain as unknown as EscrowWriter & { claims: number }
}

test('lines of others earn nothing, and unpaid ones are counted with their reason', () => {
  const lines = [
    line(0, { rewardUnits: 5n }),
    line(1, { payUnits: 4n, reason: 'partial' }),
    line(2, { payUnits: 0n, reason: 'auditMismatch' }),
    line(3, { worker: spender.address }),
  ]
  expect(sumEarnings([shown(lines)], workerKey.address)).toEqual({
    earnedUnits: 19n,
    paidLeases: 2,
    rejected: [{ job, slot: 2, reason: 'auditMismatch' }],
  })
})

test('nothing is claimed before the settlement, before the window ends, or with lines that were not settled', async () => {
  const payout = shown([line(0), line(1, { worker: spender.address })])
  expect(await claimPayout(payout, workerKey.address, escrow(payout, null, 5))).toBe('not-yet')
  expect(await claimPayout(payout, workerKey.address, escrow(payout, 10, 9))).toBe('not-yet')
  expect(await claimPayout(shown([line(0)]), workerKey.address, escrow(payout, 10, 11))).toBe('altered')
  expect(
    await claimPayout(shown([line(0, { payUnits: 0n, reason: 'noRoot' })]), workerKey.address, escrow(payout, 1, 2)),
  ).toBe('nothing')
})

test('a payout is claimed once', async () => {
  const payout = shown([line(0), line(1, { worker: spender.address })])
  const chain = escrow(payout, 10, 10)
  expect(await claimPayout(payout, workerKey.address, chain)).toBe('claimed')
  expect(await claimPayout(payout, workerKey.address, chain)).toBe('already-done')
})
