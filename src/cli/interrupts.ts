import { exitCodes } from './exitCodes.ts'

/** Two stages of stopping: the first Ctrl-C ends the burst in order, the second ends it at once. */
export interface Interrupts {
  readonly stop: AbortSignal
  readonly now: AbortSignal
  release(): void
}

/** One Ctrl-C may arrive twice (from the terminal and from npm): repeats within so many milliseconds are one. */
const ONE_PRESS_MS = 400
/** After the second press: time for files that are half written, in milliseconds. Children end with their channel. */
const LEAVE_WITHIN_MS = 1_500

/** Listens to SIGINT and SIGTERM. @param say tells the user what the first signal does */
export function listenForInterrupts(say: (line: string) => void): Interrupts {
  const stop = new AbortController()
  const now = new AbortController()
  let pressedAt = 0
  const onSignal = (): void => {
    if (stop.signal.aborted) {
      if (performance.now() - pressedAt <= ONE_PRESS_MS) return
      now.abort()
      setTimeout(() => process.exit(exitCodes.stopped), LEAVE_WITHIN_MS).unref()
      return
    }
    pressedAt = performance.now()
    say('stopping: what is done is settled and reported; press Ctrl-C again to leave at once')
    stop.abort()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return {
    stop: stop.signal,
    now: now.signal,
    release() {
      process.off('SIGINT', onSignal)
      process.off('SIGTERM', onSignal)
    },
  }
}
