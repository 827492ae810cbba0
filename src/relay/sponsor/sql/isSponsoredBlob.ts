import type { Bytes32 } from '../../../protocol/primitives.ts'
import type { DatabaseClient } from '../../database.ts'

const sql = `select 1 as yes from job_blob join sponsor_grant using (job)
where job_blob.digest = $1 and sponsor_grant.result_key is not null limit 1`

/** Whether a blob belongs to a sponsored job that waits for its audit, or was audited. */
export async function isSponsoredBlob(client: DatabaseClient, digest: Bytes32): Promise<boolean> {
  const rows = await client.query(sql, [digest])
  return rows.length > 0
}
