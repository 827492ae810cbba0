import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchPublication, fetchPublicBlob } from '../pool/fetchPublication.ts'
import { fetchWorkerRecord } from '../pool/fetchWorkerRecord.ts'
import { sha256 } from '../protocol/digest.ts'
import { type PayoutLine, payoutTree } from '../protocol/payout.ts'
import { seal, unsealWith } from '../protocol/sealed.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import { type Transcript, transcriptDigest } from '../protocol/transcript.ts'
import { openWithheld } from '../requester/openWithheld.ts'
import {
  bytes32,
  layerDigest,
  privateVenue,
  refusalOf,
  signedRoot,
  spenderKey,
  startTestRelay,
  type TestJob,
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

const results = new TextEncoder().encode('sealed, as far as a relay can tell')

async function signed(job: TestJob, transcript: Transcript, key = job.secrets.jobKey) {
  const message = { job: job.job, transcript: transcriptDigest(transcript) }
  return { transcript, signature: await signMessageStruct(key, privateVenue, 'Publication', message) }
}

/** A job of one delivered shard, before its settlement. */
async function delivered(name: string, visibility: 'public' | 'private', plain?: Uint8Array) {
  const job = await testJob(name, 1, { visibility })
  const requester = await testRequester(relay, job)
  const worker = await testWorker(relay, workers[0]!)
  const offer = (await worker.nextLease({ freeSlots: 1, waitSeconds: 20 }))!
  const root = await signedRoot(workers[0]!, offer)
  await worker.root(offer.lease, root)
  const sent = plain === undefined ? results : seal(job.secrets.resultPublicKey, offer.lease, plain)
  await worker.putResults(offer.lease, sent)
  const settle = async (line: Partial<PayoutLine> = {}): Promise<void> => {
    const common = { slot: offer.message.slot, lease: offer.lease, worker: workers[0]!.address }
    const lines = [{ ...common, payUnits: 1_000n, rewardUnits: 0n, reason: 'full' as const, ...line }]
    const tree = payoutTree(job.job, lines)
    const { auditSecret, jobKey } = job.secrets
    const message = {
      job: job.job,
      payoutRoot: tree.root,
      payoutDepth: tree.depth,
      total: tree.totalUnits,
      auditSecret,
    }
    const signature = await signMessageStruct(jobKey, privateVenue, 'Settlement', message)
    await requester.pool.settle(job.job, { message, signature, lines })
  }
  const lease = {
    ...{
      lease: offer.lease,
      message: offer.message,
      signature: offer.signature,
      shard: 0,
      root,
      secondRoot: null,
      receipt: null,
    },
    ...{ results: { digest: sha256(sent), bytes: sent.length }, key: null },
    audit: { ppm: 250_000, shardsBefore: 0 },
  }
  const transcript: Transcript = {
    ...{ v: 1, job: job.job, basePpm: 50_000, leases: [lease], audits: [] },
    rewards: { perFindingUnits: 0n, findings: [] },
  }
  return { job, pool: requester.pool, transcript, settle, stop: () => requester.stop() }
}

test('a transcript is refused before the settlement, of another job, under another key, and never says another thing later', async () => {
  const { job, pool, transcript, settle, stop } = await delivered('published', 'private')
  expect(await refusalOf(pool.publish(job.job, await signed(job, transcript)))).toBe('FB3031')
  await settle()
  const wrong = [
    await signed(job, transcript, workers[0]),
    await signed(job, { ...transcript, job: bytes32('another') }),
  ]
  for (const one of wrong) expect(await refusalOf(pool.publish(job.job, one))).toBe('FB3031')
  expect((await fetch(`${relay.url}/v1/jobs/${job.job}/publication`)).status).toBe(404)
  await pool.publish(job.job, await signed(job, transcript))
  const rewritten = { ...transcript, leases: transcript.leases.map((lease) => ({ ...lease, audit: null })) }
  expect(await refusalOf(pool.publish(job.job, await signed(job, rewritten)))).toBe('FB3031')
  const opened = { ...transcript, leases: transcript.leases.map((lease) => ({ ...lease, key: bytes32('key') })) }
  await pool.publish(job.job, await signed(job, opened))
  const shown = await fetchPublication(relay.url, job.job, fetch)
  expect(shown.transcript).toEqual(opened)
  expect(shown.document).toEqual(job.document)
  expect(shown.settlement.lines.map(({ payUnits }) => payUnits)).toEqual([1_000n])
  await stop()
})

test('results of a published job are open to all, layers only those of public code, and nothing before', async () => {
  const one = await delivered('sealed', 'private')
  const blob = (digest: `0x${string}`) => fetchPublicBlob(relay.url, one.job.job, digest, 1_000, fetch)
  expect(await blob(sha256(results))).toBeUndefined()
  await one.settle()
  await one.pool.publish(one.job.job, await signed(one.job, one.transcript))
  expect(await blob(sha256(results))).toEqual(results)
  expect(await blob(layerDigest)).toBeUndefined()
  await one.stop()
  const two = await delivered('open', 'public')
  await two.settle()
  await two.pool.publish(two.job.job, await signed(two.job, two.transcript))
  expect(await fetchPublicBlob(relay.url, two.job.job, layerDigest, 1_000, fetch)).toBeDefined()
  await two.stop()
})

test('withheld results are opened by the key that opened the job and by no other, and nothing else changes', async () => {
  const plain = new TextEncoder().encode('a finding')
  const { job, pool, transcript, settle, stop } = await delivered('withheld', 'private', plain)
  await settle()
  await pool.publish(job.job, await signed(job, transcript))
  const clock = { nowMs: () => Date.now(), sleep: async () => undefined }
  const open = (key: `0x${string}`) => openWithheld(job.job, relay.url, key, { fetch, clock })
  await expect(open(bytes32('a stranger'))).rejects.toThrow(/FB5102/)
  expect(await open(spenderKey)).toEqual({ job: job.job, opened: 1, left: 0 })
  const shown = await fetchPublication(relay.url, job.job, fetch)
  const [lease] = shown.transcript.leases
  const sealed = await fetchPublicBlob(relay.url, job.job, lease!.results!.digest, 1_000, fetch)
  expect(new Uint8Array(unsealWith(lease!.key!, sealed!))).toEqual(plain)
  expect({ ...shown.transcript, leases: [{ ...lease!, key: null }] }).toEqual(transcript)
  expect(await open(spenderKey)).toEqual({ job: job.job, opened: 0, left: 0 })
  await stop()
})

test('a worker’s record counts what settled jobs say of it, begins anew with a strike, and its past never changes', async () => {
  const worker = workers[0]!.address
  const stranger = workers[2]!.address
  expect(await fetchWorkerRecord(relay.url, stranger, null, fetch)).toMatchObject({
    ...{ hello: null, paidShards: 0, lastStrikeAt: null, outcomes: {}, recent: [] },
  })
  const before = await fetchWorkerRecord(relay.url, worker, null, fetch)
  expect(before.hello).toMatchObject({ name: 'test' })
  relay.clock.advance(10)
  const struck = await delivered('struck', 'private')
  await struck.settle({ payUnits: 0n, reason: 'auditMismatch' })
  await struck.stop()
  const after = await fetchWorkerRecord(relay.url, worker, null, fetch)
  expect(after.paidShards).toBe(0)
  expect(after.outcomes).toEqual({ ...before.outcomes, auditMismatch: 1 })
  expect(after.recent[0]).toMatchObject({ job: struck.job.job, reason: 'auditMismatch' })
  relay.clock.advance(10)
  const paid = await delivered('paid', 'private')
  await paid.settle()
  await paid.stop()
  expect((await fetchWorkerRecord(relay.url, worker, null, fetch)).paidShards).toBe(1)
  const past = await fetchWorkerRecord(relay.url, worker, after.lastStrikeAt, fetch)
  expect({ ...past, hello: null }).toEqual({ ...before, hello: null })
})
