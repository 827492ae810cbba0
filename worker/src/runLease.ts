import type { Logger } from 'pino'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { PoolClock, WorkerPool } from '../../src/pool/pool.ts'
import type { BundleStore } from './bundleStore.ts'
import { signShardRoot } from './commitShard.ts'
import { deliverShard } from './deliverShard.ts'
import { keepHeartbeat, type StopReason } from './heartbeat.ts'
import type { LeaseRecord } from './journal.ts'
import type { LeaseProof } from './leaseProof.ts'
import { describeError, type RelayLink } from './relayLink.ts'
import { runSlices, type SliceTools } from './runSlices.ts'

/** How long before its end a lease's work is closed with a partial root, in seconds. */
export const EXPIRY_MARGIN_SECONDS = 10
/** A longer timer fires at once (nodejs.org/api/timers.html); no shard runs for 24 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1
/** How long a relay is told that a lease is handed back, in milliseconds: it finds out by itself as well. */
const RELEASE_FOR_MS = 5_000

/** What became of a lease. `kept`: it stays in the journal for the next start. */
export type LeaseEnd = 'delivered' | 'partial' | 'gone' | 'late' | 'handed-back' | 'failed' | 'kept'

export interface LeaseDeps {
  readonly account: PrivateKeyAccount
  readonly tools: SliceTools
  readonly bundles: BundleStore
  readonly clock: PoolClock
  readonly random: () => number
  readonly log: Logger
  /** A root was signed, or it turned out that its results came too late. Its pay is pursued from then on. */
  readonly onRooted: (proof: LeaseProof) => void
}

/** How the outside reaches into a running lease. */
export interface LeaseSignals {
  /** Hand it back, unless its root is signed already. */
  readonly handBack: AbortSignal
  /** The process ends: keep what is in the journal. */
  readonly end: AbortSignal
  /** Called when no core is needed any more. */
  onComputed(): void
}

/**
 * Takes one journaled lease to its end: slices, root, receipt, results. Never rejects for what the relay, the project or
 * the engine does; afterwards the lease is out of the journal, unless it is `kept`.
 */
export async function runLease(
  lease: LeaseRecord,
  link: RelayLink,
  deps: LeaseDeps,
  signals: LeaseSignals,
): Promise<LeaseEnd> {
  const { log } = deps
  const id = lease.offer.lease
  try {
    const stopped = lease.root === null ? await compute(lease, link, deps, signals) : undefined
    signals.onComputed()
    if (signals.end.aborted) return 'kept'
    if (stopped === 'gone') {
      await lease.close()
      return 'gone'
    }
    if (lease.root === null && (stopped === 'hand-back' || lease.slices.length === 0)) {
      await handBack(lease, link, 'draining', deps, signals.end)
      return 'handed-back'
    }
    // On disk before it is sent: after a crash the same root goes out again, never another one.
    const root = lease.root ?? (await lease.commitRoot(await signShardRoot(deps.account, lease.offer, lease.slices)))
    tellRooted(lease, deps)
    const delivery = await deliverShard(lease, root, { ...deps, link }, signals.end)
    if (delivery === 'interrupted') return 'kept'
    await lease.close(delivery === 'delivered')
    if (delivery === 'late') {
      tellRooted(lease, deps, false)
      return 'late'
    }
    return root.message.done === lease.offer.message.slices ? 'delivered' : 'partial'
  } catch (error) {
    signals.onComputed()
    if (signals.end.aborted) return 'kept'
    log.error({ lease: id, err: describeError(error) }, 'the lease failed on this machine')
    await handBack(lease, link, 'failed', deps, signals.end)
    return 'failed'
  }
}

function tellRooted(lease: LeaseRecord, { onRooted }: LeaseDeps, delivered = true): void {
  if (lease.proof !== null) onRooted({ ...lease.proof, delivered })
}

/** Runs slices under a heartbeat; says why it stopped early, or undefined when all are done. */
async function compute(
  lease: LeaseRecord,
  link: RelayLink,
  deps: LeaseDeps,
  signals: LeaseSignals,
): Promise<StopReason | 'hand-back' | 'expiring' | undefined> {
  const over = new AbortController()
  const work = new AbortController()
  let why: StopReason | 'hand-back' | 'expiring' | undefined
  const stop = (reason: NonNullable<typeof why>) => {
    why ??= reason
    work.abort()
  }
  const onHandBack = () => stop('hand-back')
  const onEnd = () => work.abort()
  signals.handBack.addEventListener('abort', onHandBack)
  signals.end.addEventListener('abort', onEnd)
  if (signals.handBack.aborted) stop('hand-back')
  try {
    const connection = await link.ready(AbortSignal.any([work.signal, signals.end]))
    if (connection === undefined) return why
    const leftMs = (lease.offer.message.expires - EXPIRY_MARGIN_SECONDS) * 1_000 - connection.relayNowMs()
    void deps.clock
      .sleep(Math.min(leftMs, LONGEST_TIMER_MS), over.signal)
      .then(() => (over.signal.aborted ? undefined : stop('expiring')))
    const beating = keepHeartbeat(
      lease.offer.lease,
      {
        ...deps,
        link,
        heartbeatSeconds: connection.info.limits.heartbeatSeconds,
        done: () => lease.slices.length,
        onOrder: stop,
      },
      over.signal,
    )
    try {
      const bundle = await deps.bundles.acquire(lease.offer.spec.layers, blobsOf(link), work.signal)
      try {
        await runSlices(lease, bundle, deps.tools, work.signal)
      } finally {
        await bundle.release()
      }
    } catch (error) {
      // Being told to stop is no failure of the download or the slice it interrupted.
      if (!work.signal.aborted) throw error
    } finally {
      over.abort()
      await beating
    }
    return lease.slices.length === lease.offer.message.slices && why !== 'gone' ? undefined : why
  } finally {
    signals.handBack.removeEventListener('abort', onHandBack)
    signals.end.removeEventListener('abort', onEnd)
  }
}

/** Reads blobs over whatever connection is the newest one. */
function blobsOf(link: RelayLink): Pick<WorkerPool, 'getBlob' | 'readBlob'> {
  const never = new AbortController().signal
  return {
    getBlob: (digest, limits, call) =>
      link.call(({ worker }) => worker.getBlob(digest, limits, call), call?.signal ?? never),
    async *readBlob(digest, limits, call) {
      const connection = await link.call(async (current) => current, call?.signal ?? never)
      yield* connection.worker.readBlob(digest, limits, call)
    },
  }
}

/** Tells the relay once, for a few seconds, and forgets the lease: its work must not be taken up again. */
export async function handBack(
  lease: Pick<LeaseRecord, 'offer' | 'close'>,
  link: RelayLink,
  why: 'draining' | 'crashed' | 'refused' | 'failed',
  deps: Pick<LeaseDeps, 'clock' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const deadlineMs = deps.clock.nowMs() + RELEASE_FOR_MS
    await link.call(({ worker }) => worker.release(lease.offer.lease, why, { deadlineMs, signal }), signal)
  } catch (error) {
    deps.log.warn(
      { lease: lease.offer.lease, err: describeError(error) },
      'could not hand the lease back; it will lapse',
    )
  }
  await lease.close()
}
