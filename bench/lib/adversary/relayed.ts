import { gzipSync } from 'node:zlib'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import type { PoolConnection, WorkerPool } from '../../../src/pool/pool.ts'
import type { LeaseOffer } from '../../../src/protocol/api.ts'
import { sha256 } from '../../../src/protocol/digest.ts'
import { isFuzzburstError } from '../../../src/protocol/errors.ts'
import type { JobDocument } from '../../../src/protocol/job.ts'
import { deriveJobSecrets, jobHash, jobSeed, sliceSeed } from '../../../src/protocol/jobSecrets.ts'
import { leafHash } from '../../../src/protocol/leaf.ts'
import { type Intent, jobId, type Root } from '../../../src/protocol/messages.ts'
import { type Bytes32, toWire, zeroAddress, zeroBytes32 } from '../../../src/protocol/primitives.ts'
import type { SliceRecord } from '../../../src/protocol/results.ts'
import { seal } from '../../../src/protocol/sealed.ts'
import { shardRoot } from '../../../src/protocol/shardRoot.ts'
import { shardSpecDigest } from '../../../src/protocol/shardSpec.ts'
import { signMessageStruct } from '../../../src/protocol/signing.ts'
import { sliceResultDigest } from '../../../src/protocol/sliceResult.ts'
import type { AuditEntry } from '../../../src/protocol/transcript.ts'
import { privateVenue, spender, spenderKey, startTestRelay } from '../../../src/relay/testRelay.fixture.ts'
import { AuditDesk } from '../../../src/requester/auditDesk.ts'
import { auditRates } from '../../../src/requester/auditRates.ts'
import { findingLedger } from '../../../src/requester/findingLedger.ts'
import { followJob } from '../../../src/requester/followJob.ts'
import { JobLedger } from '../../../src/requester/jobLedger.ts'
import { createJudge } from '../../../src/requester/judgeLease.ts'
import { localQueue } from '../../../src/requester/localQueue.ts'
import { settleJob } from '../../../src/requester/settleJob.ts'
import { DEFAULT_AUDIT_PPM } from '../../../src/verify/auditPicks.ts'
import { diceOf } from './dice.ts'
import { type Cheat, hiding, lazy, poisoning } from './kinds.ts'
import { stubEngine, stubLayer, stubProgram, stubResult, stubSpec } from './stubEngine.ts'

/** Slices of a shard. */
const SLICES = 64
const PRICE_UNITS = 1_000_000n

type Behaviour = Cheat | 'honest' | 'copying' | 'equivocating' | 'slow-lorris'

/** What became of one worker in the job. */
export interface RelayedRow {
  readonly kind: string
  readonly leases: number
  readonly paidShards: number
  readonly reasons: Readonly<Record<string, number>>
  readonly struck: boolean
}

/** A whole job through the real relay, over HTTP, with the real requester. */
export interface Relayed {
  readonly shards: number
  readonly seconds: number
  readonly rows: readonly RelayedRow[]
  /** Shards that ended on the requester's machine, because nobody else was left. */
  readonly runHere: number
  readonly auditShare: number
}

