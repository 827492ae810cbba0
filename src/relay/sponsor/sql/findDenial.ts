import type { DatabaseClient } from '../../database.ts'

const sql = `select kind, why from sponsor_denial
where (kind = 'repository' and id = $1) or (kind = 'owner' and id = $2) order by kind limit 1`

/** Why a repository or its owner gets nothing, if it does not. */
export async function findDenial(
  client: DatabaseClient,
  repositoryId: number,
  ownerId: number,
): Promise<{ kind: 'repository' | 'owner'; why: string } | undefined> {
  const rows = await client.query<{ kind: 'repository' | 'owner'; why: string }>(sql, [repositoryId, ownerId])
  return rows[0]
}
