import { type Address, isAddressEqual } from 'viem'
import { messageHash, type Receipt, type Root } from '../../protocol/messages.ts'
import { type JobId, toWire, zeroAddress } from '../../protocol/primitives.ts'
import { signMessageStruct } from '../../protocol/signing.ts'
import type { DatabaseClient } from '../database.ts'
import { LeaseSignatureRefused } from '../jobErrors.ts'
import type { JobRow } from '../sql/findJob.ts'
import type { LeaseRow } from '../sql/lockLease.ts'
import { storeRequesterReceipt } from '../sql/storeRequesterReceipt.ts'
import { readDocument, readLease } from '../storedDocument.ts'
import { nowSeconds, type RelayWorld } from '../world.ts'
import { requireSponsor } from './sponsor.ts'
import { AssignerRefuses } from './sponsorErrors.ts'
import { countProposals } from './sql/countProposals.ts'
import { setAssignerSignature } from './sql/setAssignerSignature.ts'
import { sponsoredJobs } from './sql/sponsoredJobs.ts'

/**
 * Leases that a requester may leave unsigned before the assigner signs no more for it. Workers that go away cost some too;
 * whoever signs for its friends alone leaves most of them.
 */
const UNSIGNED_LIMIT = 8

function isAssigned(row: Pick<JobRow, 'document'>): boolean {
  return readDocument(row).intent.assigner !== zeroAddress
}

/**
 * Co-signs the lease of a sponsored job; does nothing for others. The relay proposed it: the requester can only take the
 * workers as they come.
 * @throws AssignerRefuses when it took too few
 */
export async function assignLease(
  world: RelayWorld,
  client: DatabaseClient,
  job: Pick<JobRow, 'job' | 'document'>,
  lease: LeaseRow,
): Promise<void> {
  if (!isAssigned(job)) return
  const { assigner } = requireSponsor(world)
  if (!isAddressEqual(readDocument(job).intent.assigner, assigner.address))
    throw new LeaseSignatureRefused('its assigner is not at this relay any more')
  const { unsigned, signed } = await countProposals(client, job.job)
  if (unsigned >= UNSIGNED_LIMIT && unsigned > 2 * signed) throw new AssignerRefuses(unsigned)
  const signature = await signMessageStruct(assigner, world.venue, 'Lease', readLease(lease))
  await setAssignerSignature(client, lease.lease, signature)
}

/**
 * Dates the root of a sponsored job with the assigner's key, whose word the escrow takes: workers are safe even when the
 * runner is lost together with its job key. Does nothing for other jobs.
 */
export async function dateAssignedRoot(
  world: RelayWorld,
  client: DatabaseClient,
  job: Pick<JobRow, 'job' | 'document'>,
  root: Root,
): Promise<void> {
  if (!isAssigned(job) || world.sponsor === null) return
  const message: Receipt = {
    job: job.job,
    lease: root.lease,
    rootMessage: messageHash('Root', root),
    receivedAt: nowSeconds(world.clock),
  }
  const signature = await signMessageStruct(world.sponsor.assigner, world.venue, 'Receipt', message)
  await storeRequesterReceipt(client, root.lease, toWire({ message, signature }))
}

/** Which of these jobs may be proposed to a worker: sponsored ones only to those that the sponsor lists, if it lists any. */
export async function jobsFor(
  world: Pick<RelayWorld, 'sponsor'>,
  client: DatabaseClient,
  worker: Address,
  jobs: readonly JobId[],
): Promise<readonly JobId[]> {
  const listed = world.sponsor?.settings.workers
  if (listed === undefined || listed.some((one) => isAddressEqual(one, worker))) return jobs
  const sponsored = await sponsoredJobs(client, jobs)
  return jobs.filter((job) => !sponsored.includes(job))
}
