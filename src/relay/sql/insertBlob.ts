import type { Address } from 'viem'
import type { Bytes32 } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into blob (digest, bytes, actor, stored_at) values ($1, $2, $3, $4) on conflict do nothing`

/** Records a blob whose bytes are on disk. Repeating it changes nothing. */
export async function insertBlob(
  client: DatabaseClient,
  digest: Bytes32,
  bytes: number,
  actor: Address,
  nowSeconds: number,
): Promise<void> {
  await client.query(sql, [digest, bytes, actor, nowSeconds])
}
