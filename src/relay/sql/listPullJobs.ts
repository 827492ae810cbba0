import type { Address } from 'viem'
import type { Bytes32 } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'
import type { JobRow } from './findJob.ts'

const sql = `select job, state, document from job where signer = $1 and pull = $2 order by opened_at desc, job limit $3`

/** Jobs whose intents one key signed for one pull request, newest first. */
export async function listPullJobs(
  client: DatabaseClient,
  signer: Address,
  pull: Bytes32,
  limit: number,
): Promise<Pick<JobRow, 'job' | 'state' | 'document'>[]> {
  return client.query(sql, [signer, pull, limit])
}
