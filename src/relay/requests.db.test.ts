import { randomBytes } from 'node:crypto'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zApiError } from '../protocol/api.ts'
import { sha256 } from '../protocol/digest.ts'
import { type Bytes32, toWire, zeroBytes32 } from '../protocol/primitives.ts'
import { REQUEST_WINDOW_MS, sessionSigner } from '../protocol/requestSignature.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import {
  bytes32,
  layer,
  layerDigest,
  privateVenue,
  refusalOf,
  relayKey,
  spender,
  startTestRelay,
  type TestRelay,
  testJob,
  testRequester,
  testWorker,
  workers,
} from './testRelay.fixture.ts'

const audience = privateKeyToAccount(relayKey).address
const session = sessionSigner(new Uint8Array(32).fill(9))
const actor = privateKeyToAccount(bytes32('some actor'))

let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay({ blobBytes: 10_000, unusedBlobBytes: 25_000, documentBytes: 100_000 })
})
afterAll(() => relay.dispose())

async function codeOf(response: Response): Promise<string> {
  return zApiError.parse(await response.json()).code
}

async function delegate(change: { expiresIn?: number; signer?: typeof actor } = {}): Promise<Response> {
  const delegation = {
    actor: actor.address,
    publicKey: session.publicKey,
    expires: Math.floor(relay.clock.nowMs() / 1_000) + (change.expiresIn ?? 3_600),
  }
  const signature = await signMessageStruct(change.signer ?? actor, privateVenue, 'SessionKey', delegation)
  return fetch(`${relay.url}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: toWire({ delegation, signature }),
  })
}

/** A signed question for missing blobs, of which parts can be changed after signing. */
function question(change: { nowMs?: number; path?: string; audience?: typeof audience } = {}) {
  const body = toWire({ digests: [zeroBytes32] })
  const path = change.path ?? '/v1/blobs/missing'
  const nowMs = change.nowMs ?? relay.clock.nowMs()
  const headers = session.headers({ method: 'POST', audience: change.audience ?? audience, path, body, nowMs })
  return { body, headers: { ...headers, 'content-type': 'application/json' } as Record<string, string> }
}

function ask(init: { body: string; headers: Record<string, string> }): Promise<Response> {
  return fetch(`${relay.url}/v1/blobs/missing`, { method: 'POST', ...init })
}

test('a request without signature, of an unknown session, for another relay or of another body is refused', async () => {
  expect(await codeOf(await ask({ body: '{}', headers: { 'content-type': 'application/json' } }))).toBe('FB3001')
  expect(await codeOf(await ask(question()))).toBe('FB3004')
  expect(await codeOf(await delegate({ signer: spender }))).toBe('FB3005')
  expect(await codeOf(await delegate({ expiresIn: 8 * 86_400 }))).toBe('FB3005')
  expect(await codeOf(await delegate({ expiresIn: -1 }))).toBe('FB3005')
  expect((await delegate()).status).toBe(204)
  expect((await ask(question())).status).toBe(200)
  expect(await codeOf(await ask(question({ audience: actor.address })))).toBe('FB3001')
  expect(await codeOf(await ask(question({ path: '/v1/blobs/other' })))).toBe('FB3001')
  expect(await codeOf(await ask({ ...question(), body: toWire({ digests: [] }) }))).toBe('FB3010')
})

test('a request that is dated outside the window is refused', async () => {
  for (const off of [-REQUEST_WINDOW_MS - 1_000, REQUEST_WINDOW_MS + 1_000])
    expect(await codeOf(await ask(question({ nowMs: relay.clock.nowMs() + off })))).toBe('FB3002')
})

test('a request that is sent twice is refused, by a restarted relay too', async () => {
  const request = question()
  expect((await ask(request)).status).toBe(200)
  expect(await codeOf(await ask(request))).toBe('FB3003')
  const kept = question()
  expect((await ask(kept)).status).toBe(200)
  await relay.reopen()
  expect(await codeOf(await ask(kept))).toBe('FB3003')
})

test('a session key that speaks for one actor cannot be taken by another', async () => {
  expect((await delegate()).status).toBe(204)
  const delegation = {
    actor: spender.address,
    publicKey: session.publicKey,
    expires: Math.floor(relay.clock.nowMs() / 1_000) + 60,
  }
  const signature = await signMessageStruct(spender, privateVenue, 'SessionKey', delegation)
  const response = await fetch(`${relay.url}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: toWire({ delegation, signature }),
  })
  expect(await codeOf(response)).toBe('FB3005')
})

