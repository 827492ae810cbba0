import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select count(*)::int as count from shard where job = $1 and audited is not null`

/** How many audit shards a job has. */
export async function countAuditShards(client: DatabaseClient, job: JobId): Promise<number> {
  const rows = await client.query<{ count: number }>(sql, [job])
  return rows[0]!.count
}
