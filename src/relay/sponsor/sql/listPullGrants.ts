import type { Address } from 'viem'
import type { Bytes32, JobId } from '../../../protocol/primitives.ts'
import type { DatabaseClient } from '../../database.ts'
import type { JobRow } from '../../sql/findJob.ts'

const sql = `select other.job, other.state, other.document
from job other join sponsor_grant g on g.job = other.job
where other.signer = $1 and other.pull = $2 and other.job <> $3
  and g.repository_id = (select repository_id from sponsor_grant where job = $3)
order by other.opened_at desc, other.job limit $4`

/** Other free bursts that one repository calls those of one pull request, newest first: never another repository's. */
export async function listPullGrants(
  client: DatabaseClient,
  about: { readonly spender: Address; readonly pull: Bytes32; readonly job: JobId },
  limit: number,
): Promise<Pick<JobRow, 'job' | 'state' | 'document'>[]> {
  return client.query(sql, [about.spender, about.pull, about.job, limit])
}
