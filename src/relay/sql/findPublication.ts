import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = 'select document from publication where job = $1'

/** The publication request of a job as JSON, or undefined. */
export async function findPublication(client: DatabaseClient, job: JobId): Promise<string | undefined> {
  const rows = await client.query<{ document: string }>(sql, [job])
  return rows[0]?.document
}
