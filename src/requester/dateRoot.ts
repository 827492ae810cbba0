import type { RequesterPool } from '../pool/pool.ts'
import type { JobSecrets } from '../protocol/jobSecrets.ts'
import { messageHash, type Receipt, type Venue } from '../protocol/messages.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import type { SignedLease } from './jobLedger.ts'

/**
 * Answers a root that is in the ledger with the job key's dated receipt, by the requester's own clock as the relay corrected it.
 * The worker can take it to the escrow. A root that was heard of after its lease's end gets none: it would prove nothing.
 * @returns the receipt that was sent, or undefined when the root came too late
 */
export async function dateRoot(
  lease: SignedLease,
  deps: {
    readonly pool: Pick<RequesterPool, 'receipt'>
    readonly secrets: Pick<JobSecrets, 'jobKey'>
    readonly venue: Venue
    readonly relayNowMs: () => number
  },
): Promise<Receipt | undefined> {
  const receivedAt = Math.floor(deps.relayNowMs() / 1_000)
  if (lease.root === null || receivedAt > lease.message.expires) return undefined
  const { job } = lease.message
  const message: Receipt = { job, lease: lease.lease, rootMessage: messageHash('Root', lease.root), receivedAt }
  const signature = await signMessageStruct(deps.secrets.jobKey, deps.venue, 'Receipt', message)
  lease.receipt = { message, signature }
  await deps.pool.receipt(job, { message, signature })
  return message
}
