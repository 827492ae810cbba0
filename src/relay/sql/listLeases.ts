import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'
import type { LeaseRow } from './lockLease.ts'

const sql = `select lease, job, slot, shard, worker, message, signature, assigner_signature as "assignerSignature", state, done, expires, root, receipt,
  requester_receipt as "requesterReceipt", results_digest as "resultsDigest", results_bytes as "resultsBytes"
from lease where job = $1 and state not in ('proposed', 'unsigned') order by slot`

/** All leases of a job that were signed in time, by slot. */
export async function listLeases(client: DatabaseClient, job: JobId): Promise<LeaseRow[]> {
  return client.query<LeaseRow>(sql, [job])
}
