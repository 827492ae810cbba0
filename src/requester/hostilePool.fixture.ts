import { gzipSync } from 'node:zlib'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import type { z } from 'zod'
import type { Engine, Replay, Target } from '../engines/engine.ts'
import type { NumberedEvent, RequesterPool } from '../pool/pool.ts'
import type { JobEvent } from '../protocol/api.ts'
import { isAuditShard, type zAuditShardRequest } from '../protocol/auditShard.ts'
import { sha256 } from '../protocol/digest.ts'
import { FuzzburstError } from '../protocol/errors.ts'
import type { Finding } from '../protocol/finding.ts'
import type { FraudEvidence } from '../protocol/fraudEvidence.ts'
import { deriveJobSecrets } from '../protocol/jobSecrets.ts'
import { leafHash } from '../protocol/leaf.ts'
import {
  type Intent,
  jobId,
  type Lease,
  leaseId,
  messageHash,
  type Receipt,
  type Root,
  type Venue,
} from '../protocol/messages.ts'
import { type Bytes32, type LeaseId, toWire, zeroAddress, zeroBytes32 } from '../protocol/primitives.ts'
import type { SliceRecord } from '../protocol/results.ts'
import { seal } from '../protocol/sealed.ts'
import { shardRoot } from '../protocol/shardRoot.ts'
import { type ShardSpec, shardSpecDigest } from '../protocol/shardSpec.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import { type SliceResult, sliceResultDigest } from '../protocol/sliceResult.ts'
import type { AuditEntry } from '../protocol/transcript.ts'
import { auditPicks } from '../verify/auditPicks.ts'
import { AuditDesk, type OutsideRules } from './auditDesk.ts'
import { findingLedger } from './findingLedger.ts'
import { type Followed, followJob, type LocalWork } from './followJob.ts'
import { JobLedger } from './jobLedger.ts'
import { createJudge, type Judge } from './judgeLease.ts'
import { localQueue } from './localQueue.ts'

/** Slices of each shard. */
export const K = 4
export const TARGET = 'test/A.t.sol:A:testFuzz_a(uint256)'
const target: Target = {
  id: TARGET,
  kind: 'fuzz',
  path: 'test/A.t.sol',
  contract: 'A',
  test: 'testFuzz_a(uint256)',
  line: 1,
  inline: { runs: null, depth: null },
}
export const venue: Venue = { chainId: 31_337, escrow: `0x${'11'.repeat(20)}` }
const secrets = deriveJobSecrets(sha256('spender'), sha256('nonce'))
const intent: Intent = {
  ...{ account: sha256('account'), jobHash: sha256('job hash'), auditCommit: secrets.auditCommit },
  ...{ jobKey: secrets.jobKey.address, assigner: zeroAddress, slots: 8, spares: 8, slotPrice: 1_000n },
  ...{ finderReserve: 0n, relayerFeeCap: 0n, openBy: 0, settleBy: Math.floor(Date.now() / 1_000) + 36_000 },
}
const job = jobId(intent)
const program = { name: 'forge', version: '1', binaries: {} }

/** What an honest machine gets for a seed; `finding` as well when the campaign fails. */
export function honestResult(seed: string, finding: Finding | null = null): SliceResult {
  const status = finding === null ? 'passed' : 'failed'
  return {
    v: 1,
    outcome: { kind: 'completed' },
    executions: 8,
    targets: [{ target: TARGET, status, executions: 8, evidence: sha256(`evidence ${seed}`), finding }],
  }
}

/** A finding with an input of its own. */
export function findingWith(calldata: string): Finding {
  return {
    target: TARGET,
    reason: 'assertion failed',
    input: { kind: 'single', calldata: calldata as Bytes32, args: null },
  }
}

function specOf(index: number): ShardSpec {
  return {
    v: 1,
    job,
    index,
    engine: program,
    shim: program,
    layers: [{ kind: 'project', digest: sha256('layer'), bytes: 1, unpackedBytes: 1 }],
    corpus: null,
    invocation: {
      engine: 'forge',
      profile: 'default',
      matchPath: null,
      matchContract: null,
      matchTest: null,
      targets: [TARGET],
      fuzzRuns: 8,
      invariantRuns: 0,
      invariantDepth: 1,
      corpus: false,
      env: {},
    },
    limits: {
      cpuSeconds: 1,
      wallSeconds: 1,
      memoryBytes: 2 ** 30,
      processes: 1,
      fileBytes: 2 ** 20,
      outputBytes: 2 ** 20,
    },
    seeds: Array.from({ length: K }, (_, k) => sha256(`seed ${index} ${k}`)),
  }
}

/** One lease in the hands of a worker that may do with it what it likes. */
export interface HeldLease {
  readonly id: LeaseId
  readonly message: Lease
  readonly shard: number
  readonly worker: PrivateKeyAccount
}

