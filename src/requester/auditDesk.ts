import { type Address, isAddressEqual } from 'viem'
import type { RequesterPool } from '../pool/pool.ts'
import {
  AUDIT_SHARDS_LIMIT,
  type AuditShard,
  auditShardSpec,
  FIRST_AUDIT_SHARD,
  isAuditShard,
  sameWork,
} from '../protocol/auditShard.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import type { Bytes32, JobId } from '../protocol/primitives.ts'
import { type ShardSpec, shardSpecDigest } from '../protocol/shardSpec.ts'
import type { AuditEntry } from '../protocol/transcript.ts'
import { compareSlice } from '../verify/compareSlice.ts'
import { type AuditBench, type AuditVerdict, auditSlice } from './auditSlice.ts'
import type { Clock } from './burstDeps.ts'
import type { JobLedger, SignedLease } from './jobLedger.ts'
import { tellRelay } from './tellRelay.ts'

/** What the desk needs. */
export interface DeskDeps {
  readonly job: JobId
  /** Of the plan's shards, by index. */
  readonly specs: readonly ShardSpec[]
  readonly bench: AuditBench
  readonly ledger: JobLedger
  readonly pool: Pick<RequesterPool, 'auditShard' | 'drop'>
  readonly clock: Pick<Clock, 'now'>
  readonly say: (line: string) => void
  /** When and how far workers of other owners help; null: never. */
  readonly outside: OutsideRules | null
}

/** When audits leave this machine. */
export interface OutsideRules {
  /** Slices that this machine runs at once. */
  readonly cores: number
  /** What a slice of a shard of the plan is estimated to take, in seconds of a core. A worker's own word plays no part. */
  readonly sliceSeconds: (shard: number) => number
  /** Seconds of audits that may wait here; what is beyond goes to others. */
  readonly backlogSeconds: number
  /** Most slots that it may take: the rest of the spares is for shards that have to be leased again. */
  readonly slots: number
  /** Seconds after which what nobody takes is run here. */
  readonly patienceSeconds: number
  /** Who holds a worker's stake; null: nobody knows. The relay is asked for another owner, and not believed where this says more. */
  readonly ownerOf: (worker: Address) => Promise<Address | null>
  /** Saves what was asked for, before it is asked: another process can then go on with it. */
  readonly save: () => Promise<void>
  /** What an earlier process asked for. */
  readonly earlier: readonly AuditShard[]
}

/** What came of an audit, and whose slice it was compared with when it was not run here. */
export interface Audited {
  readonly verdict: AuditVerdict
  readonly auditor: NonNullable<AuditEntry['auditor']> | null
}

/** Slices of a delivered lease that wait for their audit. */
interface Waiting {
  readonly lease: SignedLease
  readonly k: number
  readonly answer: (audited: Audited | Promise<Audited>) => void
}

/** An audit shard that was asked for. */
interface Pack {
  readonly shard: AuditShard
  readonly spec: ShardSpec
  readonly determinismClass: Bytes32 | null
  readonly workers: readonly Address[]
  /** By position. Empty once they are answered. */
  readonly waiting: Map<number, Waiting>
  waitingSinceMs: number
}

/**
 * Has slices run again: on this machine, and when that cannot keep up, by workers of other owners. Those get them as an ordinary lease
 * of a full shard's size, see nobody's result, and sign their own root before anything is compared (docs/adr/0013). Only agreement is
 * taken from them: where two workers differ, this machine decides.
 */
export class AuditDesk {
  readonly #deps: DeskDeps
  readonly #packs = new Map<number, Pack>()
  readonly #agreed: { readonly auditor: Address; readonly lease: SignedLease; readonly k: number }[] = []
  #next = FIRST_AUDIT_SHARD
  #buffer: Waiting[] = []
  #pendingSeconds = 0
  #withdrawn = false

