import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isSignedBy, signMessageStruct } from '../protocol/signing.ts'
import {
  bytes32,
  layer,
  layerDigest,
  privateVenue,
  refusalOf,
  relayKey,
  signedRoot,
  startTestRelay,
  type TestRelay,
  testJob,
  testRequester,
  testWorker,
  workers,
} from './testRelay.fixture.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay()
})
afterAll(() => relay.dispose())

const poll = { freeSlots: 1, waitSeconds: 20 }
const sealed = new TextEncoder().encode('sealed results')

test('a worker that is not listed, or has not said what it is, gets no lease', async () => {
  const stranger = await relay.connect(privateKeyToAccount(bytes32('stranger')))
  expect(await refusalOf(stranger.worker.nextLease(poll))).toBe('FB3018')
  const silent = await relay.connect(workers[2]!)
  expect(await refusalOf(silent.worker.nextLease(poll))).toBe('FB3028')
})

test('a job whose requester does not listen is not offered, and a poll without work ends empty', async () => {
  const job = await testJob('nobody listens')
  const { requester } = await relay.connect(job.secrets.jobKey)
  await requester.putBlob(layerDigest, layer)
  await requester.postJob(job.document)
  const worker = await testWorker(relay, workers[0]!)
  expect(await worker.nextLease({ freeSlots: 1, waitSeconds: 0 })).toBeUndefined()
  expect(await requester.drop(job.job, [0, 1])).toEqual([0, 1])
})

test('a forged signature under a lease is refused and the proposal stays', async () => {
  const job = await testJob('forged lease', 1)
  const requester = await testRequester(relay, job, { sign: false })
  const worker = await testWorker(relay, workers[0]!)
  const polling = worker.nextLease(poll)
  await requester.saw('proposal')
  const { pool } = requester
  for await (const { event } of pool.events(job.job)) {
    if (event.type !== 'proposal') continue
    const forged = await signMessageStruct(workers[1]!, privateVenue, 'Lease', event.message)
    expect(await refusalOf(pool.signLease(job.job, { lease: event.lease, signature: forged }))).toBe('FB3019')
    const signature = await signMessageStruct(job.secrets.jobKey, privateVenue, 'Lease', event.message)
    await pool.signLease(job.job, { lease: event.lease, signature })
    // Again: nothing changes, the lease stays the worker's.
    await pool.signLease(job.job, { lease: event.lease, signature })
    break
  }
  const offer = await polling
  expect(offer?.message.slot).toBe(0)
  expect((await pool.job(job.job)).leases.map(({ state }) => state)).toEqual(['active'])
  await worker.release(offer!.lease, 'draining')
  await pool.drop(job.job, [0])
  await requester.stop()
})

test('a lease runs from offer over root, results and verdict to an accepted shard, each step safe to repeat', async () => {
  const job = await testJob('whole life', 1)
  const requester = await testRequester(relay, job)
  const worker = await testWorker(relay, workers[0]!)
  const offer = (await worker.nextLease(poll))!
  expect(offer.spec).toEqual(job.document.shards[0]!.spec)
  expect(await isSignedBy(job.secrets.jobKey.address, privateVenue, 'Lease', offer.message, offer.signature)).toBe(true)
  expect(await worker.getBlob(layerDigest, { maxBytes: 1_000 })).toEqual(layer)

  const other = await testWorker(relay, workers[1]!)
  expect(await refusalOf(other.heartbeat(offer.lease, 1))).toBe('FB3008')
  expect(await worker.heartbeat(offer.lease, 2)).toBe('continue')
  expect(await refusalOf(worker.putResults(offer.lease, sealed))).toBe('FB3023')
  expect(await refusalOf(other.root(offer.lease, await signedRoot(workers[1]!, offer)))).toBe('FB3008')
  expect(await refusalOf(worker.root(offer.lease, await signedRoot(workers[1]!, offer)))).toBe('FB3021')
  expect(await refusalOf(worker.root(offer.lease, await signedRoot(workers[0]!, offer, { done: 5 })))).toBe('FB3021')

  const root = await signedRoot(workers[0]!, offer)
  const receipt = await worker.root(offer.lease, root)
  expect(receipt.message).toMatchObject({ job: job.job, lease: offer.lease })
  const relayAddress = privateKeyToAccount(relayKey).address
  expect(await isSignedBy(relayAddress, privateVenue, 'Receipt', receipt.message, receipt.signature)).toBe(true)
  relay.clock.advance(2)
  expect(await worker.root(offer.lease, root)).toEqual(receipt)
  const second = await signedRoot(workers[0]!, offer, { root: bytes32('another root') })
  expect(await refusalOf(worker.root(offer.lease, second))).toBe('FB3022')

  expect(await refusalOf(requester.pool.verdict(job.job, { lease: offer.lease, verdict: 'accepted' }))).toBe('FB3024')
  const digest = await worker.putResults(offer.lease, sealed)
  expect(await worker.putResults(offer.lease, sealed)).toBe(digest)
  expect(await refusalOf(worker.putResults(offer.lease, new Uint8Array(3)))).toBe('FB3023')
  await requester.saw('results')
  expect(await requester.pool.getBlob(digest, { maxBytes: 1_000 })).toEqual(sealed)
  expect(await refusalOf(other.getBlob(digest, { maxBytes: 1_000 }))).toBe('FB3008')

  await requester.pool.verdict(job.job, { lease: offer.lease, verdict: 'accepted' })
  await requester.pool.verdict(job.job, { lease: offer.lease, verdict: 'accepted' })
  const view = await requester.pool.job(job.job)
  expect(view.shards).toEqual([{ index: 0, state: 'accepted' }])
  expect(view.leases[0]).toMatchObject({ state: 'accepted', done: 4, results: { digest, bytes: sealed.length } })
  expect(await worker.heartbeat(offer.lease, 4)).toBe('gone')
  expect(requester.seen.map(({ type }) => type)).toEqual([
    ...['proposal', 'leased', 'progress', 'root', 'equivocation', 'results'],
  ])
  await requester.stop()
})

