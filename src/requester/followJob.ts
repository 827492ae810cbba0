import type { JobEvent } from '../protocol/api.ts'
import { isAuditShard } from '../protocol/auditShard.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import { leaseId } from '../protocol/messages.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import { shardSpecDigest } from '../protocol/shardSpec.ts'
import { isSignedBy, signMessageStruct } from '../protocol/signing.ts'
import { suspectLeases } from '../verify/suspects.ts'
import type { Clock } from './burstDeps.ts'
import { dateRoot } from './dateRoot.ts'
import type { FindingLedger } from './findingLedger.ts'
import type { SignedLease } from './jobLedger.ts'
import type { Judge, JudgeDeps } from './judgeLease.ts'

/** Longest that a lease may run, in seconds: a requester never signs one without end. */
const LONGEST_LEASE_SECONDS = 4 * 3_600
/** Seconds that workers get for a partial root after a stop order, and some for the way (trust.md, "Pay"). */
const STOP_SECONDS = 35
/** How long after a lease's end its results are waited for: the relay takes them for 120 s, and some for the way. */
const RESULTS_SECONDS = 130
const TICK_MS = 500

/** Slices of one shard that this machine shall run. */
export interface LocalWork {
  readonly shard: number
  /** Positions; all of the shard when not given. */
  readonly ks?: readonly number[]
}

/** One open job and everything needed to see it through. */
export interface JobWatch extends Omit<JudgeDeps, 'auditRate' | 'audits' | 'evidence' | 'ownClass'> {
  /** The relay's time, in milliseconds. */
  readonly relayNowMs: () => number
  readonly judge: Judge
  readonly findings: FindingLedger
  /** Go on with targets that have a finding. */
  readonly keepAfterFinding: boolean
  /** Determinism classes that the job accepts; null: any. */
  readonly classes: readonly Bytes32[] | null
  readonly clock: Clock
  /** The burst must be over by then, in milliseconds of `clock`; leases stop and what is done is settled. */
  readonly deadlineMs: number
  /** Seconds without any news from workers after which this machine takes over what waits. */
  readonly patienceSeconds: number
  /** Runs slices on this machine; they count like any other. */
  readonly runHere: (work: readonly LocalWork[]) => Promise<void>
  /** Saves what was signed, before it leaves. */
  readonly save: () => Promise<void>
  readonly onChange: () => void
  /** Somebody else who holds the key has cancelled the job. */
  readonly onCancelled: () => void
  readonly signal?: AbortSignal
}

/** How a job's following ended. */
export interface Followed {
  /** `done`: every shard is accepted, dropped or was run here. `cancelled`: by somebody else who holds the key. */
  readonly end: 'done' | 'time-up' | 'stopped' | 'cancelled'
  /** Why the pool was left, when it was. */
  readonly fallback: string | null
}

/**
 * Follows a job to its end: signs leases, has what comes back judged, sends bad shards to other workers, and takes over
 * itself what the pool does not take. Never settles: see settleJob.
 */
export async function followJob(watch: JobWatch): Promise<Followed> {
  return new Follower(watch).run()
}

class Follower {
  readonly #watch: JobWatch
  readonly #tasks = new Set<Promise<void>>()
  /** What was heard of a lease is handled in the order in which it was heard. */
  readonly #byLease = new Map<string, Promise<void>>()
  readonly #stream = new AbortController()
  #lastNewsMs: number
  #fallback: string | null = null
  #takingOver = false
  #end: Followed['end'] | undefined
  #stoppingSinceMs = Number.POSITIVE_INFINITY
  #wake: () => void = () => undefined
  #fault: unknown

  constructor(watch: JobWatch) {
    this.#watch = watch
    this.#lastNewsMs = watch.clock.now()
  }

