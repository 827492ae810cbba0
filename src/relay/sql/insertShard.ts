import type { Bytes32, JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into shard (job, index, state, engine, spec_digest, spec, slices, estimated_seconds)
values ($1, $2, 'queued', $3, $4, $5, $6, $7)`

/** Queues a shard. */
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
  },
): Promise<void> {
  await client.query(sql, [
    shard.job,
    shard.index,
    shard.engine,
    shard.specDigest,
    shard.spec,
    shard.slices,
    shard.estimatedSeconds,
  ])
}
