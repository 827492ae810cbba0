import type { JobId } from '../../../protocol/primitives.ts'
import { zStoredAudit } from '../../../protocol/sponsorAudit.ts'
import type { LedgerEntry } from '../../../protocol/sponsorship.ts'
import type { DatabaseClient } from '../../database.ts'

const sql = `select job, repository_id as "repositoryId", owner_id as "ownerId", repository, licence, event, workflow, commit,
  granted_at as "grantedAt", lock_units::text as "lockUnits", spent_units::text as "spentUnits", state, audit
from sponsor_grant
where month = $1 and number < coalesce((select number from sponsor_grant where job = $2), 9223372036854775807)
order by number desc limit $3`

type Row = Omit<LedgerEntry, 'lockUnits' | 'spentUnits' | 'audit' | 'disproved'> & {
  readonly lockUnits: string
  readonly spentUnits: string | null
  readonly audit: string | null
}

/** Grants of a month, newest first, from the one after a job on. */
export async function listGrants(
  client: DatabaseClient,
  month: string,
  after: JobId | null,
  most: number,
): Promise<LedgerEntry[]> {
  const rows = await client.query<Row>(sql, [month, after, most])
  return rows.map((row) => ({
    ...row,
    lockUnits: BigInt(row.lockUnits),
    spentUnits: row.spentUnits === null ? null : BigInt(row.spentUnits),
    ...readAudit(row.audit),
  }))
}

function readAudit(text: string | null): Pick<LedgerEntry, 'audit' | 'disproved'> {
  if (text === null) return { audit: null, disproved: [] }
  const { verdict, leases } = zStoredAudit.parse(JSON.parse(text))
  return { audit: verdict, disproved: leases.filter(({ outcome }) => outcome !== 'agreed').map(({ lease }) => lease) }
}
