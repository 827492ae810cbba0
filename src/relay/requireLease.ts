import { type Address, isAddressEqual } from 'viem'
import type { LeaseId } from '../protocol/primitives.ts'
import type { DatabaseClient } from './database.ts'
import { NotFound, NotYours } from './errors.ts'
import { type LeaseRow, lockLease } from './sql/lockLease.ts'

/** A signed lease of this worker, locked. @throws NotFound, NotYours */
export async function requireLease(client: DatabaseClient, lease: LeaseId, worker: Address): Promise<LeaseRow> {
  const row = await lockLease(client, lease)
  if (row === undefined || row.state === 'proposed' || row.state === 'unsigned') throw new NotFound('lease')
  if (!isAddressEqual(row.worker, worker)) throw new NotYours('lease')
  return row
}
