import type { Hex } from 'viem'
import type { LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update lease set signature = $2 where lease = $1`

/** Keeps a signature that came too late, so that its slot stays burned. */
export async function keepLateSignature(client: DatabaseClient, lease: LeaseId, signature: Hex): Promise<void> {
  await client.query(sql, [lease, signature])
}
