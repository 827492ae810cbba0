import type { LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update lease set state = 'rooted', done = $2, root = $3, receipt = $4 where lease = $1`

/** Stores a signed root with its receipt. */
export async function storeRoot(
  client: DatabaseClient,
  lease: LeaseId,
  done: number,
  root: string,
  receipt: string,
): Promise<void> {
  await client.query(sql, [lease, done, root, receipt])
}
