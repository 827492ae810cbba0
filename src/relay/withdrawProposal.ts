import type { LeaseId } from '../protocol/primitives.ts'
import { appendEvent } from './appendEvent.ts'
import type { DatabaseClient } from './database.ts'
import { freeSlot } from './sql/freeSlot.ts'
import { type LeaseRow, lockLease } from './sql/lockLease.ts'
import { requeueShard } from './sql/requeueShard.ts'
import { setLeaseState } from './sql/setLeaseState.ts'
import type { RelayWorld } from './world.ts'

/**
 * Takes a proposal back that nobody signed: its shard is queued again, its slot may be proposed again.
 * Does nothing when it was signed meanwhile. @returns whether it was taken back
 */
export async function withdrawProposal(world: RelayWorld, lease: LeaseId): Promise<boolean> {
  const row = await world.database.transaction(async (client) => {
    const found = await lockLease(client, lease)
    if (found?.state !== 'proposed') return undefined
    await lapseProposal(client, found)
    return found
  })
  if (row === undefined) return false
  world.followers.wake(row.job)
  world.matches.lapsed(lease)
  world.matches.poke()
  return true
}

/** The same within a transaction that holds the lease's lock. */
async function lapseProposal(client: DatabaseClient, row: LeaseRow): Promise<void> {
  await setLeaseState(client, row.lease, 'unsigned')
  await requeueShard(client, row.job, row.shard, row.lease)
  await freeSlot(client, row.job, row.slot)
  await appendEvent(client, row.job, { type: 'lapsed', lease: row.lease, shard: row.shard, why: 'unsigned' })
}
