import type { LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'
import type { LeaseRow } from './lockLease.ts'

const sql = `select lease, job, slot, shard, worker, message, signature, assigner_signature as "assignerSignature", state, done, expires, root, receipt,
  requester_receipt as "requesterReceipt", results_digest as "resultsDigest", results_bytes as "resultsBytes"
from lease where lease = $1`

/** A lease. */
export async function findLease(client: DatabaseClient, lease: LeaseId): Promise<LeaseRow | undefined> {
  const rows = await client.query<LeaseRow>(sql, [lease])
  return rows[0]
}