/** One job of so many shards, worked on by two honest workers and one of each kind, all at once. */
export async function relayedJob(shards: number): Promise<Relayed> {
  const behaviours: readonly Behaviour[] = [
    ...(['honest', 'honest'] as const),
    ...[lazy(25), lazy(100), hiding, poisoning],
    ...(['copying', 'equivocating', 'slow-lorris'] as const),
  ]
  const accounts = behaviours.map((_behaviour, i) => privateKeyToAccount(sha256(`bench worker ${i}`)))
  const limits = { leaseFloorSeconds: 20, heartbeatSeconds: 2, sweepMs: 200, requestsPerSecond: 10_000 }
  const relay = await startTestRelay(limits, {
    pool: { kind: 'private', requesters: [spender.address], workers: accounts.map(({ address }) => address) },
  })
  const over = new AbortController()
  const started = performance.now()
  try {
    const job = await makeJob(shards)
    const requester = await relay.connect(job.secrets.jobKey)
    await requester.requester.putBlob(stubLayer.digest, stubLayer.bytes)
    await requester.requester.postJob(job.document)
    const roots: Bytes32[] = []
    const workers = behaviours.map(async (behaviour, i) => {
      const { worker } = await relay.connect(accounts[i]!)
      await work(worker, accounts[i]!, behaviour, roots, over.signal)
    })
    const { ledger, runHere, reruns } = await follow(job, requester)
    over.abort()
    await Promise.all(workers)
    const lines = ledger.payoutLines(new Map())
    await settleJob(requester.requester, privateVenue, job.job, job.secrets, lines)
    const rows = behaviours.map((behaviour, i): RelayedRow => {
      const own = lines.filter(({ worker }) => worker === accounts[i]!.address)
      const reasons = Map.groupBy(own, ({ reason }) => reason)
      return {
        kind: typeof behaviour === 'string' ? behaviour : behaviour.name,
        leases: own.length,
        paidShards: own.filter(({ payUnits }) => payUnits > 0n).length,
        reasons: Object.fromEntries([...reasons].map(([reason, some]) => [reason, some.length])),
        struck: ledger.isStruck(accounts[i]!.address),
      }
    })
    const delivered = [...ledger.leases.values()].reduce((sum, { slices }) => sum + slices.length, 0)
    const seconds = (performance.now() - started) / 1_000
    return { shards, seconds, rows, runHere, auditShare: reruns / delivered }
  } finally {
    over.abort()
    await relay.dispose()
  }
}

type BenchJob = Awaited<ReturnType<typeof makeJob>>

async function makeJob(shards: number) {
  const secrets = deriveJobSecrets(spenderKey, sha256('bench nonce'))
  const now = Math.floor(Date.now() / 1_000)
  const intent: Intent = {
    account: zeroBytes32,
    jobHash: jobHash(sha256('bench plan'), secrets.nonce),
    auditCommit: secrets.auditCommit,
    jobKey: secrets.jobKey.address,
    assigner: zeroAddress,
    slots: shards,
    spares: shards,
    slotPrice: PRICE_UNITS,
    ...{ finderReserve: 0n, relayerFeeCap: 0n, openBy: now + 900, settleBy: now + 36_000 },
  }
  const job = jobId(intent)
  const seed = jobSeed(intent.jobHash, intent.auditCommit)
  const specs = Array.from({ length: shards }, (_, index) =>
    stubSpec(
      job,
      index,
      Array.from({ length: SLICES }, (_one, k) => sliceSeed(seed, index, k)),
    ),
  )
  const document: JobDocument = {
    ...{ v: 1, venue: privateVenue, intent, grant: null, nonce: secrets.nonce, planDigest: sha256('bench plan') },
    intentSignature: await signMessageStruct(spender, privateVenue, 'Intent', intent),
    ...{ resultPublicKey: secrets.resultPublicKey, visibility: 'private', classes: null, series: null },
    shards: specs.map((spec) => ({ spec, specDigest: shardSpecDigest(spec), estimatedSeconds: 1 })),
  }
  return { job, secrets, intent, specs, document }
}

async function follow({ job, secrets, intent, specs }: BenchJob, connection: PoolConnection) {
  const ledger = new JobLedger(specs.length, intent.slots + intent.spares)
  const { engine, reruns } = stubEngine()
  const audits: AuditEntry[] = []
  let runHere = 0
  const say = (): void => undefined
  const pool = connection.requester
  const desk = new AuditDesk({
    ...{ job, specs, ledger, pool, clock: Date, say, outside: null },
    bench: { engine, workbench: { projectDir: '/none' } as never, queue: localQueue(1) },
  })
  const common = { job, desk, secrets, pool, ledger, venue: privateVenue, intent }
  const judge = createJudge({
    ...common,
    audits,
    ownClass: null,
    // Without records all are new: ten shards at 25%, then 5%.
    auditRate: auditRates(DEFAULT_AUDIT_PPM, ledger, async () => 0),
    evidence: async () => undefined,
    say,
  })
  // Replays of findings are the engine's business; there is none here.
  const findings = findingLedger(new Map(), {
    vouch: async () => true,
    replay: async () => ({ reproduced: true, reason: '', trace: '', location: null }),
    onConfirmed: () => undefined,
  })
  await followJob({
    ...common,
    ...{
      judge,
      findings,
      say,
      keepAfterFinding: true,
      classes: null,
      patienceSeconds: 60,
      deadlineMs: Date.now() + 3_600_000,
    },
    relayNowMs: () => connection.relayNowMs(),
    clock: {
      now: () => Date.now(),
      every(ms, callback) {
        const timer = setInterval(callback, ms)
        return () => clearInterval(timer)
      },
    },
    runHere: async (local) => {
      runHere += local.length
    },
    save: async () => undefined,
    onChange: () => undefined,
    onCancelled: () => undefined,
  })
  return { ledger, runHere, reruns: reruns() }
}

