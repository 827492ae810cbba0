import type { Logger } from 'pino'
import { isAddressEqual } from 'viem'
import type { EscrowWriter } from '../../src/escrow/escrow.ts'
import type { PoolClock } from '../../src/pool/pool.ts'
import { dueUnits } from '../../src/protocol/evidence.ts'
import { recoverSigner } from '../../src/protocol/signing.ts'
import type { Journal } from './journal.ts'
import type { SignedReceipt } from './leaseProof.ts'
import { describeError, type RelayLink } from './relayLink.ts'
import type { TrackedLease } from './trackedLease.ts'

/** A root that nobody dated is recorded on chain so long before its lease's end, in seconds: some blocks of any chain. */
export const RECORD_BEFORE_SECONDS = 30
/** A requester that is there answers within this time of a root, in seconds; with less than twice as much left, nobody is waited for. */
const ANSWER_SECONDS = 5
/** How long one question to a relay may take, in milliseconds. */
const ASK_FOR_MS = 2_000
/** How long after its end a lease's receipt is still asked for, in milliseconds: it may have been signed in time. */
const ASK_AFTER_EXPIRY_MS = 3_600_000

export interface DatingDeps {
  readonly links: readonly RelayLink[]
  readonly journal: Pick<Journal, 'keepRequesterReceipt'>
  readonly escrow: EscrowWriter | undefined
  /** Less than this is not worth a transaction, in token units. */
  readonly floorUnits: bigint
  readonly clock: PoolClock
  readonly log: Logger
}

/** Looks once at every root that nothing dates yet: fetches the requester's receipt, or records the root on chain before it is too late. */
export async function dateRoots(leases: Iterable<TrackedLease>, deps: DatingDeps, signal: AbortSignal): Promise<void> {
  for (const tracked of leases) {
    if (signal.aborted) return
    if (tracked.requesterReceipt !== null) continue
    const link = deps.links.find(({ url }) => url === tracked.proof.relay)
    const nowMs = link?.connection?.relayNowMs() ?? deps.clock.nowMs()
    if (nowMs > tracked.proof.lease.expires * 1_000 + ASK_AFTER_EXPIRY_MS) continue
    try {
      if (await fetchReceipt(tracked, link, deps, signal)) continue
      if (deps.escrow !== undefined && mustRecord(tracked, nowMs / 1_000, deps))
        await record(tracked, deps.escrow, deps)
    } catch (error) {
      if (!signal.aborted) deps.log.warn({ lease: tracked.lease, err: describeError(error) }, 'a root is not dated yet')
    }
  }
}

/** @returns true when the requester's receipt is here, and on disk */
async function fetchReceipt(
  tracked: TrackedLease,
  link: RelayLink | undefined,
  { journal, clock, log }: DatingDeps,
  signal: AbortSignal,
): Promise<boolean> {
  // A relay that is away is the poller's business.
  if (link?.connection === undefined) return false
  const call = { deadlineMs: clock.nowMs() + ASK_FOR_MS, signal }
  const receipt = await link.call(({ worker }) => worker.requesterReceipt(tracked.lease, call), signal)
  if (receipt === null) return false
  if (!(await datesInTime(tracked, receipt))) {
    log.warn({ lease: tracked.lease, relay: link.url }, 'the relay shows a receipt that the escrow would not take')
    return false
  }
  await journal.keepRequesterReceipt(tracked.lease, receipt)
  tracked.requesterReceipt = receipt
  return true
}

/** Whether the escrow would take it: for this root, within the lease, by the job key or the assigner that signed the lease. */
async function datesInTime(tracked: TrackedLease, receipt: SignedReceipt): Promise<boolean> {
  const { proof, lease, rootMessage } = tracked
  const { message, signature } = receipt
  const { assignerSignature } = proof
  const [jobKey, assigner, signer] = await Promise.all([
    recoverSigner(proof.venue, 'Lease', proof.lease, proof.leaseSignature),
    assignerSignature === null ? undefined : recoverSigner(proof.venue, 'Lease', proof.lease, assignerSignature),
    recoverSigner(proof.venue, 'Receipt', message, signature),
  ])
  return (
    message.job === proof.lease.job &&
    message.lease === lease &&
    message.rootMessage === rootMessage &&
    message.receivedAt > 0 &&
    message.receivedAt <= proof.lease.expires &&
    signer !== undefined &&
    [jobKey, assigner].some((key) => key !== undefined && isAddressEqual(key, signer))
  )
}

/** Whether it is time, and worth it, to date the root on chain. */
function mustRecord(tracked: TrackedLease, nowSec: number, { floorUnits, clock }: DatingDeps): boolean {
  const { lease, root } = tracked.proof
  const leftSec = lease.expires - nowSec
  if (tracked.recorded || leftSec <= 0 || leftSec > RECORD_BEFORE_SECONDS) return false
  if (dueUnits(lease, root.message) < floorUnits) return false
  return leftSec < 2 * ANSWER_SECONDS || clock.nowMs() - tracked.sinceMs >= ANSWER_SECONDS * 1_000
}

async function record(tracked: TrackedLease, escrow: EscrowWriter, { log }: DatingDeps): Promise<void> {
  await escrow.recordRoot(tracked.rootMessage)
  tracked.recorded = true
  log.info({ lease: tracked.lease, job: tracked.proof.lease.job }, 'no receipt came: root recorded on chain')
}