  async run(): Promise<Followed> {
    const { clock, signal } = this.#watch
    const stopTicking = clock.every(TICK_MS, () => this.#tick())
    const onAbort = (): void => this.#wake()
    signal?.addEventListener('abort', onAbort)
    const reading = this.#read()
    try {
      for (;;) {
        if (this.#fault !== undefined) throw this.#fault
        if (await this.#isDone()) return { end: this.#end ?? 'done', fallback: this.#fallback }
        const over = signal?.aborted ? 'stopped' : clock.now() >= this.#watch.deadlineMs ? 'time-up' : undefined
        if (this.#end === undefined && over !== undefined) await this.#stopLeasing(over)
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
      }
    } finally {
      stopTicking()
      signal?.removeEventListener('abort', onAbort)
      this.#stream.abort()
      await reading
      await Promise.all(this.#tasks)
    }
  }

  /** Every shard is at its end, no lease can bring anything more, and the silent were looked at once more. */
  async #isDone(): Promise<boolean> {
    const { ledger } = this.#watch
    if (this.#end !== undefined) for (const shard of ledger.shardsThat('waiting')) ledger.setStanding(shard, 'dropped')
    const isQuiet = (): boolean =>
      this.#tasks.size === 0 && ledger.live.length === 0 && ledger.shardsThat('waiting', 'leased').length === 0
    if (!isQuiet()) return false
    if (this.#end === undefined) await this.#auditSuspects()
    return isQuiet()
  }

  #tick(): void {
    const { clock, ledger, desk, patienceSeconds } = this.#watch
    this.#expireLeases()
    desk.tick()
    const waiting = ledger.shardsThat('waiting')
    const silent = ledger.live.length === 0 && clock.now() - this.#lastNewsMs > patienceSeconds * 1_000
    if (waiting.length > 0 && this.#end === undefined && (silent || ledger.slotsUsedUp)) {
      const why = silent ? `no worker leased a shard for ${patienceSeconds} s` : 'all slots and spares are used up'
      this.#takeOver(waiting, why)
    }
    this.#watch.onChange()
    this.#wake()
  }

  /** A relay that never says "lapsed" must not hold the burst: leases end by their own date, or soon after a stop order. */
  #expireLeases(): void {
    const { ledger, relayNowMs, clock } = this.#watch
    const stopped = clock.now() - this.#stoppingSinceMs > STOP_SECONDS * 1_000
    for (const lease of ledger.live) {
      if (lease.state === 'delivered') continue
      const graceSeconds = lease.state === 'rooted' ? RESULTS_SECONDS : STOP_SECONDS
      if (stopped || relayNowMs() > (lease.message.expires + graceSeconds) * 1_000) lapse(this.#watch.ledger, lease)
    }
  }

  #spawn(work: () => Promise<void>): void {
    const task = work()
      .catch((error: unknown) => {
        this.#fault ??= error
      })
      .finally(() => {
        this.#tasks.delete(task)
        this.#wake()
      })
    this.#tasks.add(task)
  }

  #inOrder(lease: SignedLease, work: () => Promise<void>): void {
    const before = this.#byLease.get(lease.lease) ?? Promise.resolve()
    const after = before.then(work)
    this.#byLease.set(lease.lease, after)
    this.#spawn(() => after)
  }

  async #read(): Promise<void> {
    const { pool, job, ledger } = this.#watch
    try {
      for await (const { event } of pool.events(job, { signal: this.#stream.signal })) {
        this.#handle(event)
        this.#wake()
      }
    } catch (error) {
      if (this.#stream.signal.aborted) return
      if (!isFuzzburstError(error)) {
        this.#fault ??= error
        return
      }
      // Without the relay no lease can begin or end any more: what is open is finished here.
      for (const lease of ledger.live) if (lease.state !== 'delivered') lapse(ledger, lease)
      this.#watch.desk.withdraw()
      const { summary } = error
      this.#spawn(() => this.#runHere(ledger.shardsThat('waiting'), summary))
    } finally {
      this.#wake()
    }
  }

  #handle(event: JobEvent): void {
    const { ledger } = this.#watch
    const known = 'lease' in event ? ledger.leases.get(event.lease) : undefined
    if (event.type === 'cancelled') this.#cancelled()
    if (event.type === 'proposal') this.#spawn(() => this.#sign(event))
    if (event.type === 'leased' || event.type === 'progress') this.#lastNewsMs = this.#watch.clock.now()
    if (known === undefined) return
    if (event.type === 'root') this.#inOrder(known, () => this.#enterRoot(known, event))
    if (event.type === 'equivocation') this.#inOrder(known, () => this.#watch.judge.equivocated(known, event))
    if (event.type === 'results') this.#inOrder(known, () => this.#judge(known, event.digest))
    if (event.type === 'released' || event.type === 'lapsed')
      this.#inOrder(known, async () => {
        if (known.state === 'active' && event.type === 'released') ledger.close(known, 'released', 'noRoot')
        if (known.state === 'active' || known.state === 'rooted') lapse(ledger, known)
      })
  }

  async #sign(event: Extract<JobEvent, { type: 'proposal' }>): Promise<void> {
    const { ledger, desk, intent, secrets, venue, pool, job } = this.#watch
    const { message, shard, determinismClass = null } = event
    const { classes } = this.#watch
    const spec = desk.specOf(shard)
    const lease = leaseId(message)
    const nowSeconds = this.#watch.relayNowMs() / 1_000
    const honest =
      spec !== undefined &&
      message.job === job &&
      (classes === null || (determinismClass !== null && classes.includes(determinismClass))) &&
      lease === event.lease &&
      message.specDigest === shardSpecDigest(spec) &&
      message.slices === spec.seeds.length &&
      message.price <= intent.slotPrice &&
      message.expires > nowSeconds &&
      message.expires <= nowSeconds + LONGEST_LEASE_SECONDS &&
      message.expires <= intent.settleBy
    if (isAuditShard(shard) && !(await desk.mayLease(message.worker, shard, determinismClass))) return
    if (!honest || this.#end !== undefined || this.#takingOver || !ledger.maySign(message, shard)) return
    ledger.sign(lease, message, shard, determinismClass)
    await this.#watch.save()
    this.#lastNewsMs = this.#watch.clock.now()
    try {
      await pool.signLease(job, { lease, signature: await signMessageStruct(secrets.jobKey, venue, 'Lease', message) })
    } catch (error) {
      if (!isFuzzburstError(error)) throw error
      // Refused: too late; the slot is spent, the shard is not. Without an answer the worker may have it: it ends by its date.
      if (error.code === 'FB3103') lapse(ledger, ledger.leases.get(lease)!)
    }
  }

  async #enterRoot(lease: SignedLease, event: Extract<JobEvent, { type: 'root' }>): Promise<void> {
    const { message, signature } = event
    this.#lastNewsMs = this.#watch.clock.now()
    const { job, venue } = this.#watch
    const ours = message.job === job && message.lease === lease.lease && message.specDigest === lease.message.specDigest
    if (!ours || lease.state !== 'active') return
    if (!(await isSignedBy(lease.message.worker, venue, 'Root', message, signature)) || lease.state !== 'active') return
    lease.root = message
    lease.rootSignature = signature
    lease.state = 'rooted'
    // Beside everything else: results are not kept waiting for it.
    this.#spawn(() => this.#watch.judge.tell(() => dateRoot(lease, this.#watch)))
  }

  async #judge(lease: SignedLease, blob: `0x${string}`): Promise<void> {
    const { judge, desk, findings, ledger } = this.#watch
    this.#lastNewsMs = this.#watch.clock.now()
    try {
      if (!(await judge.examine(lease, blob))) return
      if (isAuditShard(lease.shard)) {
        await judge.accept(lease)
        if (lease.state === 'accepted') await desk.answered(lease, (k) => judge.audit(lease, k, 'disputed'))
        return
      }
      await findings.addAll(
        lease.slices.map((record) => ({ ...record, shard: lease.shard, worker: lease.message.worker })),
      )
      await judge.accept(lease)
    } catch (error) {
      if (!isFuzzburstError(error)) throw error
      // This machine could not judge: nothing is proven, and the work is done again.
      this.#watch.say(`shard ${lease.shard} could not be judged: ${error.summary}`)
      if (lease.state === 'delivered') ledger.close(lease, 'refused', 'voided')
      return
    }
    if (lease.state !== 'accepted') return
    const missing = lease.message.slices - lease.slices.length
    if (missing > 0 && this.#end === undefined) await this.#finishShard(lease)
    await this.#dropFoundTargets()
  }

  /** A worker that handed back the rest of its shard is paid for what it did; the rest is done here. */
  async #finishShard(lease: SignedLease): Promise<void> {
    const ks = Array.from({ length: lease.message.slices - lease.slices.length }, (_, i) => lease.slices.length + i)
    await this.#watch.runHere([{ shard: lease.shard, ks }])
  }

