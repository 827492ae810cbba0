import { DEFAULT_AUDIT_PPM, PPM } from './auditPicks.ts'

/** Paid shards without a strike after which a worker is no longer new (trust.md, "Audits"). */
export const NEW_WORKER_SHARDS = 10

/** How much of a new worker's slices is re-run: 25%. */
export const NEW_WORKER_PPM = 250_000

/**
 * The least share of a shard's slices that must be re-run, in parts per million: a quarter for a worker's first shards, the
 * floor forever after, and more when the requester asked for more. Never nothing: a record can be bought or grown, and a
 * worker that turns is met all the same.
 * @param basePpm what the requester asked for
 * @param shardsBefore shards of the worker that were paid since its last strike
 */
export function auditRatePpm(basePpm: number, shardsBefore: number): number {
  const floor = shardsBefore < NEW_WORKER_SHARDS ? NEW_WORKER_PPM : DEFAULT_AUDIT_PPM
  return Math.min(PPM, Math.max(basePpm, floor))
}
