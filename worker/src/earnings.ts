import { type Address, isAddressEqual } from 'viem'
import type { z } from 'zod'
import type { EscrowWriter } from '../../src/escrow/escrow.ts'
import { isSettlementOf } from '../../src/escrow/settlementHash.ts'
import type { zPayoutsResponse } from '../../src/protocol/api.ts'
import { claimProof, type PayoutLine, type PayoutTree } from '../../src/protocol/payout.ts'
import type { Bytes32 } from '../../src/protocol/primitives.ts'

/** One settlement with a line of this worker, as a relay shows it. */
export type ShownPayout = z.output<typeof zPayoutsResponse>['payouts'][number]

/** What settlements gave this worker, in token units (of whatever tokens: relays of one worker usually share one). */
export interface Earnings {
  /**
   * Whose word the figures are. `chain`: lines that match the payout root of a settlement in the escrow.
   * `relays`: what relays show, checked by nobody, because this worker was given no escrow to ask.
   */
  readonly basis: EarningsBasis
  readonly earnedUnits: bigint
  readonly paidLeases: number
  /** Leases that earned nothing, by reason. */
  readonly rejected: readonly { readonly job: Bytes32; readonly slot: number; readonly reason: string }[]
}
export type EarningsBasis = 'chain' | 'relays'

/** Sums up the lines of one worker. The payouts are of different jobs. */
export function sumEarnings(payouts: readonly ShownPayout[], worker: Address, basis: EarningsBasis): Earnings {
  const own = payouts.flatMap(({ job, lines }) => ownLines(lines, worker).map((line) => ({ job, line })))
  const paid = ({ line }: { line: PayoutLine }) => line.reason === 'full' || line.reason === 'partial'
  return {
    basis,
    earnedUnits: own.reduce((sum, { line }) => sum + line.payUnits + line.rewardUnits, 0n),
    paidLeases: own.filter(paid).length,
    rejected: own.filter((item) => !paid(item)).map(({ job, line }) => ({ job, slot: line.slot, reason: line.reason })),
  }
}

function ownLines(lines: readonly PayoutLine[], worker: Address): PayoutLine[] {
  return lines.filter((line) => isAddressEqual(line.worker, worker))
}

/**
 * Why a payout was not claimed now, or that it was. `unsettled`: the escrow has no settlement of this job. `void`: it had one that
 * does not hold, and each worker claims by itself. `altered`: it has another one. All others: these lines are what was settled.
 */
export type ClaimOutcome =
  | 'claimed'
  | 'already-done'
  | 'nothing'
  | 'too-early'
  | 'contested'
  | 'unsettled'
  | 'void'
  | 'altered'

/** True when the outcome shows that the lines are those of the settlement on chain. */
export function isProven(outcome: ClaimOutcome): boolean {
  return outcome !== 'unsettled' && outcome !== 'void' && outcome !== 'altered'
}

/**
 * Compares lines with the settlement on chain and claims this worker's pay once claims may be made. Safe to repeat.
 * @throws coded FB2 errors: the chain cannot be asked, or refuses
 */
export async function claimPayout(tree: PayoutTree, worker: Address, escrow: EscrowWriter): Promise<ClaimOutcome> {
  const job = await escrow.job(tree.job)
  if (job !== undefined && job.defaultFrom !== null) return 'void'
  if (job === undefined || job.claimableAt === null || job.settlementHash === null) return 'unsettled'
  if (!isSettlementOf(job, tree)) return 'altered'
  const proof = claimProof(tree, worker)
  if (proof === undefined || proof.payout.totalUnits === 0n) return 'nothing'
  if ((await escrow.now()) < job.claimableAt) return 'too-early'
  if (job.contests > 0) return 'contested'
  return (await escrow.claim(tree.job, proof)) === 'already-done' ? 'already-done' : 'claimed'
}
