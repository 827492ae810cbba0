import type { Address } from 'viem'
import type { DatabaseClient } from '../database.ts'

const sql = `select count(*)::int as held from lease where worker = $1 and state in ('proposed', 'active', 'rooted')`

/** How many leases a worker holds that are not delivered, lost or handed back. */
export async function countOpenLeases(client: DatabaseClient, worker: Address): Promise<number> {
  const rows = await client.query<{ held: number }>(sql, [worker])
  return rows[0]!.held
}
