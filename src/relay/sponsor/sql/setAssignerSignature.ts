import type { Hex } from 'viem'
import type { LeaseId } from '../../../protocol/primitives.ts'
import type { DatabaseClient } from '../../database.ts'

const sql = 'update lease set assigner_signature = $2 where lease = $1'

/** Stores the assigner's signature under a lease. */
export async function setAssignerSignature(client: DatabaseClient, lease: LeaseId, signature: Hex): Promise<void> {
  await client.query(sql, [lease, signature])
}
