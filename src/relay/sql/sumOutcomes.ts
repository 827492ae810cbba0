import type { Address } from 'viem'
import type { PayoutReason } from '../../protocol/payout.ts'
import { PAID, STRIKES } from '../../protocol/workerRecord.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `with own as (select reason, settled_at from outcome where worker = $1 and settled_at < $2),
  strike as (select max(settled_at) as at from own where reason = any($3))
select reason, count(*)::integer as count,
  (count(*) filter (where reason = any($4) and settled_at > coalesce(strike.at, -1)))::integer as "paidSince",
  strike.at as "lastStrikeAt"
from own cross join strike group by reason, strike.at`

/** A worker's leases in jobs settled before a time, by what became of them, with those paid since the last strike. */
export async function sumOutcomes(
  client: DatabaseClient,
  worker: Address,
  beforeSeconds: number,
): Promise<{ reason: PayoutReason; count: number; paidSince: number; lastStrikeAt: number | null }[]> {
  return client.query<{ reason: PayoutReason; count: number; paidSince: number; lastStrikeAt: number | null }>(sql, [
    worker,
    beforeSeconds,
    STRIKES,
    PAID,
  ])
}
