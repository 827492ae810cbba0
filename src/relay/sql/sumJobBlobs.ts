import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select coalesce(sum(bytes), 0)::bigint as bytes from job_blob join blob using (digest) where job = $1`

/** Bytes of all blobs of a job. */
export async function sumJobBlobs(client: DatabaseClient, job: JobId): Promise<{ bytes: number }> {
  const rows = await client.query<{ bytes: number }>(sql, [job])
  return rows[0]!
}
