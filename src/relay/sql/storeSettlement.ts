import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update job set state = 'settling', settlement = $2 where job = $1`

/** Stores the signed settlement with its lines. */
export async function storeSettlement(client: DatabaseClient, job: JobId, settlement: string): Promise<void> {
  await client.query(sql, [job, settlement])
}
