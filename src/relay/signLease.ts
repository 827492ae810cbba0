import type { Address, Hex } from 'viem'
import type { JobId, LeaseId } from '../protocol/primitives.ts'
import { isSignedBy } from '../protocol/signing.ts'
import { appendEvent } from './appendEvent.ts'
import { NotFound } from './errors.ts'
import { JobOver, LeaseOver, LeaseSignatureRefused } from './jobErrors.ts'
import { releaseLease } from './releaseLease.ts'
import { assignLease } from './sponsor/assigner.ts'
import { activateLease } from './sql/activateLease.ts'
import { burnSlot } from './sql/burnSlot.ts'
import { findJob } from './sql/findJob.ts'
import { keepLateSignature } from './sql/keepLateSignature.ts'
import { type LeaseRow, lockLease } from './sql/lockLease.ts'
import { setShardState } from './sql/setShardState.ts'
import { slotIsSigned } from './sql/slotIsSigned.ts'
import { readLease } from './storedDocument.ts'
import { requireRequester } from './viewJob.ts'
import type { RelayWorld } from './world.ts'

/**
 * Makes a proposal a lease. The same signature again changes nothing. One that comes too late burns the slot: somebody
 * holds a valid signature for it, whatever the relay thinks.
 * @throws NotFound, NotYours, LeaseSignatureRefused, LeaseOver, JobOver
 */
export async function signLease(
  world: RelayWorld,
  actor: Address,
  job: JobId,
  signed: { lease: LeaseId; signature: Hex },
): Promise<void> {
  const { lease, signature } = signed
  let activated: LeaseRow | undefined
  const jobRow = requireRequester(await findJob(world.database, job), actor)
  const refusal = await world.database.transaction(async (client) => {
    const row = await lockLease(client, lease)
    if (row === undefined || row.job !== job) return new NotFound('lease')
    if (!(await isSignedBy(jobRow.jobKey, world.venue, 'Lease', readLease(row), signature)))
      return new LeaseSignatureRefused('it is not the job key’s')
    if (row.signature === signature && row.state !== 'unsigned') return undefined
    if (row.state !== 'proposed' && row.state !== 'unsigned')
      return new LeaseSignatureRefused('another signature is here')
    if (await slotIsSigned(client, job, row.slot, lease))
      return new LeaseSignatureRefused('another lease of this slot is signed')
    await burnSlot(client, job, row.slot)
    if (row.state === 'unsigned') {
      await keepLateSignature(client, lease, signature)
      return new LeaseOver('it was not signed in time')
    }
    if (jobRow.state !== 'open') return new JobOver(jobRow.state)
    await assignLease(world, client, jobRow, row)
    activated = row
    await activateLease(client, lease, signature, world.clock.nowMs())
    await setShardState(client, job, row.shard, lease, 'leased')
    await appendEvent(client, job, { type: 'leased', shard: row.shard, lease, worker: row.worker, slot: row.slot })
    return undefined
  })
  world.followers.wake(job)
  if (refusal) throw refusal
  // Nobody waits for it any more: the worker never hears of this lease, so it must not wait for a heartbeat either.
  if (activated && !world.matches.signed(lease)) await releaseLease(world, activated.worker, lease, 'draining')
}
