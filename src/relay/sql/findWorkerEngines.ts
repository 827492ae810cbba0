import type { Address } from 'viem'
import type { DatabaseClient } from '../database.ts'

const sql = `select engines from worker where address = $1`

/** Engine keys of a worker that has said hello. */
export async function findWorkerEngines(
  client: DatabaseClient,
  address: Address,
): Promise<{ engines: string[] } | undefined> {
  const rows = await client.query<{ engines: string[] }>(sql, [address])
  return rows[0]
}
