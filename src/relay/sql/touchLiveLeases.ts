import type { DatabaseClient } from '../database.ts'

const sql = `update lease set seen_at = greatest(seen_at, $1) where state = 'active'`

/** Counts every running lease as heard of now: after a restart, since nobody could be heard before. */
export async function touchLiveLeases(client: DatabaseClient, nowMs: number): Promise<void> {
  await client.query(sql, [nowMs])
}
