import type { Hex } from 'viem'
import type { LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update lease set state = 'active', signature = $2, seen_at = $3 where lease = $1`

/** A proposal becomes a lease: it is signed. */
export async function activateLease(
  client: DatabaseClient,
  lease: LeaseId,
  signature: Hex,
  nowMs: number,
): Promise<void> {
  await client.query(sql, [lease, signature, nowMs])
}
