import { type Address, isAddressEqual } from 'viem'
import type { z } from 'zod'
import type { EscrowWriter } from '../../src/escrow/escrow.ts'
import type { zPayoutsResponse } from '../../src/protocol/api.ts'
import { claimProof, type PayoutLine, payoutTree } from '../../src/protocol/payout.ts'
import type { Bytes32 } from '../../src/protocol/primitives.ts'

/** One settlement with a line of this worker, as a relay shows it. */
export type ShownPayout = z.output<typeof zPayoutsResponse>['payouts'][number]

/** What settlements gave this worker, in token units (of whatever tokens: relays of one worker usually share one). */
export interface Earnings {
  readonly earnedUnits: bigint
  readonly paidLeases: number
  /** Leases that earned nothing, by reason. */
  readonly rejected: readonly { readonly job: Bytes32; readonly slot: number; readonly reason: string }[]
}

/** Sums up the lines of one worker. */
export function sumEarnings(payouts: readonly ShownPayout[], worker: Address): Earnings {
  const own = payouts.flatMap(({ job, lines }) => ownLines(lines, worker).map((line) => ({ job, line })))
  const paid = ({ line }: { line: PayoutLine }) => line.reason === 'full' || line.reason === 'partial'
  return {
    earnedUnits: own.reduce((sum, { line }) => sum + line.payUnits + line.rewardUnits, 0n),
    paidLeases: own.filter(paid).length,
    rejected: own.filter((item) => !paid(item)).map(({ job, line }) => ({ job, slot: line.slot, reason: line.reason })),
  }
}

function ownLines(lines: readonly PayoutLine[], worker: Address): PayoutLine[] {
  return lines.filter((line) => isAddressEqual(line.worker, worker))
}

/** Why a payout was not claimed now, or that it was. */
export type ClaimOutcome = 'claimed' | 'already-done' | 'nothing' | 'not-yet' | 'altered'

/**
 * Claims one settlement's pay for this worker on chain, once claims may be made. Safe to repeat.
 * `altered`: the relay's lines are not those that were settled, so it cannot be claimed with them.
 */
export async function claimPayout(payout: ShownPayout, worker: Address, escrow: EscrowWriter): Promise<ClaimOutcome> {
  const tree = payoutTree(payout.job, payout.lines)
  const proof = claimProof(tree, worker)
  if (proof === undefined || proof.payout.totalUnits === 0n) return 'nothing'
  const job = await escrow.job(payout.job)
  if (job === undefined || job.claimableAt === null) return 'not-yet'
  if (job.payoutRoot !== tree.root) return 'altered'
  if ((await escrow.now()) < job.claimableAt) return 'not-yet'
  return (await escrow.claim(payout.job, proof)) === 'already-done' ? 'already-done' : 'claimed'
}
