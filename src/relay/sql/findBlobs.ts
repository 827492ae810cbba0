import type { Bytes32 } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select digest, bytes from blob where digest = any($1) for key share`

/** Those of the digests that are stored, locked so that they are not collected meanwhile. */
export async function findBlobs(
  client: DatabaseClient,
  digests: readonly Bytes32[],
): Promise<{ digest: Bytes32; bytes: number }[]> {
  return client.query<{ digest: Bytes32; bytes: number }>(sql, [digests])
}
