import type { DatabaseClient } from '../../database.ts'

const sql = 'delete from sponsor_denial where kind = $1 and id = $2'

/** Takes a denial back. */
export async function deleteDenial(client: DatabaseClient, kind: 'repository' | 'owner', id: number): Promise<void> {
  await client.query(sql, [kind, id])
}
