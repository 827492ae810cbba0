import type { Bytes32 } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update blob set stored_at = $2 where digest = any($1)`

/** Starts the day of grace of unreferenced blobs anew: somebody is about to use them. */
export async function touchBlobs(
  client: DatabaseClient,
  digests: readonly Bytes32[],
  nowSeconds: number,
): Promise<void> {
  await client.query(sql, [digests, nowSeconds])
}
