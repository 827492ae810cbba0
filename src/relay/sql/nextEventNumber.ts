import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update job set last_event = last_event + 1 where job = $1 returning last_event as number`

/** Takes the next event number of a job; locks the job until the transaction ends. */
export async function nextEventNumber(client: DatabaseClient, job: JobId): Promise<{ number: number }> {
  const rows = await client.query<{ number: number }>(sql, [job])
  return rows[0]!
}
