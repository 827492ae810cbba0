import type { Logger } from 'pino'
import type { PoolClock } from '../../src/pool/pool.ts'
import type { LeaseId } from '../../src/protocol/primitives.ts'
import { describeError, isFinalRefusal, type RelayLink } from './relayLink.ts'

/** What ends a lease's work before its last slice. */
export type StopReason = 'stop' | 'gone'

/** Heartbeats within the time after which a relay gives the shard to another worker. */
const BEATS_PER_PATIENCE = 3

/**
 * Tells the relay every now and then how far a lease is, until the signal is aborted; the first time at once, because a
 * lease taken up after a crash may be over. `onOrder` is called at most once, and then it ends.
 * A relay that is away stops nothing: work goes on, since it may be back before the lease ends.
 */
export async function keepHeartbeat(
  lease: LeaseId,
  deps: {
    readonly link: RelayLink
    readonly clock: PoolClock
    readonly log: Logger
    readonly heartbeatSeconds: number
    done(): number
    onOrder(order: StopReason): void
  },
  signal: AbortSignal,
): Promise<void> {
  const everyMs = (deps.heartbeatSeconds * 1_000) / BEATS_PER_PATIENCE
  while (!signal.aborted) {
    try {
      const deadlineMs = deps.clock.nowMs() + everyMs
      const order = await deps.link.call(
        ({ worker }) => worker.heartbeat(lease, deps.done(), { deadlineMs, signal }),
        signal,
      )
      if (order !== 'continue') {
        if (!signal.aborted) deps.onOrder(order)
        return
      }
    } catch (error) {
      if (signal.aborted) return
      if (isFinalRefusal(error)) {
        deps.log.warn({ lease, err: describeError(error) }, 'the relay does not know this lease any more')
        deps.onOrder('gone')
        return
      }
      deps.log.debug({ lease, err: describeError(error) }, 'heartbeat not delivered')
    }
    await deps.clock.sleep(everyMs, signal)
  }
}
