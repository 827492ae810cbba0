import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select spec from shard where job = $1 and index = $2`

/** The specification of one shard, as JSON. */
export async function findShardSpec(
  client: DatabaseClient,
  job: JobId,
  index: number,
): Promise<{ spec: string } | undefined> {
  const rows = await client.query<{ spec: string }>(sql, [job, index])
  return rows[0]
}
