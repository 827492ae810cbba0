import type { DatabaseClient } from '../database.ts'

const sql = `delete from session where expires_at <= $1`

/** Forgets sessions that have expired. */
export async function forgetSessions(client: DatabaseClient, nowSeconds: number): Promise<void> {
  await client.query(sql, [nowSeconds])
}
