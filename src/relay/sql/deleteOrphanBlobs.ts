import type { Bytes32 } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `delete from blob where stored_at < $1 and not exists (
  select 1 from job_blob join job using (job)
  where job_blob.digest = blob.digest and (job.settled_at is null or job.settled_at >= $2)
) returning digest`

/** Deletes the records of blobs that no unfinished or recent job uses; their digests. */
export async function deleteOrphanBlobs(
  client: DatabaseClient,
  storedBefore: number,
  settledBefore: number,
): Promise<{ digest: Bytes32 }[]> {
  return client.query<{ digest: Bytes32 }>(sql, [storedBefore, settledBefore])
}
