import type { PoolClock } from '../../src/pool/pool.ts'

/** Time that stands still until a test moves it. */
export interface ManualClock extends PoolClock {
  /** Moves time on, waking sleepers in order and letting what they do happen. */
  advance(ms: number): Promise<void>
  readonly sleepers: number
}

/** Lets everything that can go on without I/O or time do so. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

export function manualClock(startMs: number): ManualClock {
  let now = startMs
  const sleeping = new Set<{ at: number; wake: () => void }>()
  return {
    nowMs: () => now,
    sleep(ms, signal) {
      if (signal?.aborted || ms <= 0) return Promise.resolve()
      return new Promise((resolve) => {
        const sleeper = {
          at: now + ms,
          wake: () => {
            sleeping.delete(sleeper)
            resolve()
          },
        }
        sleeping.add(sleeper)
        signal?.addEventListener('abort', sleeper.wake, { once: true })
      })
    },
    async advance(ms) {
      const until = now + ms
      for (;;) {
        const next = [...sleeping].filter((sleeper) => sleeper.at <= until).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        now = Math.max(now, next.at)
        next.wake()
        await settle()
      }
      now = until
      await settle()
    },
    get sleepers() {
      return sleeping.size
    },
  }
}