function rootOf(held: HeldLease, records: readonly SliceRecord[]): Root {
  const { specDigest } = held.message
  const leaves = records.map(({ k, result, corpusDigest, salt }) =>
    leafHash({
      ...{ specDigest, worker: held.worker.address, k, executions: result.executions },
      ...{ resultDigest: sliceResultDigest(result), corpusDigest, salt },
    }),
  )
  return { job, lease: held.id, specDigest, root: shardRoot(leaves, K), done: records.length }
}

/** A worker by number. */
export function workerNumber(n: number): PrivateKeyAccount {
  return privateKeyToAccount(sha256(`worker ${n}`))
}

/** A failure of the pool, the engine or the sandbox, as they are coded. */
export class Mishap extends FuzzburstError {
  constructor(code: string) {
    super(code, { fault: 'pool', summary: 'a mishap', steps: [] })
  }
}

/**
 * A relay and workers in memory that say whatever a test makes them say, around the real follower, judge, ledgers and
 * cryptography. The engine is a function of the seed.
 */
export class HostilePool {
  readonly specs: readonly ShardSpec[]
  readonly ledger: JobLedger
  readonly audits: AuditEntry[] = []
  readonly said: string[] = []
  readonly verdicts: string[] = []
  readonly receipts: Receipt[] = []
  readonly runHere: LocalWork[] = []
  readonly evidence: FraudEvidence[] = []
  readonly intent = intent
  readonly stop = new AbortController()
  auditPpm = 1_000_000
  /** How much of an audit shard is run again here. */
  auditorPpm = 0
  /** Determinism class of this machine. */
  ownClass: Bytes32 | null = null
  /** Determinism classes that the job accepts. */
  classes: readonly Bytes32[] | null = null
  patienceSeconds = 3_600
  lifeMs = 60_000
  /** Whether workers of other owners may audit. */
  outside: OutsideRules | null = null
  /** Audit shards that were asked for. */
  readonly asked: z.output<typeof zAuditShardRequest>[] = []
  /** This machine runs nothing until then. */
  hold: Promise<void> = Promise.resolve()
  /** What this machine's engine gets. */
  engine: (seed: Bytes32) => SliceResult = (seed) => honestResult(seed)
  replay: (finding: Finding) => Replay = () => ({ reproduced: true, reason: '', trace: '', location: null })
  overrides: Partial<RequesterPool> = {}
  readonly #events: JobEvent[] = []
  readonly #blobs = new Map<Bytes32, Uint8Array>()
  readonly #signed = new Map<LeaseId, () => void>()
  #wake: () => void = () => undefined
  #slot = 0

  constructor(shards: number, slots = shards + 2) {
    this.specs = Array.from({ length: shards }, (_, index) => specOf(index))
    this.ledger = new JobLedger(shards, slots)
  }

  push(event: JobEvent): void {
    this.#events.push(event)
    this.#wake()
  }

