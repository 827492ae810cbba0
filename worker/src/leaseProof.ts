import { z } from 'zod'
import { zRootRequest, zRootResponse } from '../../src/protocol/api.ts'
import type { Evidence } from '../../src/protocol/evidence.ts'
import { zLease, zVenue } from '../../src/protocol/messages.ts'
import { zSignature } from '../../src/protocol/primitives.ts'

/** A dated word for a root: the relay's, or the requester's. */
export type SignedReceipt = z.output<typeof zRootResponse>

/** What a worker can show for a lease: that it was given, which one root it signed, and (by the relay's word) when that arrived. */
export const zLeaseProof = z.strictObject({
  v: z.literal(1),
  venue: zVenue,
  /** The relay that the lease came from; empty in proofs of workers that did not write it down. */
  relay: z.string().default(''),
  lease: zLease,
  leaseSignature: zSignature,
  /** Null when the job has no assigner. */
  assignerSignature: zSignature.nullable().default(null),
  root: zRootRequest,
  receipt: zRootResponse.nullable(),
  /** False when the results did not reach the relay in time: then nobody could check the work. */
  delivered: z.boolean().default(true),
})
export type LeaseProof = z.output<typeof zLeaseProof>

/** A proof, and the requester's receipt for its root if there is one: the escrow takes that one, and no relay's. */
export interface RootedLease {
  readonly proof: LeaseProof
  readonly requesterReceipt: SignedReceipt | null
}

/** What the escrow is shown. Without the requester's receipt the root must have been recorded on chain. */
export function evidenceOf({ proof, requesterReceipt }: RootedLease): Evidence {
  return {
    lease: { message: proof.lease, signature: proof.leaseSignature },
    assignerSignature: proof.assignerSignature,
    root: proof.root,
    receipt: requesterReceipt,
  }
}