test('what is not in the interface is refused without a trace of the relay’s inside', async () => {
  const signed = async (method: string, path: string, body: string, type = 'application/json') => {
    const headers = session.headers({ method, audience, path, body, nowMs: relay.clock.nowMs() })
    return fetch(`${relay.url}${path}`, { method, headers: { ...headers, 'content-type': type }, body })
  }
  expect(await codeOf(await fetch(`${relay.url}/v1/nothing`))).toBe('FB3007')
  expect(await codeOf(await signed('POST', '/v1/blobs/missing', '{'))).toBe('FB3006')
  expect(await codeOf(await signed('POST', '/v1/blobs/missing', '{"digests":["../../etc/passwd"]}'))).toBe('FB3006')
  expect(await codeOf(await signed('POST', '/v1/blobs/missing', '{"digests":[],"more":1}'))).toBe('FB3006')
  expect(await codeOf(await signed('POST', '/v1/blobs/missing', '<a/>', 'text/xml'))).toBe('FB3006')
  expect(await codeOf(await signed('POST', '/v1/blobs/missing', `"${'x'.repeat(2 ** 20)}"`))).toBe('FB3009')
  const octets = 'application/octet-stream'
  for (const path of ['/v1/blobs/..%2f..%2fetc%2fpasswd', '/v1/blobs/0x..', `/v1/blobs/0x${'/'.repeat(64)}`]) {
    const response = await signed('PUT', path, 'text', octets)
    expect(['FB3006', 'FB3007']).toContain(await codeOf(response))
  }
})

test('a blob that is too large, over the quota, or not what its digest says leaves nothing behind', async () => {
  const { requester } = await relay.connect(actor)
  const large = randomBytes(10_001)
  expect(await refusalOf(requester.putBlob(sha256(large), large))).toBe('FB3009')
  const unannounced = {
    bytes: 10_000,
    open: async function* () {
      yield large
    },
  }
  await expect(requester.putBlob(sha256(large), unannounced, { deadlineMs: 0 })).rejects.toThrow()
  expect(await refusalOf(requester.putBlob(bytes32('other'), layer))).toBe('FB3010')
  for (let i = 0; i < 2; i++) {
    const blob = randomBytes(10_000)
    await requester.putBlob(sha256(blob), blob)
  }
  const over = randomBytes(9_000)
  expect(await refusalOf(requester.putBlob(sha256(over), over, { deadlineMs: 0 }))).toBe('FB3011')
  expect(await requester.missingBlobs([sha256(large), bytes32('other'), sha256(over)])).toHaveLength(3)
})

test('blobs are read by their uploader, the requester and workers with a lease, and by nobody else', async () => {
  const job = await testJob('readers', 1)
  const requester = await testRequester(relay, job)
  const worker = await testWorker(relay, workers[0]!)
  const read = (who: { getBlob: typeof worker.getBlob }) => who.getBlob(layerDigest, { maxBytes: 1_000 })
  expect(await refusalOf(read(worker))).toBe('FB3008')
  const offer = (await worker.nextLease({ freeSlots: 1, waitSeconds: 20 }))!
  expect(await read(worker)).toEqual(layer)
  await worker.release(offer.lease, 'draining')
  expect(await refusalOf(read(worker))).toBe('FB3008')
  await expect(requester.pool.getBlob(layerDigest, { maxBytes: 5 })).rejects.toMatchObject({ code: 'FB3104' })
  await requester.pool.cancel(job.job)
  await requester.stop()
})

test('a job that does not fit itself, its signatures, the pool or its blobs is refused', async () => {
  const good = await testJob('inconsistent')
  const { requester } = await relay.connect(good.secrets.jobKey)
  const { document } = good
  const refusal = (change: Partial<typeof document>) => refusalOf(requester.postJob({ ...document, ...change }))
  expect(await refusal({ planDigest: bytes32('other plan') })).toBe('FB3013')
  expect(await refusal({ nonce: bytes32('other nonce') })).toBe('FB3013')
  expect(await refusal({ venue: { ...privateVenue, chainId: 1 } })).toBe('FB3013')
  expect(await refusal({ shards: document.shards.toReversed() })).toBe('FB3013')
  const [first, second] = document.shards
  expect(await refusal({ shards: [first!, { ...second!, specDigest: first!.specDigest }] })).toBe('FB3013')
  expect(await refusal({ intentSignature: `0x${'0'.repeat(130)}` })).toBe('FB3013')
  const foreign = await signMessageStruct(workers[0]!, privateVenue, 'Intent', good.intent)
  expect(await refusal({ intentSignature: foreign })).toBe('FB3015')
  expect(await refusal({ intent: { ...good.intent, slots: 3 } })).toBe('FB3013')
  const stranger = await relay.connect(privateKeyToAccount(bytes32('stranger')))
  expect(await refusalOf(stranger.requester.postJob(document))).toBe('FB3008')
})

