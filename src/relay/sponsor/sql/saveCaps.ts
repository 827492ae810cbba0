import type { SponsorCaps } from '../../../protocol/sponsorship.ts'
import type { DatabaseClient } from '../../database.ts'

const sql = `insert into sponsor_caps (per_burst, per_repository, per_owner, budget, set_at)
values ($1::numeric, $2::numeric, $3::numeric, $4::numeric, $5)
on conflict (one) do update set per_burst = excluded.per_burst, per_repository = excluded.per_repository,
  per_owner = excluded.per_owner, budget = excluded.budget, set_at = excluded.set_at`

/** Sets all caps, in token units. */
export async function saveCaps(client: DatabaseClient, caps: SponsorCaps, nowSeconds: number): Promise<void> {
  const { perBurstUnits, perRepositoryUnits, perOwnerUnits, budgetUnits } = caps
  const units = [perBurstUnits, perRepositoryUnits, perOwnerUnits, budgetUnits].map(String)
  await client.query(sql, [...units, nowSeconds])
}
