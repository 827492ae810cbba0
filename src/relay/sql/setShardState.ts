import type { ShardState } from '../../protocol/api.ts'
import type { JobId, LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update shard set state = $4 where job = $1 and index = $2 and current_lease = $3 returning index`

/** Moves a shard on, if this lease is the one it hangs on. False otherwise. */
export async function setShardState(
  client: DatabaseClient,
  job: JobId,
  index: number,
  lease: LeaseId,
  state: ShardState,
): Promise<boolean> {
  const rows = await client.query(sql, [job, index, lease, state])
  return rows.length > 0
}
