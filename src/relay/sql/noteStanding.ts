import type { Address } from 'viem'
import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into standing (job, worker, struck, refused, failures) values ($1, $2, $3, $4, $5)
on conflict (job, worker) do update set struck = standing.struck or excluded.struck,
  refused = standing.refused or excluded.refused, failures = standing.failures + excluded.failures`

/** Adds to what is known of a worker within a job. */
export async function noteStanding(
  client: DatabaseClient,
  job: JobId,
  worker: Address,
  change: { struck?: boolean; refused?: boolean; failures?: number },
): Promise<void> {
  await client.query(sql, [job, worker, change.struck ?? false, change.refused ?? false, change.failures ?? 0])
}
