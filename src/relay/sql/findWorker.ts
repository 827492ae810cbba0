import type { Address } from 'viem'
import type { WorkerRecord } from '../../protocol/workerRecord.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select name, version, tier, determinism_class as "determinismClass", engines, seen_at as "seenAt"
from worker where address = $1`

/** What a worker last said of itself, or null. */
export async function findWorker(client: DatabaseClient, worker: Address): Promise<WorkerRecord['hello']> {
  const rows = await client.query<NonNullable<WorkerRecord['hello']>>(sql, [worker])
  return rows[0] ?? null
}
