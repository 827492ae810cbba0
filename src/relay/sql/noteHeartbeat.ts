import type { LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update lease set seen_at = $3, done = greatest(done, $2) where lease = $1`

/** A sign of life, with the slices done so far. */
export async function noteHeartbeat(
  client: DatabaseClient,
  lease: LeaseId,
  done: number,
  nowMs: number,
): Promise<void> {
  await client.query(sql, [lease, done, nowMs])
}
