import type { Address } from 'viem'
import type { z } from 'zod'
import type { zHeartbeatResponse } from '../protocol/api.ts'
import type { LeaseId } from '../protocol/primitives.ts'
import { appendEvent } from './appendEvent.ts'
import { requireLease } from './requireLease.ts'
import { findJob } from './sql/findJob.ts'
import { noteHeartbeat } from './sql/noteHeartbeat.ts'
import { readLease } from './storedDocument.ts'
import type { RelayWorld } from './world.ts'

type Order = z.output<typeof zHeartbeatResponse>['order']

/**
 * A sign of life from a worker, answered with what it is to do.
 * @throws NotFound, NotYours
 */
export async function heartbeat(world: RelayWorld, worker: Address, lease: LeaseId, done: number): Promise<Order> {
  let wakeJob: (() => void) | undefined
  const order = await world.database.transaction(async (client): Promise<Order> => {
    const row = await requireLease(client, lease, worker)
    const job = (await findJob(client, row.job))!
    if (job.state === 'settling' || job.state === 'settled') return 'gone'
    if (row.state === 'rooted') return 'continue'
    if (row.state !== 'active') return 'gone'
    const finished = Math.min(done, readLease(row).slices)
    await noteHeartbeat(client, lease, finished, world.clock.nowMs())
    if (finished > row.done) {
      await appendEvent(client, row.job, { type: 'progress', lease, done: finished })
      wakeJob = () => world.followers.wake(row.job)
    }
    return job.state === 'cancelling' ? 'stop' : 'continue'
  })
  wakeJob?.()
  return order
}
