import type { JobId } from '../../../protocol/primitives.ts'
import type { DatabaseClient } from '../../database.ts'

const sql = 'update sponsor_grant set audit = $2, audited_at = $3 where job = $1 and audit is null returning job'

/** Stores what an auditor found, once. False when the job is unknown or was audited before. */
export async function storeAudit(
  client: DatabaseClient,
  job: JobId,
  audit: string,
  nowSeconds: number,
): Promise<boolean> {
  const rows = await client.query(sql, [job, audit, nowSeconds])
  return rows.length > 0
}
