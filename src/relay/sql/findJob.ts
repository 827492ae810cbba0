import type { Address } from 'viem'
import type { Bytes32, JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

/** A job as it is stored. */
export interface JobRow {
  readonly job: JobId
  readonly jobKey: Address
  readonly signer: Address
  readonly state: 'open' | 'cancelling' | 'settling' | 'settled'
  /** The job document without its shards, as JSON. */
  readonly document: string
  /** Slots and spares together. */
  readonly slots: number
  readonly nextSlot: number
  readonly lastEvent: number
  /** The settlement request as JSON. */
  readonly settlement: string | null
  readonly settlementTransaction: Bytes32 | null
}

const sql = `select job, job_key as "jobKey", signer, state, document, slots, next_slot as "nextSlot", last_event as "lastEvent",
  settlement, settlement_transaction as "settlementTransaction"
from job where job = $1`

/** A job. */
export async function findJob(client: DatabaseClient, job: JobId): Promise<JobRow | undefined> {
  const rows = await client.query<JobRow>(sql, [job])
  return rows[0]
}
