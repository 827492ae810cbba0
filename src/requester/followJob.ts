import type { RequesterPool } from '../pool/pool.ts'
import type { JobEvent } from '../protocol/api.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import type { JobSecrets } from '../protocol/jobSecrets.ts'
import { type Intent, leaseId, type Venue } from '../protocol/messages.ts'
import type { JobId } from '../protocol/primitives.ts'
import type { ShardSpec } from '../protocol/shardSpec.ts'
import { shardSpecDigest } from '../protocol/shardSpec.ts'
import { isSignedBy, signMessageStruct } from '../protocol/signing.ts'
import { suspectLeases } from '../verify/suspects.ts'
import type { AuditBench } from './auditSlice.ts'
import type { Clock } from './burstDeps.ts'
import type { FindingLedger } from './findingLedger.ts'
import type { JobLedger, SignedLease } from './jobLedger.ts'
import { type AuditEntry, auditOne, judgeShard } from './judgeShard.ts'
import { RESULTS_LIMIT_BYTES, receiveShard } from './receiveShard.ts'
import type { SliceSource } from './sliceSource.ts'

/** Longest that a lease may run, in seconds: a requester never signs one without end. */
const LONGEST_LEASE_SECONDS = 4 * 3_600

/** One open job and everything needed to see it through. */
export interface JobWatch {
  readonly job: JobId
  readonly venue: Venue
  readonly intent: Intent
  readonly specs: readonly ShardSpec[]
  readonly secrets: JobSecrets
  readonly pool: RequesterPool
  /** The relay's time, in milliseconds. */
  readonly relayNowMs: () => number
  readonly ledger: JobLedger
  readonly findings: FindingLedger
  /** Go on with targets that have a finding. */
  readonly keepAfterFinding: boolean
  readonly audits: AuditEntry[]
  readonly bench: AuditBench
  readonly auditPpm: number
  readonly clock: Clock
  /** The burst must be over by then, in milliseconds of `clock`; leases stop and what is done is settled. */
  readonly deadlineMs: number
  /** Seconds without any news from workers after which this machine takes over what waits. */
  readonly patienceSeconds: number
  /** Runs shards on this machine; their slices count like any other. */
  readonly runHere: (shards: readonly number[]) => Promise<void>
  /** Saves what was signed, before it leaves. */
  readonly save: () => Promise<void>
  readonly onChange: () => void
  readonly say: (line: string) => void
  readonly signal?: AbortSignal
}

/** How a job's following ended. */
export interface Followed {
  /** `done`: every shard is accepted, dropped or was run here. */
  readonly end: 'done' | 'time-up' | 'stopped'
  /** Why the pool was left, when it was. */
  readonly fallback: string | null
}

/** Seconds that workers get for a partial root after a stop order, and some for the way (trust.md, "Pay"). */
const STOP_SECONDS = 35

/**
 * Follows a job to its end: signs leases, checks and audits what comes back, sends bad shards to other workers, and takes
 * over itself what the pool does not take. Never settles: see settleJob.
 */
export async function followJob(watch: JobWatch): Promise<Followed> {
  const follower = new Follower(watch)
  return follower.run()
}

class Follower {
  readonly #watch: JobWatch
  readonly #tasks = new Set<Promise<void>>()
  readonly #stream = new AbortController()
  #lastNewsMs: number
  #fallback: string | null = null
  #takingOver = false
  #end: Followed['end'] | undefined
  #wake: () => void = () => undefined
  #fault: unknown

  constructor(watch: JobWatch) {
    this.#watch = watch
    this.#lastNewsMs = watch.clock.now()
  }

