import { gzipSync } from 'node:zlib'
import { privateKeyToAccount } from 'viem/accounts'
import type { RequesterPool } from '../../../src/pool/pool.ts'
import { sha256 } from '../../../src/protocol/digest.ts'
import { deriveJobSecrets } from '../../../src/protocol/jobSecrets.ts'
import { leafHash } from '../../../src/protocol/leaf.ts'
import { type Intent, leaseId, type Venue } from '../../../src/protocol/messages.ts'
import { type Bytes32, toWire, zeroAddress, zeroBytes32 } from '../../../src/protocol/primitives.ts'
import type { SliceRecord } from '../../../src/protocol/results.ts'
import { seal } from '../../../src/protocol/sealed.ts'
import { shardRoot } from '../../../src/protocol/shardRoot.ts'
import { type ShardSpec, shardSpecDigest } from '../../../src/protocol/shardSpec.ts'
import { signMessageStruct } from '../../../src/protocol/signing.ts'
import { sliceResultDigest } from '../../../src/protocol/sliceResult.ts'
import type { AuditEntry } from '../../../src/protocol/transcript.ts'
import { AuditDesk } from '../../../src/requester/auditDesk.ts'
import { auditRates } from '../../../src/requester/auditRates.ts'
import { JobLedger, type SignedLease } from '../../../src/requester/jobLedger.ts'
import { createJudge } from '../../../src/requester/judgeLease.ts'
import { localQueue } from '../../../src/requester/localQueue.ts'
import { DEFAULT_AUDIT_PPM } from '../../../src/verify/auditPicks.ts'
import type { Dice } from './dice.ts'
import { type Cheat, countBent } from './kinds.ts'
import { stubEngine, stubResult, stubSpec } from './stubEngine.ts'

const venue: Venue = { chainId: 31_337, escrow: zeroAddress }
const PRICE_UNITS = 1_000_000n
const JOB = sha256('bench job')

/** One worker's way through one job, shard after shard, until it is struck or the job is over. */
export interface Judged {
  readonly shards: number
  readonly struck: boolean
  /** Shards that are paid in the end. */
  readonly paid: number
  readonly slices: number
  readonly audited: number
  /** Slices of each shard that were not honest. */
  readonly bent: readonly number[]
}

const specsOf = new Map<string, ShardSpec[]>()

/** The same shards for every trial: only secrets, and so the picks, differ. */
function specs(slices: number, shards: number): ShardSpec[] {
  const key = `${slices}/${shards}`
  const known = specsOf.get(key)
  if (known !== undefined) return known
  const made = Array.from({ length: shards }, (_, index) =>
    stubSpec(
      JOB,
      index,
      Array.from({ length: slices }, (_one, k) => sha256(`seed ${index} ${k}`)),
    ),
  )
  specsOf.set(key, made)
  return made
}

/**
 * Has the requester's own judge and ledger take one worker's deliveries: sealed results, signed roots, picks, rates, re-runs and
 * strikes are the real ones; the engine is the stub; there is no relay and nobody else.
 * @param record paid shards that the worker's record shows
 */
export async function judgeWorker(
  cheat: Cheat | null,
  trial: string,
  size: { readonly slices: number; readonly shards: number; readonly record: number },
  dice: Dice,
): Promise<Judged> {
  const secrets = deriveJobSecrets(sha256('spender'), sha256(`nonce ${trial}`))
  const worker = privateKeyToAccount(sha256(`worker ${trial}`))
  const all = specs(size.slices, size.shards)
  const ledger = new JobLedger(all.length, all.length)
  const blobs = new Map<Bytes32, Uint8Array>()
  const { engine, reruns } = stubEngine()
  const audits: AuditEntry[] = []
  const intent: Intent = {
    ...{ account: zeroBytes32, jobHash: zeroBytes32, auditCommit: secrets.auditCommit },
    ...{ jobKey: secrets.jobKey.address, assigner: zeroAddress, slots: all.length, spares: 0 },
    ...{ slotPrice: PRICE_UNITS, finderReserve: 0n, relayerFeeCap: 0n, openBy: 0, settleBy: 1 },
  }
  const pool: Pick<RequesterPool, 'getBlob' | 'verdict'> = {
    getBlob: async (digest) => blobs.get(digest)!,
    verdict: async () => undefined,
  }
  const desk = new AuditDesk({
    ...{ job: JOB, specs: all, ledger, pool: pool as RequesterPool, clock: Date, say: () => undefined, outside: null },
    bench: { engine, workbench: { projectDir: '/none' } as never, queue: localQueue(1) },
  })
  const judge = createJudge({
    ...{ job: JOB, desk, secrets, pool: pool as RequesterPool, ledger, audits, venue, intent },
    ownClass: null,
    auditRate: auditRates(DEFAULT_AUDIT_PPM, ledger, async () => size.record),
    evidence: async () => undefined,
    say: () => undefined,
  })
  const bent: number[] = []
  for (const [shard, spec] of all.entries()) {
    if (ledger.isStruck(worker.address)) break
    const message = {
      ...{ job: JOB, slot: shard, worker: worker.address, specDigest: shardSpecDigest(spec) },
      ...{ slices: size.slices, price: PRICE_UNITS, expires: 1 },
    }
    const id = leaseId(message)
    ledger.sign(id, message, shard)
    const lease = ledger.leases.get(id)!
    const honest = recordsOf(lease, spec)
    const records = cheat === null ? honest : cheat.bend(honest, dice)
    bent.push(countBent(honest, records))
    const blob = await deliver(lease, records, worker, secrets.resultPublicKey, blobs)
    if (await judge.examine(lease, blob)) await judge.accept(lease)
    blobs.clear()
  }
  const lines = ledger.payoutLines(new Map())
  return {
    shards: bent.length,
    struck: ledger.isStruck(worker.address),
    paid: lines.filter(({ payUnits }) => payUnits > 0n).length,
    slices: bent.length * size.slices,
    audited: reruns(),
    bent,
  }
}

function recordsOf(lease: SignedLease, spec: ShardSpec): SliceRecord[] {
  return spec.seeds.map((seed, k) => ({
    ...{ k, salt: sha256(`salt ${lease.lease} ${k}`), corpusDigest: zeroBytes32, cpuMs: 5 },
    result: stubResult(seed),
  }))
}

/** Signs a root over claims and seals them, as a worker does. */
async function deliver(
  lease: SignedLease,
  records: readonly SliceRecord[],
  worker: ReturnType<typeof privateKeyToAccount>,
  resultPublicKey: Bytes32,
  blobs: Map<Bytes32, Uint8Array>,
): Promise<Bytes32> {
  const { specDigest, slices, job } = lease.message
  const leaves = records.map(({ k, salt, corpusDigest, result }) =>
    leafHash({
      ...{ specDigest, worker: worker.address, k, executions: result.executions },
      ...{ resultDigest: sliceResultDigest(result), corpusDigest, salt },
    }),
  )
  const root = { job, lease: lease.lease, specDigest, root: shardRoot(leaves, slices), done: records.length }
  lease.root = root
  lease.rootSignature = await signMessageStruct(worker, venue, 'Root', root)
  lease.state = 'rooted'
  const sealed = seal(resultPublicKey, lease.lease, gzipSync(toWire({ v: 1, lease: lease.lease, slices: records })))
  const digest = sha256(sealed)
  blobs.set(digest, sealed)
  return digest
}
