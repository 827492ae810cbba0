import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select job from job where state = 'settling'`

/** Jobs whose settlement has not been seen on chain. */
export async function findUnconfirmedJobs(client: DatabaseClient): Promise<{ job: JobId }[]> {
  return client.query<{ job: JobId }>(sql)
}
