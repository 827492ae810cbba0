import type { Address } from 'viem'
import type { JobId, LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into lease (lease, job, slot, shard, worker, message, state, proposed_at, seen_at, expires)
values ($1, $2, $3, $4, $5, $6, 'proposed', $7, $7, $8)
on conflict (lease) do update set state = 'proposed', proposed_at = excluded.proposed_at, seen_at = excluded.seen_at
where lease.state = 'unsigned' and lease.signature is null`

/** Records a proposed lease. The same proposal may come again after it lapsed unsigned. */
export async function insertProposal(
  client: DatabaseClient,
  lease: {
    lease: LeaseId
    job: JobId
    slot: number
    shard: number
    worker: Address
    message: string
    expires: number
    nowMs: number
  },
): Promise<void> {
  await client.query(sql, [
    lease.lease,
    lease.job,
    lease.slot,
    lease.shard,
    lease.worker,
    lease.message,
    lease.nowMs,
    lease.expires,
  ])
}
