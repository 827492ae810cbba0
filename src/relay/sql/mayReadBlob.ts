import type { Address } from 'viem'
import type { Bytes32 } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select 1 as yes where exists (select 1 from blob where digest = $1 and actor = $2)
or exists (
  select 1 from job_blob join job using (job)
  where job_blob.digest = $1 and (job.job_key = $2 or job.signer = $2)
)
or exists (
  select 1 from job_blob join lease using (job)
  where job_blob.digest = $1 and job_blob.kind = 'input' and lease.worker = $2 and lease.state in ('active', 'rooted')
)`

/** True when the actor may read the blob: its own upload, its job's, an input of a job it works for, or its own results. */
export async function mayReadBlob(client: DatabaseClient, digest: Bytes32, actor: Address): Promise<boolean> {
  const rows = await client.query(sql, [digest, actor])
  return rows.length > 0
}
