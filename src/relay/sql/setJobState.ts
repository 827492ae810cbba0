import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'
import type { JobRow } from './findJob.ts'

const sql = `update job set state = $2 where job = $1`

/** Moves a job on. */
export async function setJobState(client: DatabaseClient, job: JobId, state: JobRow['state']): Promise<void> {
  await client.query(sql, [job, state])
}