test('a job whose layers are not here is refused with their digests, and taken once they are', async () => {
  const other = await startTestRelay()
  try {
    const job = await testJob('layers')
    const { requester } = await other.connect(job.secrets.jobKey)
    expect(await refusalOf(requester.postJob(job.document))).toBe('FB3016')
    await expect(requester.postJob(job.document)).rejects.toThrow(layerDigest)
    expect(await requester.missingBlobs([layerDigest])).toEqual([layerDigest])
    await requester.putBlob(layerDigest, {
      bytes: layer.length,
      open: async function* () {
        yield layer
      },
    })
    const view = await requester.postJob(job.document)
    expect(view).toMatchObject({ job: job.job, state: 'open', nextSlot: 0, lastEvent: 0, settlement: null })
    expect(view.document).toEqual(job.document)
    expect(await requester.postJob(job.document)).toEqual(view)
  } finally {
    await other.dispose()
  }
})

test('a job belongs to its requester: nobody else sees, drives, follows or settles it', async () => {
  const job = await testJob('mine')
  const owner = await relay.connect(job.secrets.jobKey)
  await owner.requester.putBlob(layerDigest, layer)
  await owner.requester.postJob(job.document)
  const { requester } = await relay.connect(privateKeyToAccount(bytes32('stranger')))
  const lease: Bytes32 = bytes32('no lease')
  expect(await refusalOf(requester.job(job.job))).toBe('FB3008')
  expect(await refusalOf(requester.drop(job.job, [0]))).toBe('FB3008')
  expect(await refusalOf(requester.cancel(job.job))).toBe('FB3008')
  expect(await refusalOf(requester.verdict(job.job, { lease, verdict: 'void' }))).toBe('FB3008')
  expect(await refusalOf(requester.signLease(job.job, { lease, signature: `0x${'0'.repeat(130)}` }))).toBe('FB3008')
  expect(await refusalOf(requester.events(job.job)[Symbol.asyncIterator]().next())).toBe('FB3008')
  expect(await refusalOf(owner.requester.job(bytes32('no job')))).toBe('FB3007')
  // The key that signed the intent may look after its job too.
  const signer = await relay.connect(spender)
  expect((await signer.requester.job(job.job)).state).toBe('open')
})

test('too many requests at once are refused until time has passed', async () => {
  const strict = await startTestRelay({ requestsPerSecond: 1, requestsAtOnce: 3 })
  try {
    const statuses = []
    for (let i = 0; i < 5; i++) statuses.push((await fetch(`${strict.url}/v1/info`)).status)
    expect(statuses.slice(0, 3)).toEqual([200, 200, 200])
    expect(statuses.at(-1)).toBe(429)
    strict.clock.advance(10)
    expect((await fetch(`${strict.url}/v1/info`)).status).toBe(200)
  } finally {
    await strict.dispose()
  }
})

test('health, metrics and the interface are open to all, and the interface names every route', async () => {
  expect(await (await fetch(`${relay.url}/healthz`)).text()).toBe('ok\n')
  const metrics = await (await fetch(`${relay.url}/metrics`)).text()
  expect(metrics).toContain('fuzzburst_relay_requests_total{route="/v1/blobs/missing",status="200"}')
  expect(metrics).toContain('fuzzburst_relay_rows{kind="job",state="open"}')
  const openapi = (await (await fetch(`${relay.url}/v1/openapi.json`)).json()) as { paths: Record<string, unknown> }
  expect(Object.keys(openapi.paths).sort()).toMatchSnapshot()
  expect(openapi.paths['/v1/jobs/{job}/settlement']).toMatchSnapshot()
})

test('blobs that no job uses are collected after a day, those of jobs are kept', async () => {
  const { requester } = await relay.connect(privateKeyToAccount(bytes32('forgetful')))
  const blob = randomBytes(1_000)
  await requester.putBlob(sha256(blob), blob)
  relay.clock.advance(86_400 + 60)
  await relay.relay.sweep()
  const fresh = await relay.connect(privateKeyToAccount(bytes32('forgetful')), 'second')
  expect(await fresh.requester.missingBlobs([sha256(blob), layerDigest])).toEqual([sha256(blob)])
})
