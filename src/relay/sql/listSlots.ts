import type { Address } from 'viem'
import type { JobId, LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select lease, slot, worker from lease where job = $1`

/** Lease and worker of every slot that was ever proposed. */
export async function listSlots(
  client: DatabaseClient,
  job: JobId,
): Promise<{ lease: LeaseId; slot: number; worker: Address }[]> {
  return client.query<{ lease: LeaseId; slot: number; worker: Address }>(sql, [job])
}
