import type { JobId } from '../../../protocol/primitives.ts'
import type { DatabaseClient } from '../../database.ts'

const sql = 'select audit from sponsor_grant where job = $1'

/** The audit of a sponsored job as JSON, null before it is done; undefined when the job is not the sponsor's. */
export async function findAudit(client: DatabaseClient, job: JobId): Promise<{ audit: string | null } | undefined> {
  const rows = await client.query<{ audit: string | null }>(sql, [job])
  return rows[0]
}
