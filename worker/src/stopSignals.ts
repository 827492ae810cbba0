/** One Ctrl-C can arrive twice: from the terminal and again from `npm run`, which passes it on. In milliseconds. */
export const REPEAT_WITHIN_MS = 400

/**
 * Handles requests to stop: the first one drains, a later one ends at once. Repeats of the first within
 * {@link REPEAT_WITHIN_MS} are the same request.
 * @param nowMs a clock that never goes back
 */
export function stopSignals(worker: { drain(): void; end(): void }, nowMs: () => number): () => void {
  let firstAtMs: number | undefined
  return () => {
    if (firstAtMs === undefined) {
      firstAtMs = nowMs()
      worker.drain()
    } else if (nowMs() - firstAtMs >= REPEAT_WITHIN_MS) {
      worker.end()
    }
  }
}
