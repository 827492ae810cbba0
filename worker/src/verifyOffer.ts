import { type Address, isAddressEqual } from 'viem'
import type { EscrowReader } from '../../src/escrow/escrow.ts'
import type { LeaseOffer } from '../../src/protocol/api.ts'
import { jobId, leaseId, type Venue } from '../../src/protocol/messages.ts'
import { zeroAddress } from '../../src/protocol/primitives.ts'
import { type PinnedProgram, type Platform, type ShardSpec, shardSpecDigest } from '../../src/protocol/shardSpec.ts'
import { isSignedBy, recoverSigner } from '../../src/protocol/signing.ts'
import type { SliceLimits } from '../../src/protocol/sliceLimits.ts'
import { type OfferFlaw, OfferRefused } from './errors.ts'

/** Shortest time between an offer and the end of its lease that is worth starting for, in seconds. */
export const LEAST_LEASE_SECONDS = 15

/** What a worker takes work for, and at most how much of its machine. */
export interface OfferTerms {
  readonly worker: Address
  readonly platform: Platform
  readonly engine: PinnedProgram
  readonly shim: PinnedProgram
  /** The only chain and escrow whose locks count; undefined when any that the relay names will do. */
  readonly chainVenue: Venue | undefined
  /** Whose private jobs (chain 0, no money) are run. */
  readonly trustRequesters: 'any' | readonly Address[]
  readonly minPriceUnits: bigint
  readonly most: Pick<SliceLimits, 'cpuSeconds' | 'memoryBytes' | 'fileBytes' | 'outputBytes'> & {
    readonly bundleBytes: number
    /** Unpacked bytes of all layers together. */
    readonly unpackedBytes: number
  }
}

/**
 * Checks all that can be checked of an offered lease without asking anyone: that it is this worker's, that the job key
 * signed it under a signed intent, that the work is what the lease names, and that it is within this worker's terms.
 * `venue` is the relay's, `nowSec` the relay's time. @throws OfferRefused
 */
export async function verifyOffer(offer: LeaseOffer, terms: OfferTerms, venue: Venue, nowSec: number): Promise<void> {
  const { message: lease, intent, spec } = offer
  const refuse: (flaw: OfferFlaw, what: string) => never = (flaw, what) => {
    throw new OfferRefused(flaw, what)
  }
  if (!isAddressEqual(lease.worker, terms.worker)) refuse('not-mine', `it is for the worker ${lease.worker}`)
  if (leaseId(lease) !== offer.lease) refuse('bad-lease-id', 'its id is not that of its message')
  checkVenue(offer, terms, venue, refuse)

  if (jobId(intent) !== lease.job) refuse('bad-intent', 'its intent is of another job')
  await checkAssigner(offer, refuse)
  const requester = await recoverSigner(offer.venue, 'Intent', intent, offer.intentSignature)
  if (requester === undefined) refuse('bad-intent', 'its intent has no valid signature')
  else if (offer.venue.chainId === 0 && !isTrusted(requester, terms))
    refuse('untrusted-requester', `${requester} is not among the trusted requesters`)
  if (!(await isSignedBy(intent.jobKey, offer.venue, 'Lease', lease, offer.signature)))
    refuse('bad-lease-signature', 'the job key did not sign it')

  if (lease.price !== intent.slotPrice)
    refuse('price', `it pays ${lease.price} units, the intent says ${intent.slotPrice}`)
  // A private pool knows no money: there the trust in the requester is the price.
  if (offer.venue.chainId !== 0 && lease.price < terms.minPriceUnits)
    refuse('price', `it pays ${lease.price} of at least ${terms.minPriceUnits} units`)
  if (lease.slot >= intent.slots + intent.spares) refuse('no-lock', `the slot ${lease.slot} is beyond the lock`)
  if (lease.expires < nowSec + LEAST_LEASE_SECONDS) refuse('expired', 'it ends too soon')
  if (lease.expires > intent.settleBy) refuse('expired', 'it ends after the job must be settled')

  if (spec.job !== lease.job) refuse('bad-spec', 'its work is of another job')
  if (shardSpecDigest(spec) !== lease.specDigest) refuse('bad-spec', 'its work is not the one the lease names')
  if (spec.seeds.length !== lease.slices) refuse('bad-spec', `${spec.seeds.length} seeds for ${lease.slices} slices`)
  if (spec.corpus !== null) refuse('bad-spec', 'input corpora are not supported yet')
  checkPrograms(spec, terms, refuse)
  checkLayers(spec, terms, refuse)
  checkLimits(spec.limits, terms, refuse)
}

