/** Counts requests of many callers: each may send `perSecond` on average and `atOnce` together. */
export interface RateLimit {
  /** True when this request is within the caller's limit. */
  take(caller: string, nowMs: number): boolean
}

/** Callers whose bucket is full again are forgotten when there are more than this many. */
const REMEMBERED_CALLERS = 10_000

/** Token buckets in memory: a restart fills them all, which harms nobody. */
export function tokenBucket(perSecond: number, atOnce: number): RateLimit {
  const buckets = new Map<string, { tokens: number; atMs: number }>()
  const refilled = (bucket: { tokens: number; atMs: number }, nowMs: number): number =>
    Math.min(atOnce, bucket.tokens + (Math.max(0, nowMs - bucket.atMs) * perSecond) / 1_000)
  return {
    take(caller, nowMs) {
      const bucket = buckets.get(caller)
      const tokens = bucket === undefined ? atOnce : refilled(bucket, nowMs)
      if (buckets.size > REMEMBERED_CALLERS)
        for (const [name, other] of buckets) if (refilled(other, nowMs) >= atOnce) buckets.delete(name)
      buckets.set(caller, { tokens: tokens >= 1 ? tokens - 1 : tokens, atMs: nowMs })
      return tokens >= 1
    },
  }
}
