import { describe, expect, test } from 'vitest'
import type { EscrowReader, JobOnChain } from '../../src/escrow/escrow.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import { zeroAddress } from '../../src/protocol/primitives.ts'
import type { OfferFlaw } from './errors.ts'
import { jobKey, makeOffer, type OfferChanges, privateVenue, spender, terms, workerKey } from './offer.fixture.ts'
import { type OfferTerms, verifyLock, verifyOffer } from './verifyOffer.ts'

const escrow = '0x1111111111111111111111111111111111111111' as const
const chain = { chainId: 31_337, escrow }
const program = { name: 'forge', version: '1.7.2', binaries: { 'linux-x64': sha256('another forge') } }

const refusals: [string, OfferFlaw, OfferChanges, Partial<OfferTerms>?][] = [
  ['a lease of another worker', 'not-mine', { lease: { worker: spender.address } }],
  ['a lease that the job key did not sign', 'bad-lease-signature', { leaseSigner: workerKey }],
  ['a lease at another venue than the relay names', 'wrong-venue', { venue: chain }],
  ['a lease of another job than its intent opens', 'bad-intent', { lease: { job: sha256('other') } }],
  ['a sponsored lease that its assigner did not sign', 'sponsored', { intent: { assigner: spender.address } }],
  [
    'a sponsored lease that somebody signed for its assigner',
    'sponsored',
    { intent: { assigner: spender.address }, assigner: jobKey },
  ],
  ['a private job of an unknown requester', 'untrusted-requester', { intentSigner: workerKey }],
  ['any private job when nobody is trusted', 'untrusted-requester', {}, { trustRequesters: [] }],
  ['another price than the intent locks', 'price', { lease: { price: 9n } }],
  ['a slot that the lock does not cover', 'no-lock', { lease: { slot: 5 } }],
  ['a lease that is about to end', 'expired', { lease: { expires: 1_010 } }],
  ['a lease that outlives its job', 'expired', { lease: { expires: 30_001 } }],
  ['work of another job', 'bad-spec', { spec: { job: sha256('other') } }],
  ['work that the lease does not name', 'bad-spec', { lease: { specDigest: sha256('other') } }],
  ['a lease over another number of slices than there are seeds', 'bad-spec', { lease: { slices: 5 } }],
  ['an input corpus', 'bad-spec', { spec: { corpus: { digest: sha256('c'), bytes: 1 } } }],
  ['another engine binary', 'engine', { spec: { engine: program } }],
  ['another shim', 'engine', { spec: { shim: { ...program, name: 'shim' } } }],
  ['an engine without a binary for this platform', 'engine', {}, { platform: 'linux-arm64' }],
  [
    'layers over the limit',
    'bad-layers',
    { spec: { layers: [{ kind: 'project', digest: sha256('l'), bytes: 1_001, unpackedBytes: 1 }] } },
  ],
  [
    'layers that unpack to more than the limit',
    'bad-layers',
    { spec: { layers: [{ kind: 'project', digest: sha256('l'), bytes: 1, unpackedBytes: 10_001 }] } },
  ],
  ['slices that want more CPU time than is allowed', 'limits', {}, { most: { ...terms.most, cpuSeconds: 9 } }],
  ['slices that want more memory than is allowed', 'limits', {}, { most: { ...terms.most, memoryBytes: 2 ** 26 } }],
]

describe('an offered lease is refused when it is', () => {
  test.each(refusals)('%s', async (_what, flaw, changes, own) => {
    const offer = await makeOffer(changes)
    await expect(verifyOffer(offer, { ...terms, ...own }, privateVenue, 1_000)).rejects.toMatchObject({ flaw })
  })

  test('named otherwise than its message hashes', async () => {
    const offer = { ...(await makeOffer()), lease: sha256('x') }
    await expect(verifyOffer(offer, terms, privateVenue, 1_000)).rejects.toMatchObject({ flaw: 'bad-lease-id' })
  })

  test('under an intent whose signature is no signature', async () => {
    const offer = { ...(await makeOffer()), intentSignature: `0x${'00'.repeat(65)}` as const }
    await expect(verifyOffer(offer, terms, privateVenue, 1_000)).rejects.toMatchObject({ flaw: 'bad-intent' })
  })

  test('paid less than the minimum, which a private pool does not know', async () => {
    const cheap = { intent: { slotPrice: 4n } }
    const offer = await makeOffer({ venue: chain, ...cheap })
    await expect(verifyOffer(offer, terms, chain, 1_000)).rejects.toMatchObject({ flaw: 'price' })
    await verifyOffer(await makeOffer(cheap), terms, privateVenue, 1_000)
  })

  test('paid by another escrow than the one this worker works for', async () => {
    const own = { ...terms, chainVenue: { chainId: 31_337, escrow: zeroAddress } }
    const offer = await makeOffer({ venue: chain })
    await expect(verifyOffer(offer, own, chain, 1_000)).rejects.toMatchObject({ flaw: 'wrong-venue' })
  })
})

test('a sound offer of a private pool, and one of a chain pool, are taken', async () => {
  await verifyOffer(await makeOffer(), terms, privateVenue, 1_000)
  const own = { ...terms, chainVenue: chain, trustRequesters: [] }
  await verifyOffer(await makeOffer({ venue: chain }), own, chain, 1_000)
  await verifyOffer(await makeOffer({ intentSigner: workerKey }), { ...terms, trustRequesters: 'any' }, privateVenue, 0)
  const sponsored = await makeOffer({ venue: chain, intent: { assigner: spender.address }, assigner: spender })
  await verifyOffer(sponsored, own, chain, 1_000)
})

describe('with a chain to ask, a lease is refused when', () => {
  const locked: JobOnChain = {
    job: sha256('job'),
    account: sha256('account'),
    token: '0x0000000000000000000000000000000000000070',
    state: 'open',
    jobKey: jobKey.address,
    assigner: zeroAddress,
    lockUnits: 50n,
    slotPriceUnits: 10n,
    slots: 4,
    spares: 1,
    settleBy: 30_000,
    settledAt: null,
    defaultFrom: null,
    contests: 0,
    claimableAt: null,
    settlementHash: null,
    totalUnits: 0n,
    claimedUnits: 0n,
    burnUnits: 0n,
    postedUnits: 0n,
    relayerFeeUnits: 0n,
  }
  const knowing = (job: JobOnChain | undefined) => ({ job: async () => job }) as unknown as EscrowReader

  test.each<[string, JobOnChain | undefined]>([
    ['the escrow does not know its job', undefined],
    ['its job is settled', { ...locked, state: 'settled' }],
    ['its job has another key', { ...locked, jobKey: spender.address }],
    ['its job has an assigner', { ...locked, assigner: spender.address }],
    ['its job has another price', { ...locked, slotPriceUnits: 9n }],
    ['its slot is beyond the lock', { ...locked, slots: 0, spares: 0 }],
    ['the lock holds less than its price', { ...locked, lockUnits: 9n }],
  ])('%s', async (_what, job) => {
    await expect(verifyLock(await makeOffer(), knowing(job))).rejects.toMatchObject({ flaw: 'no-lock' })
  })

  test('and taken when the lock is there', async () => {
    await verifyLock(await makeOffer(), knowing(locked))
  })
})
