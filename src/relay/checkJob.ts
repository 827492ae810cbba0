import { type Address, isAddressEqual } from 'viem'
import type { JobDocument } from '../protocol/job.ts'
import { jobHash } from '../protocol/jobSecrets.ts'
import { jobId } from '../protocol/messages.ts'
import { type JobId, zeroAddress } from '../protocol/primitives.ts'
import { shardSpecDigest } from '../protocol/shardSpec.ts'
import { isSignedBy, recoverSigner } from '../protocol/signing.ts'
import { NotYours } from './errors.ts'
import { JobRefused, NoLock, PrivateCodeRefused, RequesterNotListed } from './jobErrors.ts'
import { findGrant } from './sponsor/sql/findGrant.ts'
import { requireCoveredPrice } from './stakes.ts'
import { nowSeconds, type RelayWorld } from './world.ts'

/** A job document that fits itself, the venue and the pool. */
export interface CheckedJob {
  readonly job: JobId
  readonly signer: Address
}

/**
 * Checks everything of a posted job that is not about blobs: signatures, ids, digests, who asks, and the lock.
 * @throws JobRefused, NotYours, PrivateCodeRefused, RequesterNotListed, NoLock, and the escrow's own coded errors
 */
export async function checkJob(world: RelayWorld, actor: Address, document: JobDocument): Promise<CheckedJob> {
  const { intent, venue, grant } = document
  const job = jobId(intent)
  if (venue.chainId !== world.venue.chainId || !isAddressEqual(venue.escrow, world.venue.escrow))
    throw new JobRefused('it is for another chain or escrow')
  const signer = await recoverSigner(venue, 'Intent', intent, document.intentSignature)
  if (signer === undefined) throw new JobRefused('the intent is not signed')
  const owner = grant === null ? signer : await checkGrant(world, document, signer)
  if (!isAddressEqual(actor, intent.jobKey) && !isAddressEqual(actor, signer)) throw new NotYours('job')
  if (intent.jobHash !== jobHash(document.planDigest, document.nonce))
    throw new JobRefused('the intent is for another plan or nonce')
  if (intent.assigner !== zeroAddress) await checkSponsored(world, document, job)
  if (intent.settleBy <= nowSeconds(world.clock)) throw new JobRefused('its time to settle is over')
  document.shards.forEach(({ spec, specDigest }, index) => {
    if (spec.job !== job || spec.index !== index) throw new JobRefused(`shard ${index} names another job or place`)
    if (shardSpecDigest(spec) !== specDigest) throw new JobRefused(`the digest of shard ${index} is another`)
  })
  await checkPool(world, document, job, owner)
  return { job, signer: owner }
}

/** A job with an assigner is one that the sponsor of this relay signed. */
async function checkSponsored(world: RelayWorld, document: JobDocument, job: JobId): Promise<void> {
  const { sponsor, database } = world
  if (sponsor === null || !isAddressEqual(document.intent.assigner, sponsor.assigner.address))
    throw new JobRefused('its assigner is not at this relay')
  if ((await findGrant(database, job)) === undefined) throw new JobRefused('its sponsor gave no grant for it')
}

async function checkGrant(world: RelayWorld, document: JobDocument, signer: Address): Promise<Address> {
  const { grant, intent, venue } = document
  if (grant === null || !isAddressEqual(signer, intent.jobKey) || !isAddressEqual(grant.message.jobKey, intent.jobKey))
    throw new JobRefused('the grant is for another job key')
  if (!(await isSignedBy(grant.message.spender, venue, 'Grant', grant.message, grant.signature)))
    throw new JobRefused('the grant is not signed by its spender')
  if (grant.message.validUntil < nowSeconds(world.clock)) throw new JobRefused('the grant has expired')
  return grant.message.spender
}

async function checkPool(world: RelayWorld, document: JobDocument, job: JobId, owner: Address): Promise<void> {
  const { pool } = world
  if (pool.kind === 'private') {
    if (!pool.requesters.some((listed) => isAddressEqual(listed, owner))) throw new RequesterNotListed(owner)
    return
  }
  if (document.visibility === 'private') throw new PrivateCodeRefused()
  const onChain = await pool.escrow.job(job)
  if (onChain === undefined) throw new NoLock('the job is unknown there')
  if (onChain.state !== 'open') throw new NoLock(`the job is ${onChain.state}`)
  if (!isAddressEqual(onChain.jobKey, document.intent.jobKey)) throw new NoLock('its job key is another')
  if (onChain.lockUnits === 0n && document.intent.slotPrice > 0n) throw new NoLock('nothing is locked')
  await requireCoveredPrice(world.stake, pool.escrow, job, document.intent.slotPrice)
}
