import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select job from job where state = 'settled' and closed_at is null order by settled_at limit $1`

/** Settled jobs whose lock has not gone back, the oldest first. */
export async function findUnclosedJobs(client: DatabaseClient, most: number): Promise<{ job: JobId }[]> {
  return client.query<{ job: JobId }>(sql, [most])
}
