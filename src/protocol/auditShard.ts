import { z } from 'zod'
import { canonicalJson } from './canonicalJson.ts'
import { SHARDS_PER_JOB_LIMIT } from './job.ts'
import { type Bytes32, zAddress, zBytes32, zCount, zUint32 } from './primitives.ts'
import { type ShardSpec, zShardSpec } from './shardSpec.ts'

/** Audit shards are numbered from here on: no shard of a plan ever gets so far. */
export const FIRST_AUDIT_SHARD = SHARDS_PER_JOB_LIMIT
/** Most audit shards of one job. */
export const AUDIT_SHARDS_LIMIT = 4_096
/** Most workers that an audit shard names as those whose owners may not have it: one for each of its slices. */
const AUDITED_WORKERS_LIMIT = 1_024

/** Whether a shard's number is that of an audit shard. */
export function isAuditShard(shard: number): boolean {
  return shard >= FIRST_AUDIT_SHARD
}

/** A slice that was delivered under a lease and is run again by another worker. */
export const zAuditPlace = z.strictObject({ lease: zBytes32, shard: zUint32, k: zUint32 })
export type AuditPlace = z.output<typeof zAuditPlace>

/** What a worker of another owner runs again: the slice at position k is `places[k]`'s. */
export const zAuditShard = z.strictObject({
  index: zUint32.min(FIRST_AUDIT_SHARD).max(FIRST_AUDIT_SHARD + AUDIT_SHARDS_LIMIT - 1),
  places: z.array(zAuditPlace).min(1).max(1_024),
})
export type AuditShard = z.output<typeof zAuditShard>

/**
 * POST /v1/jobs/:job/audits -> 204 : one more shard for an open job, leased like any other, but to no worker of `audited` and to none
 * of their owners. The same one again changes nothing.
 */
export const zAuditShardRequest = z.strictObject({
  index: zAuditShard.shape.index,
  specDigest: zBytes32,
  spec: zShardSpec,
  estimatedSeconds: zCount,
  audited: z.array(zAddress).min(1).max(AUDITED_WORKERS_LIMIT),
})

/** Shards whose slices can stand in one audit shard have the same text: everything but their seeds and their number. */
export function sameWork({ seeds: _seeds, index: _index, ...work }: ShardSpec): string {
  return canonicalJson(work)
}

/**
 * The work of an audit shard: a shard like any other, of the seeds of its places. It bears the number of the first place's shard, so
 * that nothing in the offer sets it apart.
 * @returns undefined when a place is of no shard here, or not all are of the same work
 */
export function auditShardSpec(
  places: readonly Pick<AuditPlace, 'shard' | 'k'>[],
  specOf: (shard: number) => ShardSpec | undefined,
): ShardSpec | undefined {
  const first = places[0] === undefined ? undefined : specOf(places[0].shard)
  if (first === undefined) return undefined
  const work = sameWork(first)
  const seeds: Bytes32[] = []
  for (const { shard, k } of places) {
    const spec = specOf(shard)
    const seed = spec?.seeds[k]
    if (spec === undefined || seed === undefined || (spec !== first && sameWork(spec) !== work)) return undefined
    seeds.push(seed)
  }
  return { ...first, seeds }
}
