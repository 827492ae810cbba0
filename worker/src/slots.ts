/** One free core, held by whoever polls or runs a shard. */
export interface Slot {
  /** Gives it back; a second call does nothing. */
  release(): void
}

/** The worker's cores. Whoever waited longest gets the next free one, so that several relays take turns. */
export interface Slots {
  readonly total: number
  /** Nobody holds these. */
  readonly free: number
  /** Askers that wait for one. */
  readonly waiting: number
  /** Resolves with a slot, or with undefined once the signal is aborted. */
  acquire(signal: AbortSignal): Promise<Slot | undefined>
}

/** @param total Number of slots, at least 1. */
export function createSlots(total: number): Slots {
  let free = total
  const queue: ((slot: Slot) => void)[] = []

  function hand(): Slot {
    let held = true
    return {
      release() {
        if (!held) return
        held = false
        const next = queue.shift()
        if (next === undefined) free += 1
        else next(hand())
      },
    }
  }

  return {
    total,
    get free() {
      return free
    },
    get waiting() {
      return queue.length
    },
    acquire(signal) {
      if (signal.aborted) return Promise.resolve(undefined)
      if (free > 0) {
        free -= 1
        return Promise.resolve(hand())
      }
      return new Promise((resolve) => {
        const give = (slot: Slot) => {
          signal.removeEventListener('abort', leave)
          resolve(slot)
        }
        const leave = () => {
          queue.splice(queue.indexOf(give), 1)
          resolve(undefined)
        }
        queue.push(give)
        signal.addEventListener('abort', leave, { once: true })
      })
    },
  }
}