  constructor(deps: DeskDeps) {
    this.#deps = deps
    for (const shard of deps.outside?.earlier ?? []) {
      this.#next = Math.max(this.#next, shard.index + 1)
      const spec = auditShardSpec(shard.places, (index) => deps.specs[index])
      if (spec === undefined) continue
      if (deps.ledger.standing(shard.index) === 'dropped') deps.ledger.addAuditShard(shard.index)
      this.#packs.set(shard.index, {
        ...{ shard, spec, determinismClass: null, workers: [], waiting: new Map(), waitingSinceMs: 0 },
      })
    }
  }

  /** The work of a shard, whether it is of the plan or an audit. */
  specOf(shard: number): ShardSpec | undefined {
    return isAuditShard(shard) ? this.#packs.get(shard)?.spec : this.#deps.specs[shard]
  }

  /** What was asked of other workers so far. */
  get shards(): AuditShard[] {
    return [...this.#packs.values()].map(({ shard }) => shard)
  }

  /** Runs a slice again on this machine. */
  async here(lease: SignedLease, k: number): Promise<AuditVerdict> {
    const { outside, bench } = this.#deps
    // An audit's slices are as long as those that it repeats.
    const seconds = outside?.sliceSeconds(this.#planShard(lease.shard)) ?? 0
    this.#pendingSeconds += seconds
    try {
      return await auditSlice(this.specOf(lease.shard)!, k, lease.slices[k]!, bench)
    } finally {
      this.#pendingSeconds -= seconds
      this.#takeBack()
    }
  }

  /** Has a promised audit done, here or elsewhere. */
  async audit(lease: SignedLease, k: number): Promise<Audited> {
    if (isAuditShard(lease.shard) || !this.#overflows()) return { verdict: await this.here(lease, k), auditor: null }
    const audited = new Promise<Audited>((answer) => this.#buffer.push({ lease, k, answer }))
    await this.#ask()
    return audited
  }

  /** Whether a worker may run an audit shard: it audits neither itself, nor its owner, nor another determinism class. */
  async mayLease(worker: Address, shard: number, determinismClass: Bytes32 | null): Promise<boolean> {
    const pack = this.#packs.get(shard)
    const { outside, ledger } = this.#deps
    if (pack === undefined || outside === null || pack.waiting.size === 0) return false
    if (determinismClass !== pack.determinismClass || ledger.auditLeases >= outside.slots) return false
    if (pack.workers.some((audited) => isAddressEqual(audited, worker))) return false
    const owner = await outside.ownerOf(worker)
    if (owner === null) return true
    const owners = await Promise.all(pack.workers.map((audited) => outside.ownerOf(audited)))
    return !owners.some((audited) => audited !== null && isAddressEqual(audited, owner))
  }

  /**
   * An audit shard was delivered and stands: what it says is compared, slice by slice.
   * @param dispute runs a slice of the auditor again, because another worker has another result for it
   */
  async answered(lease: SignedLease, dispute: (k: number) => Promise<unknown>): Promise<void> {
    const pack = this.#packs.get(lease.shard)
    const auditor = lease.message.worker
    const disputes: Promise<unknown>[] = []
    for (const [i, waiting] of [...(pack?.waiting ?? [])]) {
      pack!.waiting.delete(i)
      const said = lease.slices[i]
      const claim = waiting.lease.slices[waiting.k]!
      const comparison = said === undefined ? 'incomparable' : compareSlice(claim, said)
      if (comparison === 'match') {
        this.#agreed.push({ auditor, lease: waiting.lease, k: waiting.k })
        waiting.answer({ verdict: { kind: 'agreed' }, auditor: { lease: lease.lease, k: i } })
        continue
      }
      this.#answerHere(waiting)
      if (comparison === 'mismatch') disputes.push(dispute(i))
    }
    await Promise.all(disputes)
  }

  /** Slices that nobody but this worker, now struck, has confirmed. Says them once. */
  agreedBy(worker: Address): { readonly lease: SignedLease; readonly k: number }[] {
    const own = this.#agreed.filter(({ auditor }) => isAddressEqual(auditor, worker))
    for (const one of own) this.#agreed.splice(this.#agreed.indexOf(one), 1)
    return own
  }

  /** Looks at what nobody took in time. */
  tick(): void {
    const { outside, ledger, clock } = this.#deps
    if (outside === null) return
    for (const pack of this.#packs.values()) {
      const standing = ledger.standing(pack.shard.index)
      if (standing === 'leased') pack.waitingSinceMs = clock.now()
      const isLate = clock.now() - pack.waitingSinceMs > outside.patienceSeconds * 1_000
      if (standing === 'waiting' && (isLate || this.#withdrawn || pack.waiting.size === 0)) this.#giveUp(pack)
    }
    this.#takeBack()
  }

  /** Nothing more goes to others; what none of them has yet is run here. */
  withdraw(): void {
    this.#withdrawn = true
    this.tick()
  }

  /** Of an audit shard, a shard of the plan whose slices it repeats. */
  #planShard(shard: number): number {
    return this.#packs.get(shard)?.shard.places[0]?.shard ?? shard
  }

  #overflows(): boolean {
    const { outside, ledger } = this.#deps
    if (outside === null || this.#withdrawn) return false
    const asked = [...this.#packs.keys()].filter((shard) => ledger.standing(shard) === 'waiting').length
    if (ledger.auditLeases + asked >= outside.slots || this.#next >= FIRST_AUDIT_SHARD + AUDIT_SHARDS_LIMIT)
      return false
    return this.#workers().length > 1 && this.#pendingSeconds / outside.cores > outside.backlogSeconds
  }

  /** Everybody who leased something of the job. */
  #workers(): Address[] {
    return [...new Set([...this.#deps.ledger.leases.values()].map(({ message }) => message.worker))]
  }

  /** A full shard's worth of waiting slices of one kind of work, whose workers are not all that there are. */
  #fullPack(): Waiting[] | undefined {
    const { specs } = this.#deps
    const workers = this.#workers().length
    const groups = Map.groupBy(
      this.#buffer,
      ({ lease }) => `${lease.determinismClass} ${sameWork(specs[lease.shard]!)}`,
    )
    for (const group of groups.values()) {
      const size = Math.max(...group.map(({ lease }) => specs[lease.shard]!.seeds.length))
      const audited = new Set<Address>()
      const chosen = group.filter(({ lease }) => {
        const { worker } = lease.message
        if (!audited.has(worker) && audited.size + 1 >= workers) return false
        audited.add(worker)
        return true
      })
      if (chosen.length >= size) return chosen.slice(0, size)
    }
    return undefined
  }

  async #ask(): Promise<void> {
    const chosen = this.#fullPack()
    if (chosen === undefined) return
    const { job, ledger, pool, outside, clock, say, specs } = this.#deps
    this.#buffer = this.#buffer.filter((waiting) => !chosen.includes(waiting))
    const places = chosen.map(({ lease, k }) => ({ lease: lease.lease, shard: lease.shard, k }))
    const shard: AuditShard = { index: this.#next++, places }
    const pack: Pack = {
      shard,
      spec: auditShardSpec(places, (index) => specs[index])!,
      determinismClass: chosen[0]!.lease.determinismClass,
      workers: [...new Set(chosen.map(({ lease }) => lease.message.worker))],
      waiting: new Map(chosen.entries()),
      waitingSinceMs: clock.now(),
    }
    this.#packs.set(shard.index, pack)
    ledger.addAuditShard(shard.index)
    const estimatedSeconds = Math.ceil(places.reduce((sum, place) => sum + outside!.sliceSeconds(place.shard), 0))
    try {
      await outside!.save()
      const { index } = shard
      const { spec, workers } = pack
      await pool.auditShard(job, {
        index,
        spec,
        specDigest: shardSpecDigest(spec),
        estimatedSeconds,
        audited: [...workers],
      })
      say(`${places.length} audits go to a worker of another owner: this machine is behind`)
    } catch (error) {
      if (!isFuzzburstError(error)) throw error
      say(`audits stay on this machine: ${error.summary}`)
      this.withdraw()
    }
  }

  /** What waits for others goes on here as soon as this machine can. */
  #takeBack(): void {
    for (;;) {
      const next = this.#buffer[0]
      if (next === undefined || this.#overflows()) return
      this.#buffer.shift()
      this.#answerHere(next)
    }
  }

  #answerHere({ lease, k, answer }: Waiting): void {
    answer(this.here(lease, k).then((verdict) => ({ verdict, auditor: null })))
  }

  #giveUp(pack: Pack): void {
    const { ledger, pool, job, say } = this.#deps
    ledger.setStanding(pack.shard.index, 'dropped')
    void tellRelay(say, () => pool.drop(job, [pack.shard.index]))
    for (const waiting of pack.waiting.values()) this.#answerHere(waiting)
    pack.waiting.clear()
  }
}
