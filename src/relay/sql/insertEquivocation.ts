import type { Hex } from 'viem'
import type { LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into equivocation (lease, message, signature, seen_at) select $1, $2, $3, $4
where not exists (select 1 from equivocation where lease = $1)
returning lease`

/** Keeps a second signed root as evidence; two are proof, a third says nothing more. @returns whether it is the first such */
export async function insertEquivocation(
  client: DatabaseClient,
  lease: LeaseId,
  message: string,
  signature: Hex,
  nowSeconds: number,
): Promise<boolean> {
  const rows = await client.query(sql, [lease, message, signature, nowSeconds])
  return rows.length > 0
}
