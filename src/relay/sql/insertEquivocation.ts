import type { Hex } from 'viem'
import type { LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into equivocation (lease, message, signature, seen_at) values ($1, $2, $3, $4) on conflict do nothing`

/** Keeps a second signed root as evidence. */
export async function insertEquivocation(
  client: DatabaseClient,
  lease: LeaseId,
  message: string,
  signature: Hex,
  nowSeconds: number,
): Promise<void> {
  await client.query(sql, [lease, message, signature, nowSeconds])
}
