import type { JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `update job set looked_at = $1 where job in (
  select job from job
  where closed_at is null and (state = 'settled' or settle_by < $1) and looked_at <= $2
  order by looked_at, opened_at limit $3
) returning job, settlement`

/**
 * Jobs whose lock has not gone back, settled or past their deadline, those first that were not looked at for the longest
 * time. Notes that they were looked at now.
 */
export async function findUnclosedJobs(
  client: DatabaseClient,
  request: { readonly nowSeconds: number; readonly notSinceSeconds: number; readonly most: number },
): Promise<{ job: JobId; settlement: string | null }[]> {
  const { nowSeconds, notSinceSeconds, most } = request
  return client.query<{ job: JobId; settlement: string | null }>(sql, [nowSeconds, notSinceSeconds, most])
}
