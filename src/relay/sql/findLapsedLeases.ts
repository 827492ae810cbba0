import type { JobId, LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select lease, job from lease
where (state = 'active' and (seen_at <= $1 or expires <= $2)) or (state = 'rooted' and expires + $3 <= $2)`

/** Leases that have lapsed: silent since `seenBefore` (ms), past `expires`, or rooted without results long after it. */
export async function findLapsedLeases(
  client: DatabaseClient,
  seenBeforeMs: number,
  nowSeconds: number,
  resultsGraceSeconds: number,
): Promise<{ lease: LeaseId; job: JobId }[]> {
  return client.query<{ lease: LeaseId; job: JobId }>(sql, [seenBeforeMs, nowSeconds, resultsGraceSeconds])
}
