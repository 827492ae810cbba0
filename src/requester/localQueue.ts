/** What waits for a core of this machine, most urgent first. */
export const urgency = { replay: 0, audit: 1, slice: 2 } as const
export type Urgency = keyof typeof urgency

interface Waiting {
  readonly rank: number
  readonly order: number
  readonly start: () => void
}

/** Shares the runner's cores among replays, audits and slices of its own. */
export interface LocalQueue {
  /** Runs the work when a core is free; rejects with the work's own error. */
  run<T>(kind: Urgency, work: () => Promise<T>): Promise<T>
  readonly running: number
  readonly waiting: number
}

/** A queue of `cores` places. Equal urgency goes first come, first served. */
export function localQueue(cores: number): LocalQueue {
  const queue: Waiting[] = []
  let running = 0
  let order = 0
  const next = (): void => {
    if (running >= cores) return
    const first = queue.shift()
    if (first === undefined) return
    running++
    first.start()
  }
  return {
    get running() {
      return running
    },
    get waiting() {
      return queue.length
    },
    async run(kind, work) {
      await new Promise<void>((start) => {
        queue.push({ rank: urgency[kind], order: order++, start })
        queue.sort((a, b) => a.rank - b.rank || a.order - b.order)
        next()
      })
      try {
        return await work()
      } finally {
        running--
        next()
      }
    },
  }
}
