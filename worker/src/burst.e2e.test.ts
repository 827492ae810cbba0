import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { forgeProgram } from '../../src/engines/forge/program.ts'
import type { Bytes32 } from '../../src/protocol/primitives.ts'
import { sliceResultDigest } from '../../src/protocol/sliceResult.ts'
import { type StartedRelay, startRelay } from '../../src/relay/startRelay.ts'
import { probeTiers } from '../../src/sandbox/probeTiers.ts'
import { shim } from '../../src/sandbox/shim.ts'
import { selfTest as campaign, selfTestLayer } from '../../src/verify/selfTest.ts'
import { openPrivateJob, type PrivateJob, requesterKey } from './privateJob.fixture.ts'
import { startWorkerProcess, type WorkerProcess } from './workerProcess.fixture.ts'

/** The self-test's bundle, as somebody's project: real relay, real worker processes, real engine in the real sandbox. */
const workerKeys: Bytes32[] = [`0x${'a1'.repeat(32)}`, `0x${'a2'.repeat(32)}`]
const addressOf = (key: Bytes32) => privateKeyToAccount(key).address

let dir: string
let relay: StartedRelay
const blobs = new Map<Bytes32, Uint8Array>()
const workers: WorkerProcess[] = []
const jobs: PrivateJob[] = []
let home: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fbworker-burst-'))
  for (const { digest } of campaign.layers) blobs.set(digest, selfTestLayer(digest))
  relay = await startRelay(
    {
      dataDir: join(dir, 'relay'),
      port: 0,
      key: `0x${'b1'.repeat(32)}`,
      private: { requesters: [addressOf(requesterKey)], workers: workerKeys.map(addressOf) },
    },
    { clock: { nowMs: Date.now }, pid: process.pid, version: '0', logger: pino({ level: 'silent' }) },
  )
})
beforeEach(async () => {
  home = await mkdtemp(join(dir, 'workers-'))
})
afterEach(async () => {
  for (const job of jobs.splice(0)) job.close()
  for (const worker of workers.splice(0)) {
    worker.kill('SIGKILL')
    await worker.ended
  }
})
afterAll(async () => {
  await relay.close()
  await rm(dir, { recursive: true, force: true })
})

function startOne(n: number, more: Readonly<Record<string, string>> = {}): WorkerProcess {
  const worker = startWorkerProcess({
    RELAYS: relay.url,
    KEY: workerKeys[n]!,
    DATA_DIR: join(home, String(n)),
    NAME: `worker-${n}`,
    SLOTS: '1',
    STATUS_ADDRESS: '127.0.0.1:0',
    TRUST_REQUESTERS: addressOf(requesterKey),
    ...more,
  })
  workers.push(worker)
  return worker
}

/** @param slices of the campaign: 0 stateless, 1 invariant, 2 coverage-guided invariant */
async function openJob(which: number, size: { shards: number; slices: number }, runs?: number): Promise<PrivateJob> {
  const { invocation } = campaign.slices[which]!
  const job = await openPrivateJob(
    relay.url,
    {
      engine: forgeProgram,
      shim,
      layers: campaign.layers,
      limits: campaign.limits,
      invocation: runs === undefined ? invocation : { ...invocation, fuzzRuns: runs, invariantRuns: runs },
    },
    blobs,
    size,
  )
  jobs.push(job)
  return job
}

test('a worker whose data directory is taken, or without a key, ends with the code that says so', async () => {
  const first = startOne(0)
  await first.said('worker started')
  const refused = [startOne(1, { DATA_DIR: join(home, '0') }), startOne(1, { KEY: '' })]
  expect(await Promise.all(refused.map((worker) => worker.ended))).toEqual([2, 2])
  expect(refused.map((worker) => worker.errors[0]?.slice(0, 12))).toEqual(['error FB3203', 'error FB3202'])
})

test('two workers run a burst of invariants and every delivery is sound, whichever tier ran it', async () => {
  const tiers = (await probeTiers()).filter((probe) => probe.works).map((probe) => probe.tier)
  const chosen = [tiers[0]!, tiers.at(-1)!]
  const started = chosen.map((tier, n) => startOne(n, { TIER: tier }))
  const classes = await Promise.all(started.map((worker) => worker.said('self-test passed')))
  expect(classes[0]!.class).toBe(classes[1]!.class)
  const job = await openJob(1, { shards: 4, slices: 2 })
  const shards = await job.delivered()
  expect(shards.map(({ shard }) => shard).sort()).toEqual([0, 1, 2, 3])
  expect(shards.map(({ sound, done }) => [sound, done])).toEqual(shards.map(() => [true, 2]))
  for (const { results } of shards)
    expect(results.slices.map(({ result }) => result.outcome.kind)).toEqual(['completed', 'completed'])
  const digests = shards.flatMap(({ results }) => results.slices.map(({ result }) => sliceResultDigest(result)))
  expect(new Set(digests).size).toBe(digests.length)
  const { status: port } = await started[0]!.said('worker started')
  const status = (await (await fetch(`http://127.0.0.1:${port}/status`)).json()) as { tier: string; work: object }
  expect(status.tier).toBe(chosen[0])
})

test('a worker that is killed in mid-shard goes on where it was when it is started again', async () => {
  const first = startOne(0, { LOG_LEVEL: 'debug' })
  const job = await openJob(0, { shards: 1, slices: 6 }, 5_000)
  await first.said('slice journaled')
  first.kill('SIGKILL')
  expect(await first.ended).toBe('SIGKILL')
  // What it had in /tmp: the unpacked project and, most likely, a slice's scratch directory.
  const left = (await readdir(join(home, '0', 'roots'))).map((name) => join('/tmp', name))
  expect(left.filter((root) => existsSync(root)).length).toBeGreaterThanOrEqual(1)
  const second = startOne(0)
  const taken = await second.said('lease taken')
  const [shard] = await job.delivered()
  expect(shard).toMatchObject({ sound: true, done: 6 })
  expect(taken.lease).toBe(shard!.results.lease)
  expect(taken.from).toBeGreaterThanOrEqual(1)
  expect(left.filter((root) => existsSync(root))).toEqual([])
})

test('SIGTERM drains, also when it arrives twice at once: the running shard is delivered, then the worker ends with 0', async () => {
  const worker = startOne(0)
  const job = await openJob(0, { shards: 1, slices: 3 }, 2_000)
  await worker.said('lease taken')
  worker.kill('SIGTERM')
  worker.kill('SIGINT')
  await worker.said('draining')
  const [shard] = await job.delivered()
  expect(shard).toMatchObject({ sound: true, done: 3 })
  expect(await worker.ended).toBe(0)
})

test('a shard that does not end within the grace goes to another worker', async () => {
  const leaving = startOne(0, { GRACE_SECONDS: '0' })
  const job = await openJob(0, { shards: 1, slices: 4 }, 5_000)
  await leaving.said('lease taken')
  leaving.kill('SIGTERM')
  expect(await leaving.ended).toBe(0)
  startOne(1)
  const [shard] = await job.delivered()
  expect(shard).toMatchObject({ sound: true, done: 4, worker: addressOf(workerKeys[1]!) })
})
