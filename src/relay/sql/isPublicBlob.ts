import type { Bytes32, JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select 1 as yes from job_blob join publication using (job)
where job_blob.job = $1 and job_blob.digest = $2 and (job_blob.kind = 'results' or $3::boolean)`

/** True for the sealed results of a published job, and for its inputs when its code is public. */
export async function isPublicBlob(
  client: DatabaseClient,
  job: JobId,
  digest: Bytes32,
  codeIsPublic: boolean,
): Promise<boolean> {
  const rows = await client.query(sql, [job, digest, codeIsPublic])
  return rows.length > 0
}
