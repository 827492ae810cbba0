import { toHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ONE } from '../../escrow/testEscrow.fixture.ts'
import type { LeaseOffer } from '../../protocol/api.ts'
import { type PayoutLine, payoutTree } from '../../protocol/payout.ts'
import { isSignedBy, signMessageStruct } from '../../protocol/signing.ts'
import type { LeaseAudit } from '../../protocol/sponsorAudit.ts'
import { zLedger } from '../../protocol/sponsorship.ts'
import {
  bytes32,
  layer,
  layerDigest,
  refusalOf,
  signedRoot,
  type TestJob,
  testRequester,
  testWorker,
  workers,
} from '../testRelay.fixture.ts'
import { auditor, FEE_UNITS, startTestSponsor, type TestSponsor } from './testSponsor.fixture.ts'

const [listed, friend] = workers as [(typeof workers)[number], (typeof workers)[number]]
let world: TestSponsor
beforeAll(async () => {
  const limits = { perRepositoryUnits: 30n * ONE, perOwnerUnits: 30n * ONE, workers: [listed.address] }
  world = await startTestSponsor(limits)
}, 180_000)
afterAll(() => world?.dispose())

/** Granted and opened on chain. */
async function openJob(name: string): Promise<TestJob> {
  const job = await world.job(name)
  const { requester } = await world.relay.connect(job.secrets.jobKey)
  const token = await world.oidc.sign(world.audience(job))
  const { signature } = await requester.askSponsor({ intent: job.intent, nonce: job.secrets.nonce, token })
  await requester.submitOpen({ intent: job.intent, signature })
  return { ...job, document: { ...job.document, intentSignature: signature } }
}

/** One shard worked on: leased, rooted, delivered. */
async function workOn(job: TestJob): Promise<LeaseOffer> {
  const worker = await testWorker(world.relay, listed)
  const offer = (await worker.nextLease({ freeSlots: 1, waitSeconds: 20 }))!
  expect(offer.message.job).toBe(job.job)
  await worker.root(offer.lease, await signedRoot(listed, offer))
  await worker.putResults(offer.lease, new Uint8Array(3))
  return offer
}

const lineFor = (offer: LeaseOffer, payUnits: bigint, rewardUnits = 0n): PayoutLine => ({
  slot: offer.message.slot,
  lease: offer.lease,
  worker: offer.message.worker,
  payUnits,
  rewardUnits,
  reason: 'full',
})

async function settlement(job: TestJob, lines: PayoutLine[]) {
  const { auditSecret, jobKey } = job.secrets
  const tree = payoutTree(job.job, lines)
  const message = {
    job: job.job,
    payoutRoot: tree.root,
    payoutDepth: tree.depth,
    total: tree.totalUnits,
    auditSecret,
  }
  return { message, signature: await signMessageStruct(jobKey, world.chain.venue, 'Settlement', message), lines }
}

const found = (offer: LeaseOffer, outcome: LeaseAudit['outcome']): LeaseAudit => ({
  lease: offer.lease,
  outcome,
  ks: [0],
  text: '',
})
const auditing = async () => (await world.relay.connect(auditor)).auditor

test('a job that names the assigner and has no grant is not taken, nor one with another’s assigner', async () => {
  const job = await world.job('no grant')
  const { requester } = await world.relay.connect(job.secrets.jobKey)
  await requester.putBlob(layerDigest, layer)
  expect(await refusalOf(requester.postJob(job.document))).toBe('FB3013')
  const own = await world.job('own assigner', { intent: { assigner: listed.address } })
  const connection = await world.relay.connect(own.secrets.jobKey)
  expect(await refusalOf(connection.requester.postJob(own.document))).toBe('FB3013')
})