  async run(): Promise<Followed> {
    const { clock, signal } = this.#watch
    const stopTicking = clock.every(500, () => this.#tick())
    const onAbort = (): void => this.#wake()
    signal?.addEventListener('abort', onAbort)
    const reading = this.#read()
    try {
      let stopping: number | undefined
      for (;;) {
        if (this.#fault !== undefined) throw this.#fault
        if (await this.#isDone()) return { end: this.#end ?? 'done', fallback: this.#fallback }
        if (this.#end === undefined && (signal?.aborted || clock.now() >= this.#watch.deadlineMs)) {
          this.#end = signal?.aborted ? 'stopped' : 'time-up'
          stopping = clock.now()
          await this.#stopLeasing()
        }
        if (stopping !== undefined && clock.now() - stopping > STOP_SECONDS * 1_000) this.#giveUpLeases()
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
      }
    } finally {
      stopTicking()
      signal?.removeEventListener('abort', onAbort)
      this.#stream.abort()
      await reading
    }
  }

  /** Every shard is at its end and no judgement is under way; then the silent are looked at once more. */
  async #isDone(): Promise<boolean> {
    const { ledger } = this.#watch
    if (this.#end !== undefined) for (const shard of ledger.shardsThat('waiting')) ledger.setStanding(shard, 'dropped')
    if (this.#tasks.size > 0 || ledger.shardsThat('waiting', 'leased').length > 0) return false
    if (this.#end === undefined) await this.#auditSuspects()
    return ledger.shardsThat('waiting', 'leased').length === 0
  }

  #tick(): void {
    const { clock, ledger, patienceSeconds } = this.#watch
    const active = [...ledger.leases.values()].some((lease) => lease.state === 'active' || lease.state === 'rooted')
    if (active) this.#expireLeases()
    const waiting = ledger.shardsThat('waiting')
    const silent = !active && clock.now() - this.#lastNewsMs > patienceSeconds * 1_000
    if (waiting.length > 0 && this.#end === undefined && (silent || ledger.slotsUsedUp)) {
      this.#takeOver(
        waiting,
        silent ? `no worker leased a shard for ${patienceSeconds} s` : 'all slots and spares are used up',
      )
    }
    this.#watch.onChange()
    this.#wake()
  }

  /** A relay that never says "lapsed" must not hold the burst: leases end by their own date, too. */
  #expireLeases(): void {
    const { ledger, relayNowMs } = this.#watch
    for (const lease of ledger.leases.values()) {
      const over = relayNowMs() > (lease.message.expires + STOP_SECONDS) * 1_000
      if (over && (lease.state === 'active' || lease.state === 'rooted')) {
        ledger.close(lease, 'lapsed', lease.root ? 'noResults' : 'noRoot')
      }
    }
  }

  #spawn(work: Promise<void>): void {
    const task = work
      .catch((error: unknown) => {
        this.#fault ??= error
      })
      .finally(() => {
        this.#tasks.delete(task)
        this.#wake()
      })
    this.#tasks.add(task)
  }

  async #read(): Promise<void> {
    const { pool, job } = this.#watch
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
      // Without the relay no lease can begin or end any more: finish here what is open.
      this.#fallback = error.summary
      for (const lease of this.#watch.ledger.leases.values())
        if (lease.state === 'active' || lease.state === 'rooted') this.#watch.ledger.close(lease, 'lapsed', 'noRoot')
      this.#spawn(this.#runHere(this.#watch.ledger.shardsThat('waiting'), error.summary))
    } finally {
      this.#wake()
    }
  }

