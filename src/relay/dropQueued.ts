import type { Address } from 'viem'
import type { JobId } from '../protocol/primitives.ts'
import { appendEvent } from './appendEvent.ts'
import { dropShards } from './sql/dropShards.ts'
import { findJob } from './sql/findJob.ts'
import { requireRequester } from './viewJob.ts'
import type { RelayWorld } from './world.ts'

/** Drops those shards that are queued; what is proposed or leased goes on. @throws NotFound, NotYours */
export async function dropQueued(
  world: RelayWorld,
  actor: Address,
  job: JobId,
  indexes: readonly number[],
): Promise<number[]> {
  requireRequester(await findJob(world.database, job), actor)
  const dropped = await world.database.transaction(async (client) => {
    const rows = await dropShards(client, job, indexes)
    const shards = rows.map(({ index }) => index).sort((a, b) => a - b)
    if (shards.length > 0) await appendEvent(client, job, { type: 'dropped', shards })
    return shards
  })
  world.followers.wake(job)
  return dropped
}
