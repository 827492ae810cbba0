import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update job set next_slot = next_slot + 1 where job = $1 and next_slot < slots returning next_slot - 1 as slot`

/** The next slot that was never proposed, while the lock covers one. */
export async function takeNextSlot(client: DatabaseClient, job: JobId): Promise<{ slot: number } | undefined> {
  const rows = await client.query<{ slot: number }>(sql, [job])
  return rows[0]
}
