import { setTimeout as wait } from 'node:timers/promises'
import type { PoolClock } from '../../src/pool/pool.ts'

/** The machine's own clock. */
export const systemClock: PoolClock = {
  nowMs: () => Date.now(),
  sleep: async (ms, signal) => {
    // Being woken early is how a sleeper is told to look again; it is no error.
    await wait(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)
  },
}