test('workers come from the sponsor’s list: another one waits in vain while a listed one is assigned', async () => {
  const job = await openJob('listed only')
  const requester = await testRequester(world.relay, job)
  const outsider = await testWorker(world.relay, friend)
  expect(await outsider.nextLease({ freeSlots: 1, waitSeconds: 0 })).toBeUndefined()
  const offer = await workOn(job)
  expect(
    await isSignedBy(world.sponsor.assigner.address, offer.venue, 'Lease', offer.message, offer.assignerSignature!),
  ).toBe(true)
  await requester.stop()
})

test('a requester that signs for its friends alone is assigned nobody any more', async () => {
  const job = await openJob('selective')
  const requester = await testRequester(world.relay, job, { sign: false })
  const worker = await testWorker(world.relay, listed)
  const waiting = worker.nextLease({ freeSlots: 1, waitSeconds: 30 })
  for (let turned = 1; turned <= 8; turned++) {
    await requester.saw('proposal', turned)
    world.relay.clock.advance(11)
    await world.relay.relay.sweep()
    await requester.saw('lapsed', turned)
  }
  await requester.saw('proposal', 9)
  const { leases } = await requester.pool.job(job.job)
  expect(leases).toEqual([])
  const newest = requester.seen.filter(({ type }) => type === 'proposal').at(-1)!
  for await (const { event } of requester.pool.events(job.job, { after: newest.number - 1 })) {
    if (event.type !== 'proposal') continue
    const signature = await signMessageStruct(job.secrets.jobKey, world.chain.venue, 'Lease', event.message)
    expect(await refusalOf(requester.pool.signLease(job.job, { lease: event.lease, signature }))).toBe('FB3059')
    break
  }
  await requester.stop()
  world.relay.clock.advance(11)
  await world.relay.relay.sweep()
  await requester.pool.cancel(job.job)
  void waiting.catch(() => undefined)
})

test('the assigner dates roots: a worker has a receipt that the escrow takes though the runner gave none', async () => {
  const job = await openJob('dated')
  const requester = await testRequester(world.relay, job)
  const offer = await workOn(job)
  const { worker } = await world.relay.connect(listed)
  const receipt = (await worker.requesterReceipt(offer.lease))!
  const { assigner } = world.sponsor
  expect(await isSignedBy(assigner.address, offer.venue, 'Receipt', receipt.message, receipt.signature)).toBe(true)
  await requester.stop()
})

test('lines that pay for nothing, too much, or a reward are not taken', async () => {
  const job = await openJob('lines')
  const requester = await testRequester(world.relay, job)
  const offer = await workOn(job)
  const worker = await testWorker(world.relay, listed)
  const idle = (await worker.nextLease({ freeSlots: 1, waitSeconds: 20 }))!
  const settle = async (...lines: PayoutLine[]) =>
    refusalOf(requester.pool.settle(job.job, await settlement(job, lines)))
  expect(await settle(lineFor(offer, ONE), lineFor(idle, ONE))).toBe('FB3025')
  expect(await settle(lineFor(offer, ONE + 1n))).toBe('FB3025')
  expect(await settle(lineFor(offer, ONE, 1n))).toBe('FB3025')
  await requester.stop()
})

