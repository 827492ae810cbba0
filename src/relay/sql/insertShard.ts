import type { Address } from 'viem'
import type { Bytes32, JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into shard (job, index, state, engine, spec_digest, spec, slices, estimated_seconds, audited)
values ($1, $2, 'queued', $3, $4, $5, $6, $7, $8) on conflict do nothing returning index`

/** Queues a shard. False when it is there already. */
export async function insertShard(
  client: DatabaseClient,
  shard: {
    job: JobId
    index: number
    engine: string
    specDigest: Bytes32
    spec: string
    slices: number
    estimatedSeconds: number
    /** Whose slices an audit shard holds; null for a shard of the plan. */
    audited: readonly Address[] | null
  },
): Promise<boolean> {
  const rows = await client.query(sql, [
    shard.job,
    shard.index,
    shard.engine,
    shard.specDigest,
    shard.spec,
    shard.slices,
    shard.estimatedSeconds,
    shard.audited,
  ])
  return rows.length > 0
}
