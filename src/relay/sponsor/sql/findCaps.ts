import type { SponsorCaps } from '../../../protocol/sponsorship.ts'
import type { DatabaseClient } from '../../database.ts'

const sql = `select per_burst::text as "perBurst", per_repository::text as "perRepository", per_owner::text as "perOwner",
  budget::text as budget from sponsor_caps`

/** The caps that were set since the relay's settings were written, in token units. */
export async function findCaps(client: DatabaseClient): Promise<SponsorCaps | undefined> {
  const rows = await client.query<Record<'perBurst' | 'perRepository' | 'perOwner' | 'budget', string>>(sql)
  const [row] = rows
  if (row === undefined) return undefined
  return {
    perBurstUnits: BigInt(row.perBurst),
    perRepositoryUnits: BigInt(row.perRepository),
    perOwnerUnits: BigInt(row.perOwner),
    budgetUnits: BigInt(row.budget),
  }
}
