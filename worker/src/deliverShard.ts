import type { Logger } from 'pino'
import { isAddressEqual } from 'viem'
import type { PoolClock } from '../../src/pool/pool.ts'
import { messageHash } from '../../src/protocol/messages.ts'
import { recoverSigner } from '../../src/protocol/signing.ts'
import { backoffMs } from './backoff.ts'
import { sealShardResults } from './commitShard.ts'
import { BadReceipt } from './errors.ts'
import type { LeaseRecord, SignedRoot } from './journal.ts'
import type { SignedReceipt } from './leaseProof.ts'
import { describeError, isFinalRefusal, type RelayLink } from './relayLink.ts'

/** How long a relay is tried for one root or one upload before the next wait, in milliseconds. */
const TRY_FOR_MS = 60_000
/** How long after its lease's end a worker goes on trying to deliver, in milliseconds: then somebody else has the shard. */
export const DELIVER_AFTER_EXPIRY_MS = 3_600_000

/** How a delivery ended. `late`: the relay would not have it any more. */
export type Delivery = 'delivered' | 'late' | 'interrupted'

/**
 * Sends a lease's root, keeps the receipt, then uploads the results: in this order, so that nobody can copy leaves. The
 * root must be in the journal. Goes on over restarts of the relay, until the signal is aborted or an hour after the lease's end.
 */
export async function deliverShard(
  lease: LeaseRecord,
  root: SignedRoot,
  deps: { readonly link: RelayLink; readonly clock: PoolClock; readonly log: Logger; readonly random: () => number },
  signal: AbortSignal,
): Promise<Delivery> {
  const { link, clock, log } = deps
  const id = lease.offer.lease
  const untilMs = lease.offer.message.expires * 1_000 + DELIVER_AFTER_EXPIRY_MS
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      await link.call(async ({ worker, info, relayNowMs }) => {
        const call = { deadlineMs: clock.nowMs() + TRY_FOR_MS, signal }
        if (lease.receipt === null) {
          const receipt = await worker.root(id, root, call)
          await checkReceipt(lease, root, receipt, info.address, link.url)
          await lease.keepReceipt(receipt)
          log.info({ lease: id, done: root.message.done, at: relayNowMs() }, 'root received by the relay')
        }
        const done = lease.slices.slice(0, root.message.done)
        const sealed = await lease.sealedResults(() => sealShardResults(lease.offer, done))
        await worker.putResults(id, sealed, call)
      }, signal)
      return 'delivered'
    } catch (error) {
      if (signal.aborted) break
      if (isFinalRefusal(error) || clock.nowMs() > untilMs) {
        log.warn({ lease: id, err: describeError(error) }, 'the relay does not take the shard any more')
        return 'late'
      }
      log.warn({ lease: id, err: describeError(error) }, 'not delivered yet; will try again')
      await clock.sleep(backoffMs(failures, deps.random()), signal)
    }
  }
  return 'interrupted'
}

/**
 * A relay's receipt tells people when this very root arrived. It dates nothing for the escrow, which takes receipts of the job
 * key or the assigner only. @throws BadReceipt when it is for something else
 */
async function checkReceipt(
  lease: LeaseRecord,
  root: SignedRoot,
  receipt: SignedReceipt,
  relayAddress: `0x${string}`,
  url: string,
): Promise<void> {
  const { job, lease: id, rootMessage } = receipt.message
  const signer = await recoverSigner(lease.offer.venue, 'Receipt', receipt.message, receipt.signature)
  const sound =
    job === root.message.job && id === lease.offer.lease && rootMessage === messageHash('Root', root.message)
  if (!sound || signer === undefined || !isAddressEqual(signer, relayAddress)) throw new BadReceipt(url)
}
