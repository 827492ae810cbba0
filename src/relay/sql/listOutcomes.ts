import type { Address } from 'viem'
import type { PayoutReason } from '../../protocol/payout.ts'
import type { JobId } from '../../protocol/primitives.ts'
import { RECENT_OUTCOMES } from '../../protocol/workerRecord.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select job, slot, reason, settled_at as "settledAt" from outcome
where worker = $1 and settled_at < $2 order by settled_at desc, job, slot limit $3`

/** A worker's newest leases in settled jobs, newest first. */
export async function listOutcomes(
  client: DatabaseClient,
  worker: Address,
  beforeSeconds: number,
): Promise<{ job: JobId; slot: number; reason: PayoutReason; settledAt: number }[]> {
  return client.query<{ job: JobId; slot: number; reason: PayoutReason; settledAt: number }>(sql, [
    worker,
    beforeSeconds,
    RECENT_OUTCOMES,
  ])
}
