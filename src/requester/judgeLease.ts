import type { RequesterPool } from '../pool/pool.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import type { FraudEvidence } from '../protocol/fraudEvidence.ts'
import type { JobSecrets } from '../protocol/jobSecrets.ts'
import { type Intent, messageHash, type Venue } from '../protocol/messages.ts'
import type { Bytes32, JobId } from '../protocol/primitives.ts'
import { sealedKey } from '../protocol/sealed.ts'
import { isSignedBy } from '../protocol/signing.ts'
import type { AuditEntry, AuditRate } from '../protocol/transcript.ts'
import { auditPicks } from '../verify/auditPicks.ts'
import { NEW_WORKER_PPM } from '../verify/credibility.ts'
import { RESULTS_LIMIT_BYTES } from '../verify/readResults.ts'
import type { AuditDesk } from './auditDesk.ts'
import { ofClasses } from './auditSlice.ts'
import { equivocationEvidence, sliceEvidence } from './gatherEvidence.ts'
import type { JobLedger, SignedLease } from './jobLedger.ts'
import { receiveShard } from './receiveShard.ts'
import { tellRelay } from './tellRelay.ts'

/** What judging needs. */
export interface JudgeDeps {
  readonly job: JobId
  readonly secrets: JobSecrets
  readonly pool: RequesterPool
  readonly ledger: JobLedger
  readonly audits: AuditEntry[]
  /** The determinism class of this machine; null: not known, and every worker is taken to be of it. */
  readonly ownClass: Bytes32 | null
  /** Knows what each shard's work is, and has it done again. */
  readonly desk: AuditDesk
  /** How much of a delivered shard is re-run. */
  readonly auditRate: (lease: SignedLease) => Promise<AuditRate>
  /** What is signed, and for which venue: evidence holds it. */
  readonly venue: Venue
  readonly intent: Intent
  /** Keeps evidence for a court. */
  readonly evidence: (evidence: FraudEvidence) => Promise<void>
  readonly say: (line: string) => void
}

/** A root as its worker signed it. */
type SignedRoot = NonNullable<SignedLease['secondRoot']>

type Verdict = Parameters<RequesterPool['verdict']>[1]['verdict']

/** Receives, checks and audits delivered shards, and acts on what it finds. */
export interface Judge {
  /**
   * Opens and checks what was delivered, and re-runs what the audit secret picks. The lease ends accepted by `accept`, or
   * refused, or lapsed when the delivery could not be read for reasons that are not the worker's.
   * @returns true when nothing speaks against it
   */
  examine(lease: SignedLease, blob: Bytes32): Promise<boolean>
  /** Re-runs one slice of a delivered lease, at most once. @returns true when it agreed */
  audit(lease: SignedLease, k: number, why: AuditEntry['why']): Promise<boolean>
  /** Another root of the same lease, signed by its worker: proof by itself. */
  equivocated(lease: SignedLease, second: SignedRoot): Promise<void>
  /** The lease and its work count. */
  accept(lease: SignedLease): Promise<void>
  /** Tells the relay, if it is there; what was found out stands without it. */
  tell(call: () => Promise<unknown>): Promise<void>
}

/** Slices that claim not to have completed are all re-run, this many at the most: then the rest is believed of the machine. */
const INCOMPLETE_AUDITS = 4

