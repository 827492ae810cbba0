import type { LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = 'update lease set requester_receipt = $2 where lease = $1 and requester_receipt is null'

/** Stores the requester's signed receipt, once. */
export async function storeRequesterReceipt(client: DatabaseClient, lease: LeaseId, receipt: string): Promise<void> {
  await client.query(sql, [lease, receipt])
}
