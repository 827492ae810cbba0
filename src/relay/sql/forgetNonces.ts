import type { DatabaseClient } from '../database.ts'

const sql = `delete from nonce where until_ms < $1`

/** Forgets nonces whose window is over. */
export async function forgetNonces(client: DatabaseClient, nowMs: number): Promise<void> {
  await client.query(sql, [nowMs])
}
