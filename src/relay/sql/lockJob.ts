import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'
import type { JobRow } from './findJob.ts'

const sql = `select job, job_key as "jobKey", signer, state, document, slots, next_slot as "nextSlot", last_event as "lastEvent",
  settlement, settlement_transaction as "settlementTransaction"
from job where job = $1 for update`

/** A job, locked until the transaction ends. */
export async function lockJob(client: DatabaseClient, job: JobId): Promise<JobRow | undefined> {
  const rows = await client.query<JobRow>(sql, [job])
  return rows[0]
}