test('a worker of another determinism class gets nothing of a job that names its classes, one of them does', async () => {
  const strict = await testJob('strict', 1, { classes: [bytes32('another class')] })
  const requester = await testRequester(relay, strict)
  const worker = await testWorker(relay, workers[0]!)
  expect(await worker.nextLease({ freeSlots: 1, waitSeconds: 1 })).toBeUndefined()
  await requester.stop()
  const open = await testJob('accepting', 1, { classes: [bytes32('another class'), bytes32('class')] })
  const second = await testRequester(relay, open)
  expect((await worker.nextLease({ freeSlots: 1, waitSeconds: 20 }))!.message.job).toBe(open.job)
  await second.pool.cancel(open.job)
  await second.stop()
})

test('a refused lease strikes its worker for the job, and the shard goes to another one at a new slot', async () => {
  const job = await testJob('struck', 1)
  const requester = await testRequester(relay, job)
  const worker = await testWorker(relay, workers[0]!)
  const other = await testWorker(relay, workers[1]!)
  const offer = (await worker.nextLease(poll))!
  await worker.root(offer.lease, await signedRoot(workers[0]!, offer))
  await worker.putResults(offer.lease, sealed)
  await requester.pool.verdict(job.job, { lease: offer.lease, verdict: 'accepted' })
  // Taken back: a later strike throws away what was accepted before.
  await requester.pool.verdict(job.job, { lease: offer.lease, verdict: 'audit-mismatch' })
  expect(await refusalOf(requester.pool.verdict(job.job, { lease: offer.lease, verdict: 'accepted' }))).toBe('FB3024')
  expect(await worker.nextLease({ freeSlots: 1, waitSeconds: 0 })).toBeUndefined()
  const next = (await other.nextLease(poll))!
  expect(next.message).toMatchObject({ slot: 1, worker: workers[1]!.address, specDigest: offer.message.specDigest })
  await other.release(next.lease, 'draining')
  await requester.pool.drop(job.job, [0])
  await requester.stop()
})

test('two workers that ask for one shard at once get one lease between them', async () => {
  const job = await testJob('two for one', 1)
  const requester = await testRequester(relay, job)
  const one = await testWorker(relay, workers[0]!)
  const two = await testWorker(relay, workers[1]!)
  const offers = await Promise.all([one, two].map((w) => w.nextLease({ freeSlots: 1, waitSeconds: 1 })))
  expect(offers.filter((offer) => offer !== undefined)).toHaveLength(1)
  expect((await requester.pool.job(job.job)).leases).toHaveLength(1)
  await requester.pool.cancel(job.job)
  await requester.stop()
})

test('a proposal that nobody signs in time lapses, its late signature is refused, and its slot is never leased', async () => {
  const job = await testJob('late', 1)
  const requester = await testRequester(relay, job, { sign: false })
  const worker = await testWorker(relay, workers[0]!)
  const polling = worker.nextLease(poll)
  await requester.saw('proposal')
  const first = await proposalOf(requester, job, 1)
  relay.clock.advance(11)
  await relay.relay.sweep()
  // Proposed again to the same waiting worker, at the slot that nobody signed for as far as the relay knows.
  await requester.saw('proposal', 2)
  const late = await signMessageStruct(job.secrets.jobKey, privateVenue, 'Lease', first.message)
  expect(await refusalOf(requester.pool.signLease(job.job, { lease: first.lease, signature: late }))).toBe('FB3020')
  const second = await proposalOf(requester, job, 2)
  expect(second.message.slot).toBe(first.message.slot)
  const signature = await signMessageStruct(job.secrets.jobKey, privateVenue, 'Lease', second.message)
  expect(await refusalOf(requester.pool.signLease(job.job, { lease: second.lease, signature }))).toBe('FB3019')
  relay.clock.advance(11)
  await relay.relay.sweep()
  await requester.saw('proposal', 3)
  const third = await proposalOf(requester, job, 3)
  expect(third.message.slot).toBe(1)
  await requester.pool.signLease(job.job, {
    lease: third.lease,
    signature: await signMessageStruct(job.secrets.jobKey, privateVenue, 'Lease', third.message),
  })
  expect((await polling)?.lease).toBe(third.lease)
  await requester.pool.cancel(job.job)
  await requester.stop()
})

