import type { Address, Hex } from 'viem'
import type { LeaseView } from '../../protocol/api.ts'
import type { Bytes32, JobId, LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

/** A lease as it is stored. */
export interface LeaseRow {
  readonly lease: LeaseId
  readonly job: JobId
  readonly slot: number
  readonly shard: number
  readonly worker: Address
  /** The lease message as JSON. */
  readonly message: string
  readonly signature: Hex | null
  /** In sponsored jobs only. */
  readonly assignerSignature: Hex | null
  /** `proposed` waits for its signature; `unsigned` never got one in time. */
  readonly state: 'proposed' | 'unsigned' | LeaseView['state']
  readonly done: number
  readonly expires: number
  /** Signed root and signed receipt as JSON. */
  readonly root: string | null
  readonly receipt: string | null
  /** Signed by the job key or the assigner. */
  readonly requesterReceipt: string | null
  readonly resultsDigest: Bytes32 | null
  readonly resultsBytes: number | null
}

const sql = `select lease, job, slot, shard, worker, message, signature, assigner_signature as "assignerSignature", state, done, expires, root, receipt,
  requester_receipt as "requesterReceipt", results_digest as "resultsDigest", results_bytes as "resultsBytes"
from lease where lease = $1 for update`

/** A lease, locked until the transaction ends. */
export async function lockLease(client: DatabaseClient, lease: LeaseId): Promise<LeaseRow | undefined> {
  const rows = await client.query<LeaseRow>(sql, [lease])
  return rows[0]
}
