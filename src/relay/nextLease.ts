import { type Address, isAddressEqual } from 'viem'
import type { LeaseOffer } from '../protocol/api.ts'
import type { LeaseId } from '../protocol/primitives.ts'
import { zShardSpec } from '../protocol/shardSpec.ts'
import { HelloMissing, WorkerNotListed } from './jobErrors.ts'
import { releaseLease } from './releaseLease.ts'
import { findJob } from './sql/findJob.ts'
import { findLease } from './sql/findLease.ts'
import { findShardSpec } from './sql/findShardSpec.ts'
import { findWorkerEngines } from './sql/findWorkerEngines.ts'
import { requireStake } from './stakes.ts'
import { readDocument, readLease } from './storedDocument.ts'
import type { RelayWorld } from './world.ts'

/** @throws WorkerNotListed in a private pool that does not name the worker */
export function requireWorker(world: RelayWorld, worker: Address): void {
  const { pool } = world
  if (pool.kind === 'private' && !pool.workers.some((listed) => isAddressEqual(listed, worker)))
    throw new WorkerNotListed(worker)
}

/**
 * Waits for a lease for a worker. Undefined when the wait is over.
 * @throws WorkerNotListed, HelloMissing, StakeMissing
 */
export async function nextLease(
  world: RelayWorld,
  worker: Address,
  ended: AbortSignal,
  gone: AbortSignal,
): Promise<LeaseOffer | undefined> {
  requireWorker(world, worker)
  const hello = await findWorkerEngines(world.database, worker)
  if (hello === undefined) throw new HelloMissing()
  await requireStake(world, worker)
  const lease = await world.matches.wait(worker, hello.engines, ended, gone)
  if (lease === undefined) return undefined
  if (gone.aborted) {
    // Signed in the moment in which the worker went away: it never heard of it.
    await releaseLease(world, worker, lease, 'draining')
    return undefined
  }
  return offerOf(world, lease)
}

async function offerOf(world: RelayWorld, lease: LeaseId): Promise<LeaseOffer> {
  const row = (await findLease(world.database, lease))!
  const job = (await findJob(world.database, row.job))!
  const shard = (await findShardSpec(world.database, row.job, row.shard))!
  const document = readDocument(job)
  const spec = zShardSpec.parse(JSON.parse(shard.spec))
  return {
    lease,
    message: readLease(row),
    signature: row.signature!,
    assignerSignature: row.assignerSignature,
    spec,
    venue: document.venue,
    intent: document.intent,
    intentSignature: document.intentSignature,
    resultPublicKey: document.resultPublicKey,
    layers: spec.layers,
  }
}