type Refuse = (flaw: OfferFlaw, what: string) => never

/** The escrow pays nothing for a lease of a sponsored job that its assigner did not sign. */
async function checkAssigner(offer: LeaseOffer, refuse: Refuse): Promise<void> {
  const { assigner } = offer.intent
  if (isAddressEqual(assigner, zeroAddress)) return
  const { assignerSignature, venue, message } = offer
  if (assignerSignature === null || !(await isSignedBy(assigner, venue, 'Lease', message, assignerSignature)))
    refuse('sponsored', 'its assigner did not sign it')
}

function checkVenue(offer: LeaseOffer, terms: OfferTerms, relayVenue: Venue, refuse: Refuse): void {
  const same = (a: Venue, b: Venue) => a.chainId === b.chainId && isAddressEqual(a.escrow, b.escrow)
  if (!same(offer.venue, relayVenue)) refuse('wrong-venue', "its venue is not the relay's")
  if (offer.venue.chainId === 0) return
  if (terms.chainVenue !== undefined && !same(offer.venue, terms.chainVenue))
    refuse('wrong-venue', `it is paid by ${offer.venue.escrow} on chain ${offer.venue.chainId}`)
}

function isTrusted(requester: Address, terms: OfferTerms): boolean {
  return terms.trustRequesters === 'any' || terms.trustRequesters.some((trusted) => isAddressEqual(trusted, requester))
}

function checkPrograms(spec: ShardSpec, terms: OfferTerms, refuse: Refuse): void {
  if (spec.invocation.engine !== terms.engine.name) refuse('engine', `it needs the engine ${spec.invocation.engine}`)
  for (const [wanted, own] of [
    [spec.engine, terms.engine],
    [spec.shim, terms.shim],
  ] as const) {
    const digest = wanted.binaries[terms.platform]
    if (wanted.name !== own.name || digest === undefined || digest !== own.binaries[terms.platform])
      refuse('engine', `it needs ${wanted.name} ${wanted.version}, this worker has ${own.name} ${own.version}`)
  }
}

function checkLayers(spec: ShardSpec, terms: OfferTerms, refuse: Refuse): void {
  const packed = spec.layers.reduce((sum, layer) => sum + layer.bytes, 0)
  const unpacked = spec.layers.reduce((sum, layer) => sum + layer.unpackedBytes, 0)
  if (packed > terms.most.bundleBytes || unpacked > terms.most.unpackedBytes)
    refuse('bad-layers', `its layers hold ${packed} bytes packed and ${unpacked} unpacked`)
}

function checkLimits(limits: SliceLimits, terms: OfferTerms, refuse: Refuse): void {
  for (const name of ['cpuSeconds', 'memoryBytes', 'fileBytes', 'outputBytes'] as const)
    if (limits[name] > terms.most[name])
      refuse('limits', `${name} ${limits[name]} is over this worker's ${terms.most[name]}`)
}

/**
 * Checks on chain that the job's lock is there and pays for this lease.
 * @throws OfferRefused `no-lock`, and the escrow client's errors when the chain cannot be asked.
 */
export async function verifyLock(offer: LeaseOffer, escrow: EscrowReader): Promise<void> {
  const { message: lease, intent } = offer
  const job = await escrow.job(lease.job)
  if (job === undefined) throw new OfferRefused('no-lock', 'the escrow does not know the job')
  if (job.state !== 'open') throw new OfferRefused('no-lock', `the job is ${job.state}`)
  if (!isAddressEqual(job.assigner, intent.assigner))
    throw new OfferRefused('no-lock', 'the job has another assigner on chain')
  if (!isAddressEqual(job.jobKey, intent.jobKey)) throw new OfferRefused('no-lock', 'the job has another key on chain')
  if (job.slotPriceUnits !== lease.price) throw new OfferRefused('no-lock', 'the job has another price on chain')
  if (lease.slot >= job.slots + job.spares || job.lockUnits < lease.price)
    throw new OfferRefused('no-lock', `the lock does not cover slot ${lease.slot}`)
}
