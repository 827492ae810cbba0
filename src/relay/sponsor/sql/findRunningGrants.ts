import type { JobId } from '../../../protocol/primitives.ts'
import type { GrantState } from '../../../protocol/sponsorship.ts'
import type { DatabaseClient } from '../../database.ts'

const sql = `update sponsor_grant set looked_at = $1 where job in (
  select job from sponsor_grant where state not in ('closed', 'expired') and looked_at <= $2 order by looked_at, number limit $3
) returning job, state, open_by as "openBy"`

/** Grants whose cost is not final, those first that were not looked at for the longest time. Notes that they were, now. */
export async function findRunningGrants(
  client: DatabaseClient,
  request: { readonly nowSeconds: number; readonly notSinceSeconds: number; readonly most: number },
): Promise<{ job: JobId; state: GrantState; openBy: number }[]> {
  const { nowSeconds, notSinceSeconds, most } = request
  return client.query<{ job: JobId; state: GrantState; openBy: number }>(sql, [nowSeconds, notSinceSeconds, most])
}
