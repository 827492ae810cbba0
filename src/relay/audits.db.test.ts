import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditShardSpec, FIRST_AUDIT_SHARD } from '../protocol/auditShard.ts'
import { type ShardSpec, shardSpecDigest } from '../protocol/shardSpec.ts'
import {
  bytes32,
  refusalOf,
  signedRoot,
  startTestRelay,
  type TestJob,
  type TestRelay,
  testJob,
  testRequester,
  testWorker,
  workers,
} from './testRelay.fixture.ts'

const [ada, bob] = workers
const poll = { freeSlots: 1, waitSeconds: 20 }
const soon = { freeSlots: 1, waitSeconds: 1 }
let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay()
})
afterAll(() => relay.dispose())

/** Slices 1 and 3 of a job's first shard, of which the worker is `audited`. */
function auditOf({ document }: TestJob, audited = ada!.address, change: Partial<ShardSpec> = {}) {
  const places = [1, 3].map((k) => ({ shard: 0, k }))
  const spec = { ...auditShardSpec(places, (shard) => document.shards[shard]?.spec)!, ...change }
  const specDigest = shardSpecDigest(spec)
  return { index: FIRST_AUDIT_SHARD, spec, specDigest, estimatedSeconds: 5, audited: [audited] }
}

test('an audit shard of another job, with another digest, with layers that the job has not, or by a stranger is refused', async () => {
  const job = await testJob('refusals', 1)
  const requester = await testRequester(relay, job)
  const { pool } = requester
  const other = auditOf(await testJob('another', 1))
  expect(await refusalOf(pool.auditShard(job.job, other))).toBe('FB3032')
  expect(await refusalOf(pool.auditShard(job.job, { ...auditOf(job), specDigest: bytes32('x') }))).toBe('FB3032')
  const layers = [{ kind: 'project' as const, digest: bytes32('stranger'), bytes: 1, unpackedBytes: 1 }]
  expect(await refusalOf(pool.auditShard(job.job, auditOf(job, ada!.address, { layers })))).toBe('FB3032')
  const stranger = await relay.connect(bob!)
  expect(await refusalOf(stranger.requester.auditShard(job.job, auditOf(job)))).toBe('FB3008')
  await pool.cancel(job.job)
  expect(await refusalOf(pool.auditShard(job.job, auditOf(job)))).toBe('FB3027')
  await requester.stop()
})

test('a shard’s number below those of audits, or nobody who is audited, is no request at all', async () => {
  const job = await testJob('malformed', 1)
  const requester = await testRequester(relay, job)
  const audit = auditOf(job)
  expect(await refusalOf(requester.pool.auditShard(job.job, { ...audit, index: FIRST_AUDIT_SHARD - 1 }))).toBe('FB3006')
  expect(await refusalOf(requester.pool.auditShard(job.job, { ...audit, audited: [] }))).toBe('FB3006')
  await requester.pool.cancel(job.job)
  await requester.stop()
})

test('an audit shard goes to another worker than the audited one, as a lease like any other, and is in no list of the plan’s shards', async () => {
  const job = await testJob('audited', 1)
  const requester = await testRequester(relay, job)
  const adas = await testWorker(relay, ada!)
  const first = (await adas.nextLease(poll))!
  await adas.root(first.lease, await signedRoot(ada!, first))
  await adas.putResults(first.lease, new TextEncoder().encode('sealed'))

  const audit = auditOf(job)
  await requester.pool.auditShard(job.job, audit)
  await requester.pool.auditShard(job.job, audit)
  const seeds = audit.spec.seeds.toReversed()
  const other = auditOf(job, ada!.address, { seeds })
  expect(await refusalOf(requester.pool.auditShard(job.job, other))).toBe('FB3032')
  expect(await adas.nextLease(soon)).toBeUndefined()
  const bobs = await testWorker(relay, bob!)
  const offer = (await bobs.nextLease(poll))!
  expect(Object.keys(offer).sort()).toEqual(Object.keys(first).sort())
  expect(offer.message).toMatchObject({ slices: 2, slot: 1, price: first.message.price })
  expect(offer.spec.index).toBe(first.spec.index)
  expect(offer.spec.seeds).toEqual([first.spec.seeds[1], first.spec.seeds[3]])
  const view = await requester.pool.job(job.job)
  expect(view.document.shards.length).toBe(1)
  expect(view.shards.map(({ index }) => index)).toEqual([0])
  expect(view.leases.map(({ shard }) => shard)).toEqual([0, FIRST_AUDIT_SHARD])

  // Handed back: it waits again, and still not for the audited one.
  await bobs.release(offer.lease, 'draining')
  expect(await adas.nextLease(soon)).toBeUndefined()
  expect(await requester.pool.drop(job.job, [FIRST_AUDIT_SHARD])).toEqual([FIRST_AUDIT_SHARD])
  await requester.pool.cancel(job.job)
  await requester.stop()
})
