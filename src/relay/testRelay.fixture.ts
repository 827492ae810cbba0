import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { hexToBytes, keccak256, stringToHex } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { connectPool } from '../pool/connectPool.ts'
import type { PoolClock, PoolConnection } from '../pool/pool.ts'
import type { LeaseOffer } from '../protocol/api.ts'
import { hmac, sha256 } from '../protocol/digest.ts'
import type { JobDocument } from '../protocol/job.ts'
import { deriveJobSecrets, type JobSecrets, jobHash } from '../protocol/jobSecrets.ts'
import { type Intent, jobId, type Root, type Venue } from '../protocol/messages.ts'
import { type Bytes32, type JobId, zeroAddress } from '../protocol/primitives.ts'
import { sessionSigner } from '../protocol/requestSignature.ts'
import { type ShardSpec, shardSpecDigest } from '../protocol/shardSpec.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import { freshDatabase } from './freshDatabase.fixture.ts'
import type { RelayLimits } from './limits.ts'
import { createRelay, type Relay, type RelayOptions } from './relay.ts'

/** 32 bytes that mean nothing but are always the same for a name. */
export function bytes32(name: string): Bytes32 {
  return keccak256(stringToHex(name))
}

export const privateVenue: Venue = { chainId: 0, escrow: zeroAddress }
export const spenderKey = bytes32('spender')
export const spender = privateKeyToAccount(spenderKey)
export const relayKey = bytes32('relay')
export const workers: readonly PrivateKeyAccount[] = ['one', 'two', 'three'].map((name) =>
  privateKeyToAccount(bytes32(`worker ${name}`)),
)
export const layer = new TextEncoder().encode('a layer, as far as a relay can tell')
export const layerDigest = sha256(layer)
const program = { name: 'forge', version: '1.7.1', binaries: { 'linux-x64': bytes32('forge') } }
const shim = { name: 'shim', version: '1.0.0', binaries: { 'linux-x64': bytes32('shim') } }

/** The real clock, and the test's hand on it. */
export interface SteeredClock extends PoolClock {
  /** Moves the relay's time forward. */
  advance(seconds: number): void
}

export function steeredClock(): SteeredClock {
  let offsetMs = 0
  return {
    nowMs: () => Date.now() + offsetMs,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const timer = setTimeout(resolve, ms)
        signal?.addEventListener(
          'abort',
          () => {
            clearTimeout(timer)
            resolve()
          },
          { once: true },
        )
      }),
    advance(seconds) {
      offsetMs += seconds * 1_000
    },
  }
}

/** A private relay over real HTTP with its folder, which can be reopened. */
export interface TestRelay {
  readonly url: string
  readonly clock: SteeredClock
  readonly relay: Relay
  connect(account: PrivateKeyAccount, session?: string): Promise<PoolConnection>
  /** Closes it and opens a new one over the same folder at the same port. */
  reopen(): Promise<void>
  dispose(): Promise<void>
}

