import type { LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'
import type { LeaseRow } from './lockLease.ts'

const sql = `update lease set state = $2 where lease = $1`

/** Moves a lease on. */
export async function setLeaseState(client: DatabaseClient, lease: LeaseId, state: LeaseRow['state']): Promise<void> {
  await client.query(sql, [lease, state])
}
