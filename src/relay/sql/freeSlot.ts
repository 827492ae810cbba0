import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into free_slot (job, slot) select $1, $2::integer
where not exists (select 1 from lease where job = $1 and slot = $2 and signature is not null)
on conflict do nothing`

/** Lets a slot be proposed again: as far as the relay knows nobody signed for it. */
export async function freeSlot(client: DatabaseClient, job: JobId, slot: number): Promise<void> {
  await client.query(sql, [job, slot])
}
