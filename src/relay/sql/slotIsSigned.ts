import type { JobId, LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select 1 as yes from lease where job = $1 and slot = $2 and lease <> $3 and signature is not null`

/** True when some other lease of this slot has a signature. */
export async function slotIsSigned(client: DatabaseClient, job: JobId, slot: number, lease: LeaseId): Promise<boolean> {
  const rows = await client.query(sql, [job, slot, lease])
  return rows.length > 0
}