test('a settlement waits for the sponsor’s auditor; what agrees is co-signed, sent and entered in the ledger', async () => {
  const job = await openJob('audited')
  const requester = await testRequester(world.relay, job)
  const offer = await workOn(job)
  const signed = await settlement(job, [lineFor(offer, ONE)])
  expect(await requester.pool.settle(job.job, signed)).toEqual({ transaction: null })
  expect(await (await auditing()).nextAudit()).toBeUndefined()
  expect(await refusalOf(requester.pool.openResults(job.job, bytes32('another key')))).toBe('FB3025')
  await requester.pool.openResults(job.job, toHex(job.secrets.resultKey))

  // Nobody but a listed auditor gets jobs or gives verdicts.
  const outsider = (await world.relay.connect(friend)).auditor
  expect(await refusalOf(outsider.nextAudit())).toBe('FB3060')
  expect(await refusalOf(outsider.audit(job.job, [found(offer, 'agreed')]))).toBe('FB3060')
  const task = (await (await auditing()).nextAudit())!
  expect(task.job.job).toBe(job.job)
  // It is one auditor's for a while.
  expect(await (await auditing()).nextAudit()).toBeUndefined()
  expect(await (await auditing()).getBlob(layerDigest, { maxBytes: 1_000 })).toEqual(layer)
  expect(await refusalOf((await auditing()).audit(job.job, []))).toBe('FB3061')

  const { verdict, transaction } = await (await auditing()).audit(job.job, [found(offer, 'agreed')])
  expect(verdict).toBe('passed')
  expect(transaction).toMatch(/^0x/)
  expect(await world.chain.owner.job(job.job)).toMatchObject({ state: 'settled', totalUnits: ONE })
  await requester.saw('settled')
  expect(await refusalOf((await auditing()).audit(job.job, [found(offer, 'mismatch')]))).toBe('FB3061')
  await requester.stop()
  world.relay.clock.advance(61)
  await world.relay.relay.sweep()
  const ledger = zLedger.parse(await (await fetch(`${world.relay.url}/v1/sponsor/ledger`)).json())
  expect(ledger.entries.find((entry) => entry.job === job.job)).toMatchObject({
    state: 'settled',
    audit: 'passed',
    disproved: [],
    spentUnits: ONE + 2n * FEE_UNITS,
  })
})

test('what the auditor disproves is never co-signed, whatever the requester says of it', async () => {
  const job = await openJob('disproved')
  const requester = await testRequester(world.relay, job)
  const offer = await workOn(job)
  await requester.pool.openResults(job.job, toHex(job.secrets.resultKey))
  const signed = await settlement(job, [lineFor(offer, ONE)])
  await requester.pool.settle(job.job, signed)
  const { verdict, transaction } = await (await auditing()).audit(job.job, [found(offer, 'mismatch')])
  expect({ verdict, transaction }).toEqual({ verdict: 'refused', transaction: null })
  expect(await requester.pool.settle(job.job, signed)).toEqual({ transaction: null })
  expect((await world.chain.owner.job(job.job))?.state).toBe('open')
  const { entries } = zLedger.parse(await (await fetch(`${world.relay.url}/v1/sponsor/ledger`)).json())
  const entry = entries.find(({ job: other }) => other === job.job)
  expect(entry).toMatchObject({ audit: 'refused', disproved: [offer.lease] })
  // On its own it cannot settle either: the escrow wants the assigner's word.
  await expect(world.chain.owner.settle(signed.message, signed.signature)).rejects.toMatchObject({
    code: expect.stringMatching(/^FB20/),
  })
  await requester.stop()
})

test('a runner that is lost with its job key: its worker claims by default, with the assigner’s signatures', async () => {
  const job = await openJob('lost runner')
  const requester = await testRequester(world.relay, job)
  const worker = await testWorker(world.relay, listed)
  const offer = (await worker.nextLease({ freeSlots: 1, waitSeconds: 20 }))!
  // It signed the lease and never gave a receipt.
  await requester.stop()
  const root = await signedRoot(listed, offer)
  await worker.root(offer.lease, root)
  const { chain } = world
  const { defaultGrace } = await chain.owner.windows()
  await chain.anvil.advanceSeconds(7_200 + defaultGrace + 60)
  const evidence = {
    lease: { message: offer.message, signature: offer.signature },
    assignerSignature: offer.assignerSignature,
    root,
    receipt: await worker.requesterReceipt(offer.lease),
  }
  const unassigned = { ...evidence, assignerSignature: null }
  await expect(chain.anyone.claimDefault(job.job, unassigned)).rejects.toMatchObject({
    code: expect.stringMatching(/^FB20/),
  })
  expect(await chain.anyone.claimDefault(job.job, evidence)).toMatchObject({
    transaction: expect.stringMatching(/^0x/),
  })
})
