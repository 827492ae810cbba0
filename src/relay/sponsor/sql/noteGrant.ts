import type { JobId } from '../../../protocol/primitives.ts'
import type { GrantState } from '../../../protocol/sponsorship.ts'
import type { DatabaseClient } from '../../database.ts'

const sql = 'update sponsor_grant set state = $2, spent_units = $3::numeric where job = $1'

/** What became of a grant. @param spentUnits null while it is not known */
export async function noteGrant(
  client: DatabaseClient,
  job: JobId,
  state: GrantState,
  spentUnits: bigint | null,
): Promise<void> {
  await client.query(sql, [job, state, spentUnits === null ? null : spentUnits.toString()])
}
