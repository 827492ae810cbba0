import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update shard set state = 'dropped' where job = $1 and index = any($2) and state = 'queued' returning index`

/** Drops those of the shards that are queued; their indexes. */
export async function dropShards(
  client: DatabaseClient,
  job: JobId,
  indexes: readonly number[],
): Promise<{ index: number }[]> {
  return client.query<{ index: number }>(sql, [job, indexes])
}
