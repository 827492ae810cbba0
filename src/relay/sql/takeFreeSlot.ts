import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `delete from free_slot where job = $1 and slot = (
  select slot from free_slot where job = $1 order by slot limit 1 for update skip locked
) returning slot`

/** A slot whose proposal nobody signed. */
export async function takeFreeSlot(client: DatabaseClient, job: JobId): Promise<{ slot: number } | undefined> {
  const rows = await client.query<{ slot: number }>(sql, [job])
  return rows[0]
}
