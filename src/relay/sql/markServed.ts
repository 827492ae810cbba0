import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update job set last_served = nextval('served') where job = $1`

/** Puts a job behind all others in the order of service. */
export async function markServed(client: DatabaseClient, job: JobId): Promise<void> {
  await client.query(sql, [job])
}