/** A judge of one job's leases. */
export function createJudge(deps: JudgeDeps): Judge {
  const { job, desk, secrets, pool, ledger, audits, say } = deps
  const running = new Map<string, Promise<boolean>>()
  const reaudited = new Set<string>()

  const tell: Judge['tell'] = (call) => tellRelay(say, call)

  async function close(lease: SignedLease, refusal: SignedLease['refusal'] & string, verdict: Verdict): Promise<void> {
    if (lease.state === 'refused') return
    ledger.close(lease, 'refused', refusal)
    await tell(() => pool.verdict(job, { lease: lease.lease, verdict }))
  }

  /** Proven or self-evident cheating: nothing of this worker counts that was not seen to be true. */
  async function strike(lease: SignedLease): Promise<void> {
    const { worker } = lease.message
    await throwAway(ledger.strike(worker), lease)
    // Its word for others is worth no more than its work.
    await Promise.all(desk.agreedBy(worker).map((one) => rerun(one.lease, one.k, 'disputed')))
  }

  /** Tells of shards that count no more, and looks again at those of the same worker that do. */
  async function throwAway(thrown: readonly SignedLease[], cause: SignedLease): Promise<void> {
    for (const one of thrown)
      if (one !== cause) await tell(() => pool.verdict(job, { lease: one.lease, verdict: 'unaudited' }))
    const { worker } = cause.message
    // Once: a strike that comes of it must not wait for the audits that it is one of.
    if (reaudited.has(worker)) return
    reaudited.add(worker)
    const standing = [...ledger.leases.values()].filter(
      (one) => one.state === 'accepted' && one.message.worker === worker,
    )
    await Promise.all(standing.map(auditAgain))
  }

  /**
   * A strike begins a worker's record anew: what stands of it is audited as a new worker's. The same secret picks, so the slices that
   * were run before are among them.
   */
  async function auditAgain(lease: SignedLease): Promise<boolean> {
    const { ppm, shardsBefore } = lease.audit ?? { ppm: 0, shardsBefore: 0 }
    if (ppm >= NEW_WORKER_PPM) return true
    lease.audit = { ppm: NEW_WORKER_PPM, shardsBefore }
    return auditPicked(lease, NEW_WORKER_PPM)
  }

  /** Runs again what the audit secret picks at a rate. @returns true when all of it agreed */
  async function auditPicked(lease: SignedLease, ppm: number): Promise<boolean> {
    const picks = auditPicks(secrets.auditSecret, messageHash('Root', lease.root!), lease.slices.length, ppm)
    const agreed = await Promise.all(picks.map((k) => audit(lease, k, 'promised')))
    return agreed.every(Boolean)
  }

  async function convict(lease: SignedLease, entry: AuditEntry): Promise<void> {
    say(`audit of shard ${lease.shard}, slice ${entry.k}: ${entry.text}; worker ${lease.message.worker} is struck`)
    await close(lease, 'auditMismatch', 'audit-mismatch')
    await strike(lease)
  }

  async function rerun(lease: SignedLease, k: number, why: AuditEntry['why']): Promise<boolean> {
    const { verdict: found, auditor } =
      why === 'promised' ? await desk.audit(lease, k) : { verdict: await desk.here(lease, k), auditor: null }
    const verdict = ofClasses(found, { worker: lease.determinismClass, own: deps.ownClass })
    const text = verdict.kind === 'cheated' ? verdict.difference : verdict.kind === 'void' ? verdict.why : ''
    const { lease: id, shard, message } = lease
    const entry: AuditEntry = {
      ...{ lease: id, worker: message.worker, shard, k, why, outcome: verdict.kind, text },
      ...(auditor && { auditor }),
    }
    audits.push(entry)
    if (verdict.kind === 'agreed') {
      lease.audited.add(k)
      return true
    }
    if (verdict.reruns !== undefined) {
      const kind = verdict.kind === 'cheated' ? 'audit-mismatch' : 'nondeterminism'
      const place = { lease, spec: desk.specOf(shard)!, k }
      await deps.evidence(await sliceEvidence(kind, place, { reruns: verdict.reruns, text }, deps))
    }
    if (verdict.kind === 'cheated') await convict(lease, entry)
    else {
      say(`audit of shard ${shard}, slice ${k}, proves nothing: ${text}`)
      await close(lease, 'voided', 'void')
      if (verdict.kind === 'void' && verdict.foreign === true) await throwAway(ledger.doubt(message.worker), lease)
    }
    return false
  }

  const audit: Judge['audit'] = (lease, k, why) => {
    const place = `${lease.lease}/${k}`
    const known = running.get(place)
    if (known !== undefined) return known
    const started = rerun(lease, k, why)
    running.set(place, started)
    return started
  }

  function keyOf(sealed: Uint8Array, { lease }: SignedLease): Bytes32 | null {
    try {
      return sealedKey(secrets.resultKey, lease, sealed)
    } catch (error) {
      if (!isFuzzburstError(error)) throw error
      return null
    }
  }

  async function receive(lease: SignedLease, blob: Bytes32): Promise<boolean> {
    let sealed: Uint8Array
    try {
      sealed = await pool.getBlob(blob, { maxBytes: RESULTS_LIMIT_BYTES })
    } catch (error) {
      if (!isFuzzburstError(error)) throw error
      // Too large, altered, or the relay is away: nobody can say whose fault it is.
      say(`results of shard ${lease.shard} could not be read: ${error.summary}`)
      ledger.close(lease, 'lapsed', 'noResults')
      return false
    }
    lease.resultsKey = keyOf(sealed, lease)
    const received = await receiveShard(sealed, lease, desk.specOf(lease.shard)!, secrets.resultKey)
    if (lease.state !== 'rooted') return false
    if ('results' in received) {
      lease.slices = received.results.slices
      lease.state = 'delivered'
      return true
    }
    const copied = [...ledger.leases.values()].some((other) => other !== lease && other.root?.root === lease.root?.root)
    say(`shard ${lease.shard} of worker ${lease.message.worker} is refused: ${received.why}`)
    if (copied) await close(lease, 'copied', 'copied')
    else await close(lease, 'noResults', 'bad-results')
    await strike(lease)
    return false
  }

  return {
    tell,
    audit,
    async examine(lease, blob) {
      if (lease.state !== 'rooted' || !(await receive(lease, blob))) return false
      if (lease.slices.length === 0) {
        await close(lease, 'noRoot', 'bad-results')
        return false
      }
      const rate = await deps.auditRate(lease)
      if (stateOf(lease) !== 'delivered') return false
      lease.audit = rate
      const unfinished = lease.slices.filter(({ result }) => result.outcome.kind !== 'completed').map(({ k }) => k)
      for (const k of unfinished.slice(0, INCOMPLETE_AUDITS)) if (!(await audit(lease, k, 'incomplete'))) return false
      return (await auditPicked(lease, rate.ppm)) && stateOf(lease) === 'delivered'
    },
    async equivocated(lease, { message, signature }) {
      const second = { message, signature }
      if (lease.root === null || lease.rootSignature === null || lease.secondRoot !== null) return
      const { worker } = lease.message
      const isFraud =
        second.message.job === job &&
        second.message.lease === lease.lease &&
        messageHash('Root', second.message) !== messageHash('Root', lease.root) &&
        (await isSignedBy(worker, deps.venue, 'Root', second.message, second.signature))
      // The relay's word alone strikes nobody.
      if (!isFraud) return
      lease.secondRoot = second
      say(`worker ${worker} signed two roots for shard ${lease.shard} and is struck`)
      await deps.evidence(await equivocationEvidence(lease, second, deps))
      if (lease.state !== 'refused') {
        ledger.close(lease, 'refused', 'equivocation')
        await tell(() => pool.verdict(job, { lease: lease.lease, verdict: 'equivocation' }))
      }
      await strike(lease)
    },
    async accept(lease) {
      if (lease.state !== 'delivered') return
      const { worker } = lease.message
      if (ledger.isStruck(worker) || ledger.isDoubted(worker)) {
        if (lease.audited.size === 0) return close(lease, 'unaudited', 'unaudited')
        if (!(await auditAgain(lease)) || stateOf(lease) !== 'delivered') return
      }
      ledger.accept(lease)
      await tell(() => pool.verdict(job, { lease: lease.lease, verdict: 'accepted' }))
    },
  }
}

/** As it is now: other tasks change it meanwhile. */
function stateOf(lease: SignedLease): SignedLease['state'] {
  return lease.state
}
