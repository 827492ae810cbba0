import type { Address } from 'viem'
import { type Lease, leaseId } from '../protocol/messages.ts'
import { type JobId, type LeaseId, toWire } from '../protocol/primitives.ts'
import { appendEvent } from './appendEvent.ts'
import { jobsFor } from './sponsor/assigner.ts'
import { insertProposal } from './sql/insertProposal.ts'
import { markServed } from './sql/markServed.ts'
import { pickShard } from './sql/pickShard.ts'
import { proposeShard } from './sql/proposeShard.ts'
import { takeFreeSlot } from './sql/takeFreeSlot.ts'
import { takeNextSlot } from './sql/takeNextSlot.ts'
import { isOverStake } from './stakes.ts'
import { readDocument } from './storedDocument.ts'
import { nowSeconds, type RelayWorld } from './world.ts'

/** How much longer than estimated a lease lasts: the estimate is of another machine, with other things to do. */
const PATIENCE_FACTOR = 4

/** A proposal that waits for the job key's signature. */
export interface Proposal {
  readonly job: JobId
  readonly lease: LeaseId
}

/**
 * Reserves the next fitting shard for a worker and asks its requester to sign the lease. Undefined when there is none.
 * @param again Also shards that this worker had before and lost.
 */
export async function proposeLease(
  world: RelayWorld,
  worker: Address,
  engines: readonly string[],
  again: boolean,
): Promise<Proposal | undefined> {
  const { limits, clock } = world
  const now = nowSeconds(clock)
  const proposal = await world.database.transaction(async (client) => {
    if (await isOverStake(world, client, worker)) return undefined
    const picked = await pickShard(client, {
      worker,
      engines,
      jobs: await jobsFor(world, client, worker, world.followers.followed()),
      nowSeconds: now,
      leaseFloorSeconds: limits.leaseFloorSeconds,
      failuresPerJob: limits.failuresPerJob,
      again,
    })
    if (picked === undefined) return undefined
    const { job } = picked
    const taken = (await takeFreeSlot(client, job)) ?? (await takeNextSlot(client, job))
    if (taken === undefined) return undefined
    const message: Lease = {
      job,
      slot: taken.slot,
      worker,
      specDigest: picked.specDigest,
      slices: picked.slices,
      price: readDocument(picked).intent.slotPrice,
      expires: now + Math.max(limits.leaseFloorSeconds, PATIENCE_FACTOR * picked.estimatedSeconds),
    }
    const lease = leaseId(message)
    await insertProposal(client, {
      lease,
      job,
      slot: message.slot,
      shard: picked.index,
      worker,
      message: toWire(message),
      expires: message.expires,
      nowMs: clock.nowMs(),
    })
    await proposeShard(client, job, picked.index, lease, worker)
    await markServed(client, job)
    const { determinismClass } = picked
    const named = determinismClass === null ? {} : { determinismClass }
    await appendEvent(client, job, { type: 'proposal', shard: picked.index, message, lease, ...named })
    return { job, lease }
  })
  if (proposal) world.followers.wake(proposal.job)
  return proposal
}