test('a worker that goes away while its proposal is out loses no shard', async () => {
  const job = await testJob('gone poller', 1)
  const requester = await testRequester(relay, job, { sign: false })
  const leaving = new AbortController()
  const worker = await testWorker(relay, workers[0]!)
  const polling = worker.nextLease(poll, { signal: leaving.signal }).catch(() => 'left')
  await requester.saw('proposal')
  leaving.abort()
  expect(await polling).toBe('left')
  await requester.saw('lapsed')
  const view = await requester.pool.job(job.job)
  expect(view.shards).toEqual([{ index: 0, state: 'queued' }])
  expect(view.leases).toEqual([])
  await requester.pool.drop(job.job, [0])
  await requester.stop()
})

test('a silent worker loses its lease, its late root is refused, and after three losses it gets no more', async () => {
  const job = await testJob('silent', 1, { spares: 5 })
  const requester = await testRequester(relay, job)
  const worker = await testWorker(relay, workers[0]!)
  for (let loss = 1; loss <= 3; loss++) {
    const offer = (await worker.nextLease(poll))!
    expect(offer.message.slot).toBe(loss - 1)
    relay.clock.advance(31)
    await relay.relay.sweep()
    await requester.saw('lapsed', loss)
    expect(await worker.heartbeat(offer.lease, 1)).toBe('gone')
    expect(await refusalOf(worker.root(offer.lease, await signedRoot(workers[0]!, offer)))).toBe('FB3020')
  }
  expect(await worker.nextLease({ freeSlots: 1, waitSeconds: 0 })).toBeUndefined()
  await requester.pool.drop(job.job, [0])
  await requester.stop()
})

test('slots and spares are a limit: when they are used up nothing more is leased', async () => {
  const job = await testJob('used up', 1, { spares: 1 })
  const requester = await testRequester(relay, job)
  const worker = await testWorker(relay, workers[0]!)
  for (const slot of [0, 1]) {
    const offer = (await worker.nextLease(poll))!
    expect(offer.message.slot).toBe(slot)
    await worker.release(offer.lease, 'draining')
  }
  expect(await worker.nextLease({ freeSlots: 1, waitSeconds: 0 })).toBeUndefined()
  expect(await requester.pool.job(job.job)).toMatchObject({ nextSlot: 2, shards: [{ index: 0, state: 'queued' }] })
  await requester.stop()
})

test('a cancelled job tells its workers to stop, takes their partial roots, and leases nothing more', async () => {
  const job = await testJob('cancelled')
  const requester = await testRequester(relay, job)
  const worker = await testWorker(relay, workers[0]!)
  const offer = (await worker.nextLease(poll))!
  await requester.pool.cancel(job.job)
  expect(await worker.heartbeat(offer.lease, 1)).toBe('stop')
  await worker.root(offer.lease, await signedRoot(workers[0]!, offer, { done: 1 }))
  await worker.putResults(offer.lease, sealed)
  await requester.pool.verdict(job.job, { lease: offer.lease, verdict: 'accepted' })
  expect(await worker.nextLease({ freeSlots: 1, waitSeconds: 0 })).toBeUndefined()
  expect(await requester.pool.job(job.job)).toMatchObject({ state: 'cancelling', leases: [{ done: 1 }] })
  await requester.stop()
})

test('jobs take turns: a worker that asks twice serves two jobs', async () => {
  const jobs = await Promise.all(['turn one', 'turn two'].map((name) => testJob(name)))
  const requesters = await Promise.all(jobs.map((job) => testRequester(relay, job)))
  const worker = await testWorker(relay, workers[0]!)
  const served = [(await worker.nextLease(poll))!.message.job, (await worker.nextLease(poll))!.message.job]
  expect(new Set(served)).toEqual(new Set(jobs.map(({ job }) => job)))
  for (const [i, requester] of requesters.entries()) {
    await requester.pool.cancel(jobs[i]!.job)
    await requester.stop()
  }
})

async function proposalOf(
  requester: Awaited<ReturnType<typeof testRequester>>,
  job: { job: `0x${string}` },
  nth: number,
) {
  let count = 0
  for await (const { event } of requester.pool.events(job.job))
    if (event.type === 'proposal' && ++count === nth) return event
  throw new Error('the stream ended')
}
