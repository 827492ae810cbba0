import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update job set closed_at = $2 where job = $1`

/** The rest of a job's lock is back in its account. */
export async function markClosed(client: DatabaseClient, job: JobId, nowSeconds: number): Promise<void> {
  await client.query(sql, [job, nowSeconds])
}
