import type { Bytes32, JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update job set state = 'settled', settlement_transaction = $2, settled_at = $3 where job = $1`

/** A job is settled, in this transaction if the relay sent it. */
export async function markSettled(
  client: DatabaseClient,
  job: JobId,
  transaction: Bytes32 | null,
  nowSeconds: number,
): Promise<void> {
  await client.query(sql, [job, transaction, nowSeconds])
}
