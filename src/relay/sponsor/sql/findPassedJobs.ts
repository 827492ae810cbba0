import type { JobId } from '../../../protocol/primitives.ts'
import type { DatabaseClient } from '../../database.ts'

const sql = `select job.job from sponsor_grant join job on job.job = sponsor_grant.job
where job.state = 'settling' and sponsor_grant.audit::jsonb ->> 'verdict' = 'passed'
order by sponsor_grant.audited_at limit $1`

/** Jobs whose audit is passed and whose settlement is not on chain yet. */
export async function findPassedJobs(client: DatabaseClient, most: number): Promise<{ job: JobId }[]> {
  return client.query<{ job: JobId }>(sql, [most])
}
