import type { Bytes32 } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into nonce (session, nonce, until_ms) values ($1, $2, $3) on conflict do nothing returning nonce`

/** Remembers a request's nonce until its window is over. False when it was used before. */
export async function burnNonce(
  client: DatabaseClient,
  session: Bytes32,
  nonce: string,
  untilMs: number,
): Promise<boolean> {
  const rows = await client.query(sql, [session, nonce, untilMs])
  return rows.length > 0
}
