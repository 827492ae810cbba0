import type { PayoutLine } from '../../protocol/payout.ts'
import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into outcome (job, slot, worker, reason, settled_at)
select $1, slot, worker, reason, $5 from unnest($2::integer[], $3::text[], $4::text[]) as line (slot, worker, reason)
on conflict do nothing`

/** Enters what became of a settled job's leases into their workers' records. */
export async function insertOutcomes(
  client: DatabaseClient,
  job: JobId,
  lines: readonly PayoutLine[],
  settledAt: number,
): Promise<void> {
  await client.query(sql, [
    job,
    lines.map(({ slot }) => slot),
    lines.map(({ worker }) => worker),
    lines.map(({ reason }) => reason),
    settledAt,
  ])
}