  #handle(event: JobEvent): void {
    const { ledger } = this.#watch
    const known = 'lease' in event ? ledger.leases.get(event.lease) : undefined
    switch (event.type) {
      case 'proposal':
        this.#spawn(this.#sign(event))
        return
      case 'leased':
      case 'progress':
        this.#lastNewsMs = this.#watch.clock.now()
        return
      case 'root':
        if (known) this.#spawn(this.#enterRoot(known, event))
        return
      case 'results':
        if (known) this.#spawn(this.#judge(known, event))
        return
      case 'released':
        if (known?.state === 'active') ledger.close(known, 'released', 'noRoot')
        return
      case 'lapsed':
        if (known?.state === 'active' || known?.state === 'rooted')
          ledger.close(known, 'lapsed', known.root ? 'noResults' : 'noRoot')
        return
      case 'dropped':
      case 'settled':
        return
    }
  }

  async #sign(event: Extract<JobEvent, { type: 'proposal' }>): Promise<void> {
    const { ledger, specs, intent, secrets, venue, pool, job } = this.#watch
    const { message, shard } = event
    const spec = specs[shard]
    const lease = leaseId(message)
    const honest =
      spec !== undefined &&
      message.job === job &&
      lease === event.lease &&
      message.specDigest === shardSpecDigest(spec) &&
      message.slices === spec.seeds.length &&
      message.price <= intent.slotPrice &&
      message.expires <= this.#watch.relayNowMs() / 1_000 + LONGEST_LEASE_SECONDS &&
      message.expires <= intent.settleBy
    if (!honest || this.#end !== undefined || this.#takingOver || !ledger.maySign(message, shard)) return
    ledger.sign(lease, message, shard)
    await this.#watch.save()
    this.#lastNewsMs = this.#watch.clock.now()
    try {
      await pool.signLease(job, { lease, signature: await signMessageStruct(secrets.jobKey, venue, 'Lease', message) })
    } catch (error) {
      // Too late, or the relay changed its mind: the slot is spent, the shard is not.
      if (!isFuzzburstError(error)) throw error
      ledger.close(ledger.leases.get(lease)!, 'lapsed', 'noRoot')
    }
  }

  async #enterRoot(lease: SignedLease, event: Extract<JobEvent, { type: 'root' }>): Promise<void> {
    const { venue, ledger } = this.#watch
    const { message, signature } = event
    this.#lastNewsMs = this.#watch.clock.now()
    const ours =
      message.job === this.#watch.job &&
      message.lease === lease.lease &&
      message.specDigest === lease.message.specDigest
    if (!ours || !(await isSignedBy(lease.message.worker, venue, 'Root', message, signature))) return
    const copied = [...ledger.leases.values()].some((other) => other !== lease && other.root?.root === message.root)
    lease.root ??= message
    if (lease.state === 'active') lease.state = 'rooted'
    if (copied) await this.#refuse(lease, 'copied', 'its root is another lease’s')
  }

  async #judge(lease: SignedLease, event: Extract<JobEvent, { type: 'results' }>): Promise<void> {
    const { pool, secrets, specs, ledger } = this.#watch
    this.#lastNewsMs = this.#watch.clock.now()
    const spec = specs[lease.shard]!
    const sealed = await pool.getBlob(event.digest, { maxBytes: RESULTS_LIMIT_BYTES })
    if (lease.state !== 'rooted') return
    const received = await receiveShard(sealed, lease, spec, secrets.resultKey)
    if ('why' in received) return this.#refuse(lease, 'badResults', received.why)
    lease.slices = received.results.slices
    lease.state = 'delivered'
    const audit = { secret: secrets.auditSecret, ratePpm: this.#watch.auditPpm, bench: this.#watch.bench }
    const [judgement] = await Promise.all([
      judgeShard(lease, lease.slices, spec, audit),
      this.#confirmFindings(lease, spec),
    ])
    this.#watch.audits.push(...judgement.entries)
    if (judgement.cheated) return this.#convict(lease, judgement.cheated)
    if (lease.state !== 'delivered' || ledger.struck.has(lease.message.worker.toLowerCase())) return
    ledger.accept(lease)
    await this.#tell(() => pool.verdict(this.#watch.job, { lease: lease.lease, verdict: 'accepted' }))
    await this.#dropFoundTargets()
  }

  /** A finding that no replay shows again was perhaps invented: its slice is re-run. */
  async #confirmFindings(lease: SignedLease, spec: ShardSpec): Promise<void> {
    const sources = lease.slices.map((record) => this.#source(lease, record.k))
    const doubtful = await this.#watch.findings.addAll(sources)
    for (const k of new Set(doubtful.map((source) => source.k))) {
      const entry = await auditOne(lease, lease.slices, spec, k, 'unconfirmed-finding', this.#watch.bench)
      this.#watch.audits.push(entry)
      if (entry.outcome === 'cheated') return this.#convict(lease, entry)
    }
  }

  #source(lease: SignedLease, k: number): SliceSource {
    const record = lease.slices[k]!
    return { shard: lease.shard, k, worker: lease.message.worker, cpuMs: record.cpuMs, result: record.result }
  }

  async #auditSuspects(): Promise<void> {
    const { ledger, specs, audits, bench } = this.#watch
    const groups = Map.groupBy(
      [...ledger.leases.values()].filter((lease) => lease.state === 'accepted'),
      (lease) => JSON.stringify(specs[lease.shard]!.invocation),
    )
    for (const leases of groups.values()) {
      const suspects = suspectLeases(
        leases.map((lease) => ({ lease: lease.lease, slices: lease.slices.map((s) => s.result) })),
      )
      for (const suspect of suspects) {
        const lease = leases.find((candidate) => candidate.lease === suspect.lease)!
        if (lease.audited.size > 0 || lease.state !== 'accepted') continue
        const entry = await auditOne(lease, lease.slices, specs[lease.shard]!, 0, 'suspect', bench)
        audits.push(entry)
        if (entry.outcome === 'cheated') await this.#convict(lease, entry)
      }
    }
  }

  async #convict(lease: SignedLease, entry: AuditEntry): Promise<void> {
    const { ledger, pool, job, say } = this.#watch
    say(`audit of shard ${lease.shard}, slice ${entry.k}: ${entry.text}; worker ${lease.message.worker} is struck`)
    await this.#refuse(lease, 'auditMismatch', entry.text)
    for (const thrown of ledger.strike(lease.message.worker))
      await this.#tell(() => pool.verdict(job, { lease: thrown.lease, verdict: 'unaudited' }))
  }

  async #refuse(lease: SignedLease, reason: 'copied' | 'badResults' | 'auditMismatch', why: string): Promise<void> {
    const { ledger, pool, job, say } = this.#watch
    if (lease.state === 'refused') return
    ledger.close(lease, 'refused', reason === 'badResults' ? 'noResults' : reason)
    ledger.struck.add(lease.message.worker.toLowerCase())
    if (reason !== 'auditMismatch') say(`shard ${lease.shard} of worker ${lease.message.worker} is refused: ${why}`)
    const verdict = { copied: 'copied', badResults: 'bad-results', auditMismatch: 'audit-mismatch' } as const
    await this.#tell(() => pool.verdict(job, { lease: lease.lease, verdict: verdict[reason] }))
  }

  /** Shards all of whose targets have a replayed finding need not be leased any more. */
  async #dropFoundTargets(): Promise<void> {
    const { ledger, findings, specs, pool, job } = this.#watch
    const needless = ledger
      .shardsThat('waiting')
      .filter((shard) => specs[shard]!.invocation.targets.every((target) => findings.isFound(target)))
    if (this.#watch.keepAfterFinding || needless.length === 0) return
    await this.#tell(async () => {
      for (const shard of await pool.drop(job, needless))
        if (ledger.standing(shard) === 'waiting') ledger.setStanding(shard, 'dropped')
    })
  }

  async #stopLeasing(): Promise<void> {
    const { pool, job, ledger } = this.#watch
    for (const shard of ledger.shardsThat('waiting')) ledger.setStanding(shard, 'dropped')
    await this.#tell(() => pool.cancel(job))
  }

  /** Says something to the relay; a relay that is away changes nothing of what was found out. */
  async #tell(call: () => Promise<unknown>): Promise<void> {
    try {
      await call()
    } catch (error) {
      if (!isFuzzburstError(error)) throw error
      this.#watch.say(`the relay was not told: ${error.summary}`)
    }
  }

  #giveUpLeases(): void {
    const { ledger } = this.#watch
    for (const lease of ledger.leases.values())
      if (lease.state === 'active' || lease.state === 'rooted')
        ledger.close(lease, 'lapsed', lease.root ? 'noResults' : 'noRoot')
  }

  #takeOver(shards: readonly number[], why: string): void {
    if (this.#takingOver) return
    this.#takingOver = true
    this.#spawn(
      (async () => {
        const { pool, job, ledger } = this.#watch
        await this.#tell(() => pool.drop(job, shards))
        // What a worker got in the same moment stays the worker's.
        const mine = shards.filter((shard) => ledger.standing(shard) === 'waiting')
        await this.#runHere(mine, why)
        this.#lastNewsMs = this.#watch.clock.now()
        this.#takingOver = false
      })(),
    )
  }

  async #runHere(shards: readonly number[], why: string): Promise<void> {
    const { ledger, runHere, say } = this.#watch
    if (shards.length === 0) return
    this.#fallback ??= why
    say(`${why}: ${shards.length} shard(s) run on this machine`)
    for (const shard of shards) ledger.setStanding(shard, 'local')
    await runHere(shards)
  }
}
