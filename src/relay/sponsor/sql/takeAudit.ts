import type { Bytes32, JobId } from '../../../protocol/primitives.ts'
import type { DatabaseClient } from '../../database.ts'

const sql = `update sponsor_grant set audit_until = $2 where job = (
  select sponsor_grant.job from sponsor_grant join job on job.job = sponsor_grant.job
  where sponsor_grant.audit is null and sponsor_grant.audit_until < $1 and sponsor_grant.result_key is not null
    and job.state = 'settling'
  order by sponsor_grant.number limit 1 for update of sponsor_grant skip locked
) returning job, result_key as "resultKey"`

/** The next job that waits for its audit, for one auditor until a time (seconds). */
export async function takeAudit(
  client: DatabaseClient,
  nowSeconds: number,
  untilSeconds: number,
): Promise<{ job: JobId; resultKey: Bytes32 } | undefined> {
  const rows = await client.query<{ job: JobId; resultKey: Bytes32 }>(sql, [nowSeconds, untilSeconds])
  return rows[0]
}
