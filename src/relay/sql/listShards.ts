import type { ShardState } from '../../protocol/api.ts'
import type { Bytes32, JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select index, state, spec_digest as "specDigest", spec, estimated_seconds as "estimatedSeconds" from shard
where job = $1 and audited is null order by index`

/** All shards of a job's plan, by index. */
export async function listShards(
  client: DatabaseClient,
  job: JobId,
): Promise<{ index: number; state: ShardState; specDigest: Bytes32; spec: string; estimatedSeconds: number }[]> {
  return client.query<{
    index: number
    state: ShardState
    specDigest: Bytes32
    spec: string
    estimatedSeconds: number
  }>(sql, [job])
}
