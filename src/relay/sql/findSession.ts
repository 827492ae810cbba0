import type { Address } from 'viem'
import type { Bytes32 } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select actor from session where public_key = $1 and expires_at > $2`

/** Whom a session key speaks for, if its delegation lasts beyond now (seconds). */
export async function findSession(
  client: DatabaseClient,
  publicKey: Bytes32,
  nowSeconds: number,
): Promise<{ actor: Address } | undefined> {
  const rows = await client.query<{ actor: Address }>(sql, [publicKey, nowSeconds])
  return rows[0]
}
