/** Two stages of stopping: the first Ctrl-C ends the burst in order, the second ends it at once. */
export interface Interrupts {
  readonly stop: AbortSignal
  readonly now: AbortSignal
  release(): void
}

/** Listens to SIGINT and SIGTERM. @param say tells the user what the first signal does */
export function listenForInterrupts(say: (line: string) => void): Interrupts {
  const stop = new AbortController()
  const now = new AbortController()
  const onSignal = (): void => {
    if (stop.signal.aborted) {
      now.abort()
      return
    }
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
