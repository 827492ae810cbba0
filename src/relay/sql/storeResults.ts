import type { Bytes32, LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update lease set state = 'delivered', results_digest = $2, results_bytes = $3 where lease = $1`

/** Names the blob of a lease's sealed results. */
export async function storeResults(
  client: DatabaseClient,
  lease: LeaseId,
  digest: Bytes32,
  bytes: number,
): Promise<void> {
  await client.query(sql, [lease, digest, bytes])
}