  /** Proposes a lease as soon as its shard waits for one, as a relay does, and waits until the job key has signed it. */
  async lease(worker: PrivateKeyAccount, shard: number, determinismClass?: Bytes32): Promise<HeldLease> {
    while (this.ledger.standing(shard) !== 'waiting') await new Promise((resolve) => setImmediate(resolve))
    const message: Lease = {
      job,
      slot: this.#slot++,
      worker: worker.address,
      specDigest: shardSpecDigest(this.desk.specOf(shard)!),
      slices: K,
      price: 1_000n,
      expires: Math.floor(Date.now() / 1_000) + 3_600,
    }
    const id = leaseId(message)
    const signed = new Promise<void>((resolve) => this.#signed.set(id, resolve))
    this.push({ type: 'proposal', shard, message, lease: id, ...(determinismClass && { determinismClass }) })
    await signed
    return { id, message, shard, worker }
  }

  /** Slices as a worker claims them. */
  records(held: HeldLease, make: (seed: Bytes32, k: number) => SliceResult, done = K): SliceRecord[] {
    const { seeds } = this.desk.specOf(held.shard)!
    return Array.from({ length: done }, (_, k) => ({
      k,
      salt: sha256(`salt ${held.id} ${k}`),
      corpusDigest: zeroBytes32,
      cpuMs: 5,
      result: make(seeds[k]!, k),
    }))
  }

  /** Which slices of a delivery the audit secret picks at a rate. */
  picks(held: HeldLease, records: readonly SliceRecord[], ppm: number): number[] {
    return auditPicks(secrets.auditSecret, messageHash('Root', rootOf(held, records)), records.length, ppm)
  }

  /** Signs a root and delivers. @param more text instead of the results, or another root */
  async deliver(
    held: HeldLease,
    records: readonly SliceRecord[],
    more: { text?: string; root?: Bytes32 } = {},
  ): Promise<Bytes32> {
    const own = rootOf(held, records)
    const message = { ...own, root: more.root ?? own.root }
    const text = more.text ?? toWire({ v: 1, lease: held.id, slices: records })
    const sealed = seal(secrets.resultPublicKey, held.id, gzipSync(text))
    this.#blobs.set(sha256(sealed), sealed)
    const signature = await signMessageStruct(held.worker, venue, 'Root', message)
    this.push({ type: 'root', lease: held.id, message, signature })
    this.push({ type: 'results', lease: held.id, digest: sha256(sealed), bytes: sealed.length })
    return message.root
  }

  /** What each slot is paid and why. */
  pay(): string[] {
    return this.ledger.payoutLines(new Map()).map((line) => `${line.payUnits} ${line.reason}`)
  }

  readonly findings = findingLedger(new Map([[TARGET, target]]), {
    vouch: async ({ worker, shard, k }) => {
      const lease = [...this.ledger.leases.values()].find(
        (one) =>
          one.message.worker === worker &&
          one.shard === shard &&
          (one.state === 'delivered' || one.state === 'accepted'),
      )
      return worker === null || (lease !== undefined && this.#judge.audit(lease, k, 'finding'))
    },
    replay: async (_target, finding) => this.replay(finding),
    onConfirmed: () => undefined,
  })

  get #bench() {
    const engine: Pick<Engine, 'runSlice'> = {
      runSlice: async ({ seed }) => ({
        result: await this.hold.then(() => this.engine(seed)),
        corpusDigest: zeroBytes32,
        cpuSeconds: 0.01,
        wallSeconds: 0.01,
        log: '',
      }),
    }
    return { engine: engine as Engine, workbench: { projectDir: '/none' } as never, queue: localQueue(2) }
  }

  readonly #pool = {
    events: (_job: Bytes32, from?: { signal?: AbortSignal }) => this.#read(from?.signal),
    signLease: async (_job: Bytes32, { lease }: { lease: LeaseId }) => this.#signed.get(lease)?.(),
    receipt: async (_job: Bytes32, { message }: { message: Receipt }) => {
      this.receipts.push(message)
    },
    getBlob: async (digest: Bytes32) => this.#blobs.get(digest)!,
    verdict: async (_job: Bytes32, { verdict }: { verdict: string }) => {
      this.verdicts.push(verdict)
    },
    auditShard: async (_job: Bytes32, request: z.output<typeof zAuditShardRequest>) => {
      this.asked.push(request)
    },
    drop: async (_job: Bytes32, shards: readonly number[]) => [...shards],
    cancel: async () => undefined,
  }

  async *#read(signal?: AbortSignal): AsyncGenerator<NumberedEvent> {
    for (let number = 1; ; number++) {
      while (this.#events.length < number) {
        if (signal?.aborted) return
        await new Promise<void>((resolve) => {
          this.#wake = resolve
          signal?.addEventListener('abort', () => resolve(), { once: true })
        })
      }
      yield { number, event: this.#events[number - 1]! }
    }
  }

  #desk: AuditDesk | undefined

  get desk(): AuditDesk {
    this.#desk ??= new AuditDesk({
      job,
      specs: this.specs,
      bench: this.#bench,
      ledger: this.ledger,
      pool: this.#lazyPool(),
      clock: Date,
      say: (line) => this.said.push(line),
      outside: this.outside,
    })
    return this.#desk
  }

  #made: Judge | undefined

  get #judge(): Judge {
    this.#made ??= createJudge({
      job,
      desk: this.desk,
      secrets,
      pool: this.#lazyPool(),
      ledger: this.ledger,
      audits: this.audits,
      ownClass: this.ownClass,
      auditRate: async ({ shard }) => ({
        ppm: isAuditShard(shard) ? this.auditorPpm : this.auditPpm,
        shardsBefore: 0,
      }),
      venue,
      intent: this.intent,
      evidence: async (evidence) => {
        this.evidence.push(evidence)
      },
      say: (line) => this.said.push(line),
    })
    return this.#made
  }

  #lazyPool(): RequesterPool {
    return new Proxy({} as RequesterPool, {
      get: (_none, name) => Reflect.get({ ...this.#pool, ...this.overrides }, name) as unknown,
    })
  }

  follow(): Promise<Followed> {
    return followJob({
      job,
      venue,
      intent: this.intent,
      desk: this.desk,
      secrets,
      pool: this.#lazyPool(),
      relayNowMs: () => Date.now(),
      ledger: this.ledger,
      judge: this.#judge,
      findings: this.findings,
      keepAfterFinding: true,
      classes: this.classes,
      clock: {
        now: () => Date.now(),
        every: (_ms, callback) => {
          const timer = setInterval(callback, 10)
          return () => clearInterval(timer)
        },
      },
      deadlineMs: Date.now() + this.lifeMs,
      patienceSeconds: this.patienceSeconds,
      runHere: async (work) => {
        this.runHere.push(...work)
      },
      save: async () => undefined,
      onChange: () => undefined,
      onCancelled: () => undefined,
      say: (line) => this.said.push(line),
      signal: this.stop.signal,
    })
  }
}
