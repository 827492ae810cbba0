import type { Address } from 'viem'
import type { DatabaseClient } from '../database.ts'

const sql = `update worker set owner = $2 where address = $1 and owner is distinct from $2`

/** Records who holds a worker's stake; null for nobody. */
export async function noteOwner(client: DatabaseClient, worker: Address, owner: Address | null): Promise<void> {
  await client.query(sql, [worker, owner])
}
