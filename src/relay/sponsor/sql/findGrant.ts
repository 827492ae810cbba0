import type { Hex } from 'viem'
import type { JobId } from '../../../protocol/primitives.ts'
import type { DatabaseClient } from '../../database.ts'

const sql = 'select jti, issuer, signature from sponsor_grant where job = $1'

/** The grant of a job, if it has one. */
export async function findGrant(
  client: DatabaseClient,
  job: JobId,
): Promise<{ jti: string; issuer: string; signature: Hex } | undefined> {
  const rows = await client.query<{ jti: string; issuer: string; signature: Hex }>(sql, [job])
  return rows[0]
}
