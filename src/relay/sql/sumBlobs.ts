import type { Address } from 'viem'
import type { DatabaseClient } from '../database.ts'

const sql = `select coalesce(sum(bytes), 0)::bigint as total,
  coalesce(sum(bytes) filter (
    where actor = $1 and not exists (select 1 from job_blob where job_blob.digest = blob.digest)
  ), 0)::bigint as unused
from blob`

/** Bytes stored in all, and those of them that this actor uploaded and no job uses yet. */
export async function sumBlobs(client: DatabaseClient, actor: Address): Promise<{ total: number; unused: number }> {
  const rows = await client.query<{ total: number; unused: number }>(sql, [actor])
  return rows[0]!
}
