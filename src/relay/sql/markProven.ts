import type { LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update equivocation set proven_at = $2 where lease = $1`

/** Two roots were brought to the chain, or can never be. */
export async function markProven(client: DatabaseClient, lease: LeaseId, nowSeconds: number): Promise<void> {
  await client.query(sql, [lease, nowSeconds])
}
