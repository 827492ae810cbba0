import { expect, test } from 'vitest'
import type { EscrowWriter } from '../../src/escrow/escrow.ts'
import { settlementHash } from '../../src/escrow/settlementHash.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import { type PayoutLine, payoutTree } from '../../src/protocol/payout.ts'
import { type ClaimOutcome, claimPayout, isProven, type ShownPayout, sumEarnings } from './earnings.ts'
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

function escrow(
  payout: ShownPayout,
  claimableAt: number | null,
  now: number,
  more: { defaultFrom?: number; contests?: number } = {},
): EscrowWriter & { claims: number } {
  const token = '0x0000000000000000000000000000000000000070'
  const { payoutRoot: root, payoutDepth: depth, total: totalUnits } = payout.message
  const hash = claimableAt === null ? null : settlementHash(token, { root, depth, totalUnits })
  const chain = {
    claims: 0,
    job: async () => ({ token, settlementHash: hash, claimableAt, defaultFrom: null, contests: 0, ...more }),
    now: async () => now,
    claim: async () => (chain.claims++ === 0 ? { transaction: job, gasUsed: 1n } : 'already-done'),
  }
  return chain as unknown as EscrowWriter & { claims: number }
}
const treeOf = ({ lines }: ShownPayout) => payoutTree(job, lines)

test('lines of others earn nothing, and unpaid ones are counted with their reason', () => {
  const lines = [
    line(0, { rewardUnits: 5n }),
    line(1, { payUnits: 4n, reason: 'partial' }),
    line(2, { payUnits: 0n, reason: 'auditMismatch' }),
    line(3, { worker: spender.address }),
  ]
  expect(sumEarnings([shown(lines)], workerKey.address, 'chain')).toEqual({
    basis: 'chain',
    earnedUnits: 19n,
    paidLeases: 2,
    rejected: [{ job, slot: 2, reason: 'auditMismatch' }],
  })
})

test('nothing is claimed before the settlement, before the window ends, during a contest, or with lines that were not settled', async () => {
  const payout = shown([line(0), line(1, { worker: spender.address })])
  const claim = (lines: ShownPayout, chain: EscrowWriter) => claimPayout(treeOf(lines), workerKey.address, chain)
  expect(await claim(payout, escrow(payout, null, 5))).toBe('unsettled')
  expect(await claim(payout, escrow(payout, 1, 5, { defaultFrom: 2 }))).toBe('void')
  expect(await claim(payout, escrow(payout, 10, 9))).toBe('too-early')
  expect(await claim(payout, escrow(payout, 10, 11, { contests: 1 }))).toBe('contested')
  expect(await claim(shown([line(0)]), escrow(payout, 10, 11))).toBe('altered')
  const unpaid = shown([line(0, { payUnits: 0n, reason: 'noRoot' })])
  expect(await claim(unpaid, escrow(payout, 1, 2))).toBe('altered')
  expect(await claim(unpaid, escrow(unpaid, 1, 2))).toBe('nothing')
})

test('a payout is claimed once', async () => {
  const payout = shown([line(0), line(1, { worker: spender.address })])
  const chain = escrow(payout, 10, 10)
  expect(await claimPayout(treeOf(payout), workerKey.address, chain)).toBe('claimed')
  expect(await claimPayout(treeOf(payout), workerKey.address, chain)).toBe('already-done')
})

test('lines count as proven once they are those of the settlement, and not before', () => {
  const outcomes: ClaimOutcome[] = [
    'claimed',
    'already-done',
    'nothing',
    'too-early',
    'contested',
    'unsettled',
    'void',
    'altered',
  ]
  expect(outcomes.filter(isProven)).toEqual(['claimed', 'already-done', 'nothing', 'too-early', 'contested'])
})
