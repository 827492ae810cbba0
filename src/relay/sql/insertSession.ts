import type { Address } from 'viem'
import type { Bytes32 } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into session (public_key, actor, expires_at) values ($1, $2, $3)
on conflict (public_key) do update set expires_at = greatest(session.expires_at, excluded.expires_at)
where session.actor = excluded.actor
returning public_key`

/** Registers a session key for an actor; again with a later expiry replaces it. False when the key belongs to another actor. */
export async function insertSession(
  client: DatabaseClient,
  publicKey: Bytes32,
  actor: Address,
  expiresAt: number,
): Promise<boolean> {
  const rows = await client.query(sql, [publicKey, actor, expiresAt])
  return rows.length > 0
}
