import type { DatabaseClient } from '../../database.ts'

const sql = `select
  coalesce(sum(coalesce(spent_units, lock_units)), 0)::text as "allUnits",
  coalesce(sum(coalesce(spent_units, lock_units)) filter (where repository_id = $2), 0)::text as "repositoryUnits",
  coalesce(sum(coalesce(spent_units, lock_units)) filter (where owner_id = $3), 0)::text as "ownerUnits",
  count(*)::integer as grants
from sponsor_grant where month = $1`

/** What was given in a month, in token units: what was spent where that is known, else what was locked. */
export async function sumGrants(
  client: DatabaseClient,
  month: string,
  whose: { readonly repositoryId: number; readonly ownerId: number } = { repositoryId: 0, ownerId: 0 },
): Promise<{ allUnits: bigint; repositoryUnits: bigint; ownerUnits: bigint; grants: number }> {
  const rows = await client.query<{ allUnits: string; repositoryUnits: string; ownerUnits: string; grants: number }>(
    sql,
    [month, whose.repositoryId, whose.ownerId],
  )
  const { allUnits, repositoryUnits, ownerUnits, grants } = rows[0]!
  return {
    allUnits: BigInt(allUnits),
    repositoryUnits: BigInt(repositoryUnits),
    ownerUnits: BigInt(ownerUnits),
    grants,
  }
}
