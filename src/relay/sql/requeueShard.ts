import type { JobId, LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update shard set state = 'queued', current_lease = null where job = $1 and index = $2 and current_lease = $3`

/** Gives a shard back to the queue, if this lease is the one it hangs on. */
export async function requeueShard(client: DatabaseClient, job: JobId, index: number, lease: LeaseId): Promise<void> {
  await client.query(sql, [job, index, lease])
}
