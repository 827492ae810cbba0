import type { JobId } from '../../../protocol/primitives.ts'
import type { DatabaseClient } from '../../database.ts'

const sql = 'select job from sponsor_grant where job = any($1)'

/** Which of these jobs the sponsor pays. */
export async function sponsoredJobs(client: DatabaseClient, jobs: readonly JobId[]): Promise<JobId[]> {
  const rows = await client.query<{ job: JobId }>(sql, [jobs])
  return rows.map(({ job }) => job)
}
