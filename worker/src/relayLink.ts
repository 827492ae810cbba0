import type { Logger } from 'pino'
import type { PoolClock, PoolConnection } from '../../src/pool/pool.ts'
import { isFuzzburstError } from '../../src/protocol/errors.ts'
import { backoffMs } from './backoff.ts'

/** One relay, over all its restarts and all sessions there. */
export interface RelayLink {
  readonly url: string
  /** The newest connection; undefined before the first and while the relay is away. */
  readonly connection: PoolConnection | undefined
  /** Does something at the relay: connects first when need be, and once more when the session has ended. */
  call<T>(work: (connection: PoolConnection) => Promise<T>, signal: AbortSignal): Promise<T>
  /** Waits until the relay can be reached. Undefined once the signal is aborted. */
  ready(signal: AbortSignal): Promise<PoolConnection | undefined>
  /** Says that the connection broke, so that the next user makes another. */
  lost(error: unknown): void
}

/** HTTP status of a request whose session the relay does not know (any more). RFC 9110, 15.5.2. */
const UNAUTHORIZED = 401

/** The HTTP status with which a relay refused, or undefined for any other error. Matched by code: see RelayRefused. */
export function refusalStatus(error: unknown): number | undefined {
  if (!isFuzzburstError(error) || error.code !== 'FB3103' || !('status' in error)) return undefined
  return typeof error.status === 'number' ? error.status : undefined
}

/** True when the relay understood the request and will not change its mind: nothing is won by asking again. */
export function isFinalRefusal(error: unknown): boolean {
  const status = refusalStatus(error)
  // 401 ends with a new session, 408 and 429 with patience.
  return status !== undefined && status >= 400 && status < 500 && ![UNAUTHORIZED, 408, 429].includes(status)
}

/** @param connect Registers a session and says hello; rejects when the relay is not there. */
export function createRelayLink(
  url: string,
  connect: () => Promise<PoolConnection>,
  deps: { readonly clock: PoolClock; readonly random: () => number; readonly log: Logger },
): RelayLink {
  let connection: PoolConnection | undefined
  let connecting: Promise<PoolConnection> | undefined
  let failures = 0
  let wasUp = false

  function connected(): Promise<PoolConnection> {
    if (connection !== undefined) return Promise.resolve(connection)
    connecting ??= connect()
      .then((made) => {
        connection = made
        failures = 0
        if (!wasUp) deps.log.info({ relay: url, pool: made.info.pool }, 'connected')
        wasUp = true
        return made
      })
      .finally(() => {
        connecting = undefined
      })
    return connecting
  }

  return {
    url,
    get connection() {
      return connection
    },
    async call(work, signal) {
      signal.throwIfAborted()
      const first = await connected()
      try {
        return await work(first)
      } catch (error) {
        if (refusalStatus(error) !== UNAUTHORIZED) throw error
        if (connection === first) connection = undefined
        return work(await connected())
      }
    },
    async ready(signal) {
      while (!signal.aborted) {
        try {
          return await connected()
        } catch (error) {
          this.lost(error)
          await deps.clock.sleep(backoffMs(failures, deps.random()), signal)
        }
      }
      return undefined
    },
    lost(error) {
      connection = undefined
      failures += 1
      // Once for each time it goes away: a relay that is down for a night must not fill the disk.
      if (wasUp || failures === 1)
        deps.log.warn({ relay: url, err: describeError(error) }, 'relay not reachable; will keep trying')
      wasUp = false
    },
  }
}

/** What a log line says of an error: code and summary, no stack of somebody else's. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
