import type { Address } from 'viem'
import type { JobId, LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update shard set state = 'proposed', current_lease = $3, last_worker = $4 where job = $1 and index = $2`

/** Reserves a queued shard for a proposal. */
export async function proposeShard(
  client: DatabaseClient,
  job: JobId,
  index: number,
  lease: LeaseId,
  worker: Address,
): Promise<void> {
  await client.query(sql, [job, index, lease, worker])
}