  async #auditSuspects(): Promise<void> {
    const { ledger, desk, judge } = this.#watch
    const accepted = [...ledger.leases.values()].filter(
      (lease) => lease.state === 'accepted' && !isAuditShard(lease.shard),
    )
    const groups = Map.groupBy(accepted, (lease) => JSON.stringify(desk.specOf(lease.shard)!.invocation))
    for (const leases of groups.values()) {
      const outcomes = leases.map((lease) => ({ lease: lease.lease, slices: lease.slices.map((s) => s.result) }))
      for (const suspect of suspectLeases(outcomes)) {
        const lease = ledger.leases.get(suspect.lease as `0x${string}`)!
        if (lease.audited.size === 0 && lease.state === 'accepted') await judge.audit(lease, 0, 'suspect')
      }
    }
  }

  /** Shards all of whose targets have a replayed finding need not be leased any more. */
  async #dropFoundTargets(): Promise<void> {
    const { ledger, findings, desk, pool, job, judge } = this.#watch
    if (this.#watch.keepAfterFinding) return
    const needless = ledger
      .shardsThat('waiting')
      .filter((shard) => desk.specOf(shard)!.invocation.targets.every((target) => findings.isFound(target)))
    if (needless.length === 0) return
    await judge.tell(async () => {
      for (const shard of await pool.drop(job, needless))
        if (ledger.standing(shard) === 'waiting') ledger.setStanding(shard, 'dropped')
    })
  }

  async #stopLeasing(end: 'time-up' | 'stopped'): Promise<void> {
    const { pool, job, judge, desk, clock } = this.#watch
    this.#end = end
    this.#stoppingSinceMs = clock.now()
    desk.withdraw()
    await judge.tell(() => pool.cancel(job))
  }

  /** The answer to one's own stop order says nothing new. */
  #cancelled(): void {
    if (this.#end !== undefined) return
    this.#end = 'cancelled'
    this.#stoppingSinceMs = this.#watch.clock.now()
    this.#watch.desk.withdraw()
    this.#watch.onCancelled()
  }

  #takeOver(shards: readonly number[], why: string): void {
    if (this.#takingOver) return
    this.#takingOver = true
    this.#spawn(async () => {
      const { pool, job, ledger, judge } = this.#watch
      try {
        await judge.tell(() => pool.drop(job, shards))
        // What a worker got in the same moment stays the worker's.
        await this.#runHere(
          shards.filter((shard) => ledger.standing(shard) === 'waiting'),
          why,
        )
      } finally {
        this.#lastNewsMs = this.#watch.clock.now()
        this.#takingOver = false
      }
    })
  }

  async #runHere(shards: readonly number[], why: string): Promise<void> {
    const { ledger, runHere, say } = this.#watch
    this.#fallback ??= why
    if (shards.length === 0) return
    say(`${why}: ${shards.length} shard(s) run on this machine`)
    for (const shard of shards) ledger.setStanding(shard, 'local')
    await runHere(shards.map((shard) => ({ shard })))
  }
}

function lapse(ledger: JobWatch['ledger'], lease: SignedLease): void {
  ledger.close(lease, 'lapsed', lease.root === null ? 'noRoot' : 'noResults')
}
