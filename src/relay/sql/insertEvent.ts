import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into event (job, number, data) values ($1, $2, $3)`

/** Stores one event. */
export async function insertEvent(client: DatabaseClient, job: JobId, number: number, data: string): Promise<void> {
  await client.query(sql, [job, number, data])
}
