import type { Address } from 'viem'
import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select job, settlement from job where settlement is not null
  and exists (select 1 from lease where lease.job = job.job and lease.worker = $1)
order by opened_at desc limit 1000`

/** Settlements of jobs in which a worker held a lease. */
export async function listPayouts(
  client: DatabaseClient,
  worker: Address,
): Promise<{ job: JobId; settlement: string }[]> {
  return client.query<{ job: JobId; settlement: string }>(sql, [worker])
}
