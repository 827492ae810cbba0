import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select number, data from event where job = $1 and number > $2 order by number limit $3`

/** Events of a job after a number, in order, at most `limit`. */
export async function listEvents(
  client: DatabaseClient,
  job: JobId,
  after: number,
  limit: number,
): Promise<{ number: number; data: string }[]> {
  return client.query<{ number: number; data: string }>(sql, [job, after, limit])
}
