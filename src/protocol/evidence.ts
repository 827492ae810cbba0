import type { Hex } from 'viem'
import type { Lease, Receipt, Root } from './messages.ts'
import { payForSlicesUnits } from './payout.ts'

/** A message with the signature that makes it count. */
export interface Signed<T> {
  readonly message: T
  readonly signature: Hex
}

/** What a worker shows the escrow when its requester leaves it unpaid: leased work, finished, in time. */
export interface Evidence {
  readonly lease: Signed<Lease>
  /** Null when the job has no assigner. */
  readonly assignerSignature: Hex | null
  readonly root: Signed<Root>
  /** Of the job key or the assigner. Null when the root was recorded on chain instead. */
  readonly receipt: Signed<Receipt> | null
}

/** What a root earns under its lease, in token units: price x done / slices, rounded down. The escrow computes the same. */
export function dueUnits(lease: Pick<Lease, 'price' | 'slices'>, root: Pick<Root, 'done'>): bigint {
  return payForSlicesUnits(lease.price, root.done, lease.slices)
}
