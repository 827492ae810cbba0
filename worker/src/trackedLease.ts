import { leaseId, messageHash } from '../../src/protocol/messages.ts'
import type { Bytes32, LeaseId } from '../../src/protocol/primitives.ts'
import type { RootedLease, SignedReceipt } from './leaseProof.ts'

/** A rooted lease until its pay is settled one way or the other. */
export interface TrackedLease extends RootedLease {
  readonly lease: LeaseId
  readonly rootMessage: Bytes32
  /** When this process heard of the root, in milliseconds of its clock. */
  readonly sinceMs: number
  requesterReceipt: SignedReceipt | null
  /** This process recorded the root on chain. */
  recorded: boolean
  /** Refusals of the escrow in a row, and when to try again, in milliseconds of the worker's clock. */
  refusals: number
  tryAgainMs: number
}

export function trackLease({ proof, requesterReceipt }: RootedLease, nowMs: number): TrackedLease {
  return {
    proof,
    requesterReceipt,
    lease: leaseId(proof.lease),
    rootMessage: messageHash('Root', proof.root.message),
    sinceMs: nowMs,
    recorded: false,
    refusals: 0,
    tryAgainMs: 0,
  }
}