export async function startTestRelay(
  limits: Partial<RelayLimits> = {},
  more: Partial<RelayOptions> = {},
): Promise<TestRelay> {
  const dataDir = await mkdtemp(join(tmpdir(), 'fbrelay'))
  const server = await freshDatabase(join(dataDir, 'database'))
  const clock = steeredClock()
  const options: RelayOptions = {
    dataDir,
    key: relayKey,
    venue: privateVenue,
    pool: { kind: 'private', requesters: [spender.address], workers: workers.map(({ address }) => address) },
    clock,
    pid: process.pid,
    version: '0.0.0-test',
    limits: { sweepMs: 3_600_000, requestsAtOnce: 100_000, ...limits },
    logger: pino({ level: 'silent' }),
    ...(server !== undefined && { databaseUrl: server }),
    ...more,
  }
  let relay = await createRelay(options)
  const url = await relay.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    clock,
    get relay() {
      return relay
    },
    connect: (account, session = 'first') =>
      connectPool({
        url,
        account,
        session: sessionSigner(hmac(hexToBytes(sha256(account.address)), `session ${session}`)),
        clock,
        fetch,
        retryForMs: 10_000,
      }),
    async reopen() {
      await relay.close()
      relay = await createRelay(options)
      await relay.listen({ host: '127.0.0.1', port: Number(new URL(url).port) })
    },
    async dispose() {
      await relay.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A job of some shards of four slices each, ready to post. */
export interface TestJob {
  readonly job: JobId
  readonly secrets: JobSecrets
  readonly intent: Intent
  readonly document: JobDocument
}

export async function testJob(
  name: string,
  shards = 2,
  change: {
    venue?: Venue
    spares?: number
    signer?: PrivateKeyAccount
    intent?: Partial<Intent>
    visibility?: 'public' | 'private'
    classes?: Bytes32[]
    series?: JobDocument['series']
  } = {},
): Promise<TestJob> {
  const secrets = deriveJobSecrets(spenderKey, bytes32(`nonce ${name}`))
  const planDigest = bytes32('plan')
  const venue = change.venue ?? privateVenue
  const now = Math.floor(Date.now() / 1_000)
  const intent: Intent = {
    account: bytes32('account'),
    jobHash: jobHash(planDigest, secrets.nonce),
    auditCommit: secrets.auditCommit,
    jobKey: secrets.jobKey.address,
    assigner: zeroAddress,
    slots: shards,
    spares: change.spares ?? 2,
    slotPrice: 1_000n,
    finderReserve: 0n,
    relayerFeeCap: 0n,
    openBy: now + 3_600,
    settleBy: now + 86_400,
    ...change.intent,
  }
  const job = jobId(intent)
  const document: JobDocument = {
    v: 1,
    venue,
    intent,
    intentSignature: await signMessageStruct(change.signer ?? spender, venue, 'Intent', intent),
    grant: null,
    nonce: secrets.nonce,
    planDigest,
    resultPublicKey: secrets.resultPublicKey,
    visibility: change.visibility ?? 'private',
    classes: change.classes ?? null,
    series: change.series ?? null,
    shards: Array.from({ length: shards }, (_, index) => {
      const spec = testSpec(job, index)
      return { spec, specDigest: shardSpecDigest(spec), estimatedSeconds: 30 }
    }),
  }
  return { job, secrets, intent, document }
}

function testSpec(job: JobId, index: number): ShardSpec {
  return {
    v: 1,
    job,
    index,
    engine: program,
    shim,
    layers: [{ kind: 'project', digest: layerDigest, bytes: layer.length, unpackedBytes: layer.length }],
    corpus: null,
    invocation: {
      engine: 'forge',
      profile: 'default',
      matchPath: null,
      matchContract: null,
      matchTest: null,
      targets: ['test/Vault.t.sol:VaultTest.testFuzz_deposit(uint256)'],
      fuzzRuns: 256,
      invariantRuns: 0,
      invariantDepth: 0,
      corpus: false,
      env: {},
    },
    limits: {
      cpuSeconds: 60,
      wallSeconds: 240,
      memoryBytes: 2 ** 30,
      processes: 64,
      fileBytes: 2 ** 28,
      outputBytes: 2 ** 26,
    },
    seeds: [0, 1, 2, 3].map((k) => bytes32(`seed ${index} ${k}`)),
  }
}

/** A worker that has said hello. */
export async function testWorker(relay: TestRelay, account: PrivateKeyAccount): Promise<PoolConnection['worker']> {
  const { worker } = await relay.connect(account)
  await worker.hello({
    name: 'test',
    version: '0.0.0',
    slots: 1,
    tier: 'bubblewrap',
    determinismClass: bytes32('class'),
    engines: [program],
  })
  return worker
}

/** A requester that has uploaded the layer, posted the job, and signs every lease it is asked for until `stop`. */
export interface TestRequester {
  readonly pool: PoolConnection['requester']
  /** Types of all events so far, with their numbers. */
  readonly seen: { number: number; type: string }[]
  /** Resolves with the first event of a type after which `seen` has at least that many of it. */
  saw(type: string, count?: number): Promise<void>
  stop(): Promise<void>
}

export async function testRequester(
  relay: TestRelay,
  job: TestJob,
  options: { sign?: boolean } = {},
): Promise<TestRequester> {
  const { requester: pool } = await relay.connect(job.secrets.jobKey)
  await pool.putBlob(layerDigest, layer)
  await pool.postJob(job.document)
  const stop = new AbortController()
  const seen: { number: number; type: string }[] = []
  const watchers = new Set<() => void>()
  const following = (async () => {
    for await (const { number, event } of pool.events(job.job, { signal: stop.signal })) {
      seen.push({ number, type: event.type })
      for (const watcher of watchers) watcher()
      if (event.type === 'proposal' && options.sign !== false)
        await pool.signLease(job.job, {
          lease: event.lease,
          signature: await signMessageStruct(job.secrets.jobKey, job.document.venue, 'Lease', event.message),
        })
    }
  })()
  return {
    pool,
    seen,
    async saw(type, count = 1) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const look = (): void => {
        if (seen.filter((event) => event.type === type).length >= count) resolve()
      }
      watchers.add(look)
      look()
      // A stream that fails must fail the test, not hang it.
      await Promise.race([promise, following])
      watchers.delete(look)
    },
    async stop() {
      stop.abort()
      await following
    },
  }
}

/** A root that a worker signs for an offer. */
export async function signedRoot(
  worker: PrivateKeyAccount,
  offer: LeaseOffer,
  change: Partial<Root> = {},
): Promise<{ message: Root; signature: `0x${string}` }> {
  const message: Root = {
    job: offer.message.job,
    lease: offer.lease,
    specDigest: offer.message.specDigest,
    root: bytes32(`root of ${offer.lease}`),
    done: offer.message.slices,
    ...change,
  }
  return { message, signature: await signMessageStruct(worker, offer.venue, 'Root', message) }
}

/** The code with which the relay refused, or what else happened. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'not refused'
  } catch (error) {
    if (error instanceof Error && 'relayCode' in error) return String(error.relayCode)
    throw error
  }
}
