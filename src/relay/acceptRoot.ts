import type { Address, Hex } from 'viem'
import type { z } from 'zod'
import { zRootRequest, zRootResponse } from '../protocol/api.ts'
import { messageHash, type Receipt, type Root } from '../protocol/messages.ts'
import { type LeaseId, toWire } from '../protocol/primitives.ts'
import { isSignedBy, signMessageStruct } from '../protocol/signing.ts'
import { appendEvent } from './appendEvent.ts'
import { JobOver, LeaseOver, RootRefused, SecondRoot } from './jobErrors.ts'
import { requireLease } from './requireLease.ts'
import { dateAssignedRoot } from './sponsor/assigner.ts'
import { findJob } from './sql/findJob.ts'
import { insertEquivocation } from './sql/insertEquivocation.ts'
import { noteStanding } from './sql/noteStanding.ts'
import { setShardState } from './sql/setShardState.ts'
import { storeRoot } from './sql/storeRoot.ts'
import { readLease } from './storedDocument.ts'
import { nowSeconds, type RelayWorld } from './world.ts'

type SignedReceipt = z.output<typeof zRootResponse>

/**
 * Takes a worker's root and answers with a dated receipt. The same root again gets the same receipt, whatever became of
 * the lease; another root for the same lease is kept as evidence, shown to the requester, and refused.
 * @throws NotFound, NotYours, RootRefused, SecondRoot, LeaseOver, JobOver
 */
export async function acceptRoot(
  world: RelayWorld,
  worker: Address,
  lease: LeaseId,
  signed: { message: Root; signature: Hex },
): Promise<SignedReceipt> {
  const { message, signature } = signed
  if (!(await isSignedBy(worker, world.venue, 'Root', message, signature)))
    throw new RootRefused('it is not signed by the worker')
  const outcome = await world.database.transaction(async (client) => {
    const row = await requireLease(client, lease, worker)
    const granted = readLease(row)
    if (message.lease !== lease || message.job !== row.job || message.specDigest !== granted.specDigest)
      return new RootRefused('it names another lease, job or specification')
    if (message.done > granted.slices) return new RootRefused(`the lease has only ${granted.slices} slices`)
    if (row.root !== null) {
      const first = zRootRequest.parse(JSON.parse(row.root))
      if (messageHash('Root', first.message) === messageHash('Root', message))
        return zRootResponse.parse(JSON.parse(row.receipt!))
      const isNew = await insertEquivocation(client, lease, toWire(message), signature, nowSeconds(world.clock))
      const { state } = (await findJob(client, row.job))!
      if (isNew && state !== 'settling' && state !== 'settled') {
        await noteStanding(client, row.job, worker, { struck: true })
        await appendEvent(client, row.job, { type: 'equivocation', lease, message, signature })
      }
      return new SecondRoot()
    }
    if (row.state !== 'active') return new LeaseOver(row.state)
    const now = nowSeconds(world.clock)
    // A receipt says that the root came in time; this one would not.
    if (now > row.expires) return new LeaseOver('its time is over')
    const job = (await findJob(client, row.job))!
    if (job.state === 'settling' || job.state === 'settled') return new JobOver(job.state)
    const receipt: Receipt = {
      job: row.job,
      lease,
      rootMessage: messageHash('Root', message),
      receivedAt: now,
    }
    const signedReceipt = {
      message: receipt,
      signature: await signMessageStruct(world.key, world.venue, 'Receipt', receipt),
    }
    await storeRoot(client, lease, message.done, toWire(signed), toWire(signedReceipt))
    await dateAssignedRoot(world, client, job, message)
    await setShardState(client, row.job, row.shard, lease, 'rooted')
    await appendEvent(client, row.job, { type: 'root', lease, message, signature })
    return signedReceipt
  })
  world.followers.wake(message.job)
  if (outcome instanceof Error) throw outcome
  return outcome
}
