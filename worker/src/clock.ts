import { setTimeout as wait } from 'node:timers/promises'

/** Time as the worker's core sees it. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  nowMs(): number
  /** Resolves after `ms`, or at once when the signal is aborted: never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** The machine's own clock. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  sleep: async (ms, signal) => {
    // Being woken early is how a sleeper is told to look again; it is no error.
    await wait(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)
  },
}
