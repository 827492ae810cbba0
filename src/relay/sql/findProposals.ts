import type { JobId, LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select lease, job from lease where state = 'proposed' and proposed_at <= $1 and ($2::text is null or job = $2)`

/** Proposals that are older than a time (milliseconds); all of a job, when one is named. */
export async function findProposals(
  client: DatabaseClient,
  proposedBefore: number,
  job: JobId | null,
): Promise<{ lease: LeaseId; job: JobId }[]> {
  return client.query<{ lease: LeaseId; job: JobId }>(sql, [proposedBefore, job])
}
