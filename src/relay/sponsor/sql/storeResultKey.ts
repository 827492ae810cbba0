import type { Bytes32, JobId } from '../../../protocol/primitives.ts'
import type { DatabaseClient } from '../../database.ts'

const sql = 'update sponsor_grant set result_key = $2 where job = $1 returning job'

/** Keeps the key that opens a job's results, for the auditors. False when the job is not the sponsor's. */
export async function storeResultKey(client: DatabaseClient, job: JobId, key: Bytes32): Promise<boolean> {
  const rows = await client.query(sql, [job, key])
  return rows.length > 0
}
