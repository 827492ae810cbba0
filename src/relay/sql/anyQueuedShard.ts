import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select 1 as yes from shard join job using (job) where shard.state = 'queued' and job.state = 'open' and job = any($1) limit 1`

/** True when some shard of these jobs waits for a worker. */
export async function anyQueuedShard(client: DatabaseClient, jobs: readonly JobId[]): Promise<boolean> {
  const rows = await client.query(sql, [jobs])
  return rows.length > 0
}
