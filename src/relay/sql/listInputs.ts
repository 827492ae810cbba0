import type { Bytes32, JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select digest from job_blob where job = $1 and kind = 'input'`

/** The blobs that a job's workers may need. */
export async function listInputs(client: DatabaseClient, job: JobId): Promise<{ digest: Bytes32 }[]> {
  return client.query<{ digest: Bytes32 }>(sql, [job])
}
