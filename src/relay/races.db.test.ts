import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  refusalOf,
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

test('many polls over few shards: every shard is leased once, every slot is used once', async () => {
  const job = await testJob('crowd', 6)
  const requester = await testRequester(relay, job)
  const pools = await Promise.all(workers.map((account) => testWorker(relay, account)))
  const polls = pools.flatMap((worker) =>
    Array.from({ length: 4 }, () => worker.nextLease({ ...poll, waitSeconds: 3 })),
  )
  const offers = (await Promise.all(polls)).filter((offer) => offer !== undefined)
  expect(offers.map(({ spec }) => spec.index).sort()).toEqual([0, 1, 2, 3, 4, 5])
  expect(offers.map(({ message }) => message.slot).sort()).toEqual([0, 1, 2, 3, 4, 5])
  await requester.pool.cancel(job.job)
  await requester.stop()
})

test('the same root, results and verdict sent many times at once are taken once', async () => {
  const job = await testJob('repeated', 1)
  const requester = await testRequester(relay, job)
  const worker = await testWorker(relay, workers[0]!)
  const offer = (await worker.nextLease(poll))!
  const root = await signedRoot(workers[0]!, offer)
  const times = [1, 2, 3, 4]
  const receipts = await Promise.all(times.map(() => worker.root(offer.lease, root)))
  expect(new Set(receipts.map(({ signature }) => signature)).size).toBe(1)
  const beats = times.map((done) => worker.heartbeat(offer.lease, done))
  await Promise.all([...times.map(() => worker.putResults(offer.lease, new Uint8Array(5))), ...beats])
  await Promise.all(times.map(() => requester.pool.verdict(job.job, { lease: offer.lease, verdict: 'accepted' })))
  await requester.saw('results')
  expect(requester.seen.map(({ type }) => type)).toEqual(['proposal', 'leased', 'root', 'results'])
  await requester.stop()
})

test('two different roots sent at once: one is receipted, the other is refused and shown to the requester', async () => {
  const job = await testJob('equivocation', 1)
  const requester = await testRequester(relay, job)
  const worker = await testWorker(relay, workers[0]!)
  const offer = (await worker.nextLease(poll))!
  const roots = await Promise.all([3, 4].map((done) => signedRoot(workers[0]!, offer, { done })))
  const outcomes = await Promise.all(roots.map((root) => refusalOf(worker.root(offer.lease, root))))
  expect(outcomes.sort()).toEqual(['FB3022', 'not refused'])
  // The requester is shown both, once, and this worker gets nothing more of the job.
  expect(await refusalOf(worker.root(offer.lease, await signedRoot(workers[0]!, offer, { done: 2 })))).toBe('FB3022')
  await requester.saw('equivocation')
  expect(requester.seen.map(({ type }) => type)).toEqual(['proposal', 'leased', 'root', 'equivocation'])
  await requester.pool.verdict(job.job, { lease: offer.lease, verdict: 'equivocation' })
  expect(await worker.nextLease({ ...poll, waitSeconds: 1 })).toBeUndefined()
  await requester.stop()
})

test('verdicts against heartbeats and releases against sweeps leave every shard in one place', async () => {
  const job = await testJob('busy', 3, { spares: 30 })
  const requester = await testRequester(relay, job)
  const pools = await Promise.all(workers.map((account) => testWorker(relay, account)))
  const offers = await Promise.all(pools.map((worker) => worker.nextLease(poll)))
  await Promise.all(
    offers.flatMap((offer, i) => [
      pools[i]!.heartbeat(offer!.lease, 1),
      requester.pool.verdict(job.job, { lease: offer!.lease, verdict: 'void' }),
      refusalOf(pools[i]!.release(offer!.lease, 'draining')),
      relay.relay.sweep(),
      pools[i]!.heartbeat(offer!.lease, 2),
    ]),
  )
  const view = await requester.pool.job(job.job)
  expect(view.shards.map(({ state }) => state)).toEqual(['queued', 'queued', 'queued'])
  expect(view.leases.map(({ state }) => state).filter((state) => state === 'active')).toEqual([])
  await requester.stop()
})
