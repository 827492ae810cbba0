import type { DatabaseClient } from '../database.ts'

const sql = `delete from job_blob using job where job.job = job_blob.job and job.settled_at < $1`

/** Lets go of the blobs of jobs settled before a time. */
export async function unlinkSettledBlobs(client: DatabaseClient, settledBefore: number): Promise<void> {
  await client.query(sql, [settledBefore])
}
