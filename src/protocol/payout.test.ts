import fc from 'fast-check'
import { privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { sha256 } from './digest.ts'
import {
  claimProof,
  lineProof,
  type PayoutLine,
  payForSlicesUnits,
  payoutLineNode,
  payoutTree,
  workerPayoutNode,
} from './payout.ts'
import { zeroBytes32 } from './primitives.ts'
import { sumVerify } from './sumTree.ts'

const job = sha256('job')
const people = Array.from({ length: 5 }, (_, i) => privateKeyToAccount(sha256(`person ${i}`)).address)
const arbitraryLines = fc
  .uniqueArray(
    fc.record({ slot: fc.nat(300), who: fc.nat(4), pay: fc.bigInt(0n, 10n ** 9n), reward: fc.bigInt(0n, 50n) }),
    {
      selector: (line) => line.slot,
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((rows) =>
    rows.map(
      (row): PayoutLine => ({
        slot: row.slot,
        lease: sha256(`lease ${row.slot}`),
        worker: people[row.who]!,
        payUnits: row.pay,
        rewardUnits: row.reward,
        reason: 'full',
      }),
    ),
  )

test('two lines for one slot are refused', () => {
  const line: PayoutLine = {
    slot: 1,
    lease: sha256('l'),
    worker: people[0]!,
    payUnits: 1n,
    rewardUnits: 0n,
    reason: 'full',
  }
  expect(() => payoutTree(job, [line, line])).toThrow(/two payout lines/)
})

test('a worker who claims one unit more than its lines sum to is refused', () => {
  fc.assert(
    fc.property(arbitraryLines, (lines) => {
      const tree = payoutTree(job, lines)
      const claim = claimProof(tree, lines[0]!.worker)!
      const greedy = workerPayoutNode(job, { ...claim.payout, totalUnits: claim.payout.totalUnits + 1n })
      const root = { hash: tree.root, sumUnits: tree.totalUnits }
      expect(sumVerify(root, tree.depth, greedy, claim.index, claim.proof)).toBe(false)
    }),
  )
})

test('a requester cannot settle for less than the sum of the lines it shows', () => {
  fc.assert(
    fc.property(arbitraryLines, (lines) => {
      const tree = payoutTree(job, lines)
      const claim = claimProof(tree, lines[0]!.worker)!
      const stingy = { hash: tree.root, sumUnits: tree.totalUnits - 1n }
      expect(sumVerify(stingy, tree.depth, workerPayoutNode(job, claim.payout), claim.index, claim.proof)).toBe(false)
    }),
  )
})

test('claims and lines of all workers are shown by their proofs and sum to the total, whatever the order of lines', () => {
  fc.assert(
    fc.property(arbitraryLines, (lines) => {
      const tree = payoutTree(job, lines)
      expect(payoutTree(job, lines.toReversed()).root).toBe(tree.root)
      expect(tree.totalUnits).toBe(lines.reduce((sum, line) => sum + line.payUnits + line.rewardUnits, 0n))
      let claimed = 0n
      for (const payout of tree.workers) {
        const claim = claimProof(tree, payout.worker)!
        const root = { hash: tree.root, sumUnits: tree.totalUnits }
        expect(sumVerify(root, tree.depth, workerPayoutNode(job, claim.payout), claim.index, claim.proof)).toBe(true)
        claimed += claim.payout.totalUnits
      }
      expect(claimed).toBe(tree.totalUnits)
      for (const line of lines) {
        const shown = lineProof(tree, line.slot)!
        const linesRoot = { hash: shown.payout.linesRoot, sumUnits: shown.payout.totalUnits }
        const node = payoutLineNode(job, shown.line)
        expect(sumVerify(linesRoot, shown.payout.linesDepth, node, shown.lineIndex, shown.lineProof)).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
})

test('a job without leases settles to nothing', () => {
  expect(payoutTree(job, [])).toMatchObject({ root: zeroBytes32, depth: 0, totalUnits: 0n })
})

test('pay is price times done over K, rounded down, and never more than the price', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 20n), fc.integer({ min: 1, max: 1024 }), fc.nat(1024), (price, slices, d) => {
      const done = Math.min(d, slices)
      const pay = payForSlicesUnits(price, done, slices)
      expect(pay * BigInt(slices) <= price * BigInt(done)).toBe(true)
      expect((pay + 1n) * BigInt(slices) > price * BigInt(done)).toBe(true)
    }),
  )
})
