import type { DatabaseClient } from '../../database.ts'

const sql = `insert into sponsor_denial (kind, id, why, since) values ($1, $2, $3, $4)
on conflict (kind, id) do update set why = excluded.why`

/** Notes that a repository or an owner gets nothing. */
export async function saveDenial(
  client: DatabaseClient,
  denial: { readonly kind: 'repository' | 'owner'; readonly id: number; readonly why: string },
  nowSeconds: number,
): Promise<void> {
  await client.query(sql, [denial.kind, denial.id, denial.why, nowSeconds])
}
