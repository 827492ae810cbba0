import type { Address } from 'viem'
import type { z } from 'zod'
import type { zReleaseRequest } from '../protocol/api.ts'
import type { LeaseId } from '../protocol/primitives.ts'
import { appendEvent } from './appendEvent.ts'
import { LeaseOver } from './jobErrors.ts'
import { requireLease } from './requireLease.ts'
import { noteStanding } from './sql/noteStanding.ts'
import { requeueShard } from './sql/requeueShard.ts'
import { setLeaseState } from './sql/setLeaseState.ts'
import type { RelayWorld } from './world.ts'

/**
 * A worker hands a lease back unfinished. Its shard is queued again; a worker that refused gets no more of that job.
 * @throws NotFound, NotYours, LeaseOver
 */
export async function releaseLease(
  world: RelayWorld,
  worker: Address,
  lease: LeaseId,
  why: z.output<typeof zReleaseRequest>['why'],
): Promise<void> {
  const row = await world.database.transaction(async (client) => {
    const found = await requireLease(client, lease, worker)
    if (found.state === 'released') return found
    if (found.state !== 'active') throw new LeaseOver(found.state)
    await setLeaseState(client, lease, 'released')
    await requeueShard(client, found.job, found.shard, lease)
    if (why === 'refused') await noteStanding(client, found.job, worker, { refused: true })
    if (why === 'failed' || why === 'crashed') await noteStanding(client, found.job, worker, { failures: 1 })
    await appendEvent(client, found.job, { type: 'released', lease, shard: found.shard })
    return found
  })
  world.followers.wake(row.job)
  world.matches.poke()
}
