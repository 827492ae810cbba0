import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `delete from free_slot where job = $1 and slot = $2`

/** Makes sure that a slot is never proposed again. */
export async function burnSlot(client: DatabaseClient, job: JobId, slot: number): Promise<void> {
  await client.query(sql, [job, slot])
}