/** Takes leases until the job is over, and does with them what its kind does. */
async function work(
  pool: WorkerPool,
  account: PrivateKeyAccount,
  behaviour: Behaviour,
  roots: Bytes32[],
  signal: AbortSignal,
): Promise<void> {
  const name = typeof behaviour === 'string' ? behaviour : behaviour.name
  await pool.hello({
    ...{ name: 'bench', version: '0', slots: 1, tier: 'landlock', determinismClass: zeroBytes32 },
    engines: [stubProgram],
  })
  const dice = diceOf(`relayed ${name}`)
  while (!signal.aborted) {
    try {
      const offer = await pool.nextLease({ freeSlots: 1, waitSeconds: 1 }, { signal })
      if (offer === undefined) continue
      if (behaviour === 'slow-lorris') await sitOn(pool, offer, signal)
      else await deliver(pool, offer, account, behaviour, roots, dice)
    } catch (error) {
      // Refused, gone, or over: a cheat hears that often.
      if (!signal.aborted && !isFuzzburstError(error)) throw error
    }
  }
}

/** Beats until the lease is taken away, and never delivers. */
async function sitOn(pool: WorkerPool, offer: LeaseOffer, signal: AbortSignal): Promise<void> {
  for (;;) {
    const order = await pool.heartbeat(offer.lease, 0, { signal })
    if (order === 'gone') return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function deliver(
  pool: WorkerPool,
  offer: LeaseOffer,
  account: PrivateKeyAccount,
  behaviour: Exclude<Behaviour, 'slow-lorris'>,
  roots: Bytes32[],
  dice: ReturnType<typeof diceOf>,
): Promise<void> {
  const { job, specDigest, slices } = offer.message
  const honest: SliceRecord[] = offer.spec.seeds.map((seed, k) => ({
    ...{ k, salt: sha256(`salt ${offer.lease} ${k}`), corpusDigest: zeroBytes32, cpuMs: 5 },
    result: stubResult(seed),
  }))
  const records = typeof behaviour === 'string' ? honest : behaviour.bend(honest, dice)
  const leaves = records.map(({ k, salt, corpusDigest, result }) =>
    leafHash({
      ...{ specDigest, worker: account.address, k, executions: result.executions },
      ...{ resultDigest: sliceResultDigest(result), corpusDigest, salt },
    }),
  )
  const own = shardRoot(leaves, slices)
  const root = behaviour === 'copying' ? (roots.at(-1) ?? own) : own
  if (behaviour === 'honest') roots.push(own)
  const sign = async (message: Root) => ({
    message,
    signature: await signMessageStruct(account, offer.venue, 'Root', message),
  })
  const message: Root = { job, lease: offer.lease, specDigest, root, done: records.length }
  await pool.root(offer.lease, await sign(message))
  if (behaviour === 'equivocating') {
    const second = await sign({ ...message, root: sha256('a better root') })
    await pool.root(offer.lease, second, { deadlineMs: 0 }).catch((error: unknown) => {
      if (!isFuzzburstError(error)) throw error
    })
  }
  const text = toWire({ v: 1, lease: offer.lease, slices: records })
  await pool.putResults(offer.lease, seal(offer.resultPublicKey, offer.lease, gzipSync(text)))
}
