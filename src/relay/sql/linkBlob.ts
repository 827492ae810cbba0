import type { Bytes32, JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into job_blob (job, digest, kind) values ($1, $2, $3) on conflict do nothing`

/** Notes that a job uses a blob. */
export async function linkBlob(
  client: DatabaseClient,
  job: JobId,
  digest: Bytes32,
  kind: 'input' | 'results',
): Promise<void> {
  await client.query(sql, [job, digest, kind])
}
