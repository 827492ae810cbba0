import type { JobId } from '../../../protocol/primitives.ts'
import type { DatabaseClient } from '../../database.ts'

const sql = `select count(*) filter (where state = 'unsigned')::integer as unsigned,
  count(*) filter (where signature is not null)::integer as signed from lease where job = $1`

/** How many leases of a job were proposed in vain, and how many were signed. */
export async function countProposals(
  client: DatabaseClient,
  job: JobId,
): Promise<{ unsigned: number; signed: number }> {
  const rows = await client.query<{ unsigned: number; signed: number }>(sql, [job])
  return rows[0]!
}
