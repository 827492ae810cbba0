/** First wait after a failure, in milliseconds. */
export const BACKOFF_FIRST_MS = 1_000
/** Longest wait between two attempts: a relay that comes back is found within a minute. */
export const BACKOFF_LONGEST_MS = 60_000

/**
 * How long to wait after the n-th failure in a row (from 1), in milliseconds: doubles up to a minute, and a random half
 * of it is left away so that a pool of workers does not come back in one instant. `random` is in [0, 1).
 */
export function backoffMs(failures: number, random: number): number {
  const full = Math.min(BACKOFF_LONGEST_MS, BACKOFF_FIRST_MS * 2 ** Math.min(failures - 1, 16))
  return Math.round(full / 2 + (full / 2) * random)
}
