import type { Address } from 'viem'
import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select 1 as yes from lease where job = $1 and worker = $2 and state not in ('proposed', 'unsigned') limit 1`

/** True when the actor holds or held a signed lease of the job. */
export async function holdsLease(client: DatabaseClient, job: JobId, worker: Address): Promise<boolean> {
  const rows = await client.query(sql, [job, worker])
  return rows.length > 0
}
