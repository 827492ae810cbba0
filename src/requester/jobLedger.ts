import { type Address, type Hex, isAddressEqual } from 'viem'
import { isAuditShard } from '../protocol/auditShard.ts'
import type { Lease, Receipt, Root } from '../protocol/messages.ts'
import { type PayoutLine, type PayoutReason, payForSlicesUnits } from '../protocol/payout.ts'
import type { Bytes32, LeaseId } from '../protocol/primitives.ts'
import type { SliceRecord } from '../protocol/results.ts'
import type { AuditRate } from '../protocol/transcript.ts'
import type { SliceSource } from './sliceSource.ts'

/** A lease that the job key has signed, and what became of it. */
export interface SignedLease {
  readonly lease: LeaseId
  readonly message: Lease
  readonly shard: number
  /** What the relay knows its worker's determinism class to be; null: nobody said. */
  readonly determinismClass: Bytes32 | null
  state: 'active' | 'rooted' | 'delivered' | 'accepted' | 'refused' | 'released' | 'lapsed'
  root: Root | null
  rootSignature: Hex | null
  /** The job key's dated word for the root. */
  receipt: { readonly message: Receipt; readonly signature: Hex } | null
  /** Another root that the worker signed for the same lease: fraud by itself. */
  secondRoot: { readonly message: Root; readonly signature: Hex } | null
  /** Slices as delivered and checked against the root. */
  slices: readonly SliceRecord[]
  /** Positions that were re-run here and agreed. */
  audited: Set<number>
  /** Why it earns nothing. */
  refusal: PayoutReason | null
  /** Opens the sealed results that were delivered, and nothing else. */
  resultsKey: Bytes32 | null
  /** What its audits rest on, from when they were picked. */
  audit: AuditRate | null
}

function isLive({ state }: SignedLease): boolean {
  return state === 'active' || state === 'rooted' || state === 'delivered'
}

/** Where a shard stands. `local`: this machine took it over. `dropped`: nobody runs it. */
export type ShardStanding = 'waiting' | 'leased' | 'accepted' | 'dropped' | 'local'

/** Everything that the requester knows of a job's leases. Holds state, does no I/O. */
export class JobLedger {
  readonly leases = new Map<LeaseId, SignedLease>()
  readonly #struck = new Set<string>()
  readonly #doubted = new Set<string>()
  readonly #shards: Map<number, ShardStanding>
  readonly #slotLimit: number

  /**
   * @param shards of the plan
   * @param slotLimit slots + spares of the intent
   */
  constructor(shards: number, slotLimit: number) {
    this.#shards = new Map(Array.from({ length: shards }, (_, shard) => [shard, 'waiting']))
    this.#slotLimit = slotLimit
  }

  /** Whether the job key may sign this lease: a free slot, a shard that waits, a worker in good standing. */
  maySign(message: Lease, shard: number): boolean {
    if (this.#shards.get(shard) !== 'waiting' || message.slot >= this.#slotLimit) return false
    if (this.isStruck(message.worker) || this.isDoubted(message.worker)) return false
    return ![...this.leases.values()].some((lease) => lease.message.slot === message.slot)
  }

  /** Enters a lease that is about to be signed. */
  sign(lease: LeaseId, message: Lease, shard: number, determinismClass: Bytes32 | null = null): void {
    this.leases.set(lease, {
      lease,
      message,
      shard,
      determinismClass,
      state: 'active',
      root: null,
      rootSignature: null,
      receipt: null,
      secondRoot: null,
      slices: [],
      audited: new Set(),
      refusal: null,
      resultsKey: null,
      audit: null,
    })
    this.#shards.set(shard, 'leased')
  }

  /** One more shard that waits for a worker: slices that were delivered before, to be run again. */
  addAuditShard(shard: number): void {
    this.#shards.set(shard, 'waiting')
  }

  /** Slots that audits by other workers took. */
  get auditLeases(): number {
    return [...this.leases.values()].filter(({ shard }) => isAuditShard(shard)).length
  }

  standing(shard: number): ShardStanding {
    return this.#shards.get(shard) ?? 'dropped'
  }

  /** Shards of the plan of one standing, ascending. */
  shardsThat(...standings: ShardStanding[]): number[] {
    return [...this.#shards].flatMap(([shard, standing]) =>
      !isAuditShard(shard) && standings.includes(standing) ? [shard] : [],
    )
  }

  setStanding(shard: number, standing: ShardStanding): void {
    if (this.#shards.has(shard)) this.#shards.set(shard, standing)
  }

  /** No slot is left for another lease. */
  get slotsUsedUp(): boolean {
    return this.leases.size >= this.#slotLimit
  }

  /** The lease ended without pay, and its shard waits for another worker unless it is done by now. */
  close(lease: SignedLease, state: 'refused' | 'released' | 'lapsed', refusal: PayoutReason): void {
    const wasCurrent = lease.state !== 'refused' && lease.state !== 'released' && lease.state !== 'lapsed'
    lease.state = state
    lease.refusal = refusal
    const standing = this.#shards.get(lease.shard)
    if (!wasCurrent || (standing !== 'leased' && standing !== 'accepted')) return
    const others = [...this.leases.values()].filter((other) => other.shard === lease.shard && other !== lease)
    const isAccepted = others.some(({ state }) => state === 'accepted')
    this.#shards.set(lease.shard, isAccepted ? 'accepted' : others.some(isLive) ? 'leased' : 'waiting')
  }

  accept(lease: SignedLease): void {
    lease.state = 'accepted'
    this.#shards.set(lease.shard, 'accepted')
  }

  /**
   * A proven cheat: no more leases for it, and what nobody re-ran of its work is thrown away, what is still under way
   * included.
   * @returns the leases thrown away
   */
  strike(worker: Address): SignedLease[] {
    this.#struck.add(worker.toLowerCase())
    return this.#throwUnseen(worker)
  }

  /**
   * A worker of another determinism class, of which a slice differs: nothing is proven against it, and nothing of it counts here that
   * was not seen to be equal. Else a cheat would say that it is of another class.
   * @returns the leases thrown away
   */
  doubt(worker: Address): SignedLease[] {
    this.#doubted.add(worker.toLowerCase())
    return this.#throwUnseen(worker)
  }

  #throwUnseen(worker: Address): SignedLease[] {
    const thrown = [...this.leases.values()].filter(
      (lease) =>
        isAddressEqual(lease.message.worker, worker) &&
        lease.audited.size === 0 &&
        (lease.state === 'accepted' || isLive(lease)),
    )
    for (const lease of thrown)
      this.close(lease, 'refused', lease.root === null && lease.slices.length === 0 ? 'noRoot' : 'unaudited')
    return thrown
  }

  isDoubted(worker: Address): boolean {
    return this.#doubted.has(worker.toLowerCase())
  }

  isStruck(worker: Address): boolean {
    return this.#struck.has(worker.toLowerCase())
  }

  /** Leases of which something may still come. */
  get live(): SignedLease[] {
    return [...this.leases.values()].filter(isLive)
  }

  /** Slices that count: those of accepted leases, each place of each shard of the plan once. Audits repeat what was counted. */
  acceptedSlices(): SliceSource[] {
    const seen = new Set<string>()
    return [...this.leases.values()]
      .filter((lease) => lease.state === 'accepted' && !isAuditShard(lease.shard))
      .flatMap((lease) =>
        lease.slices.map((record) => ({
          shard: lease.shard,
          k: record.k,
          worker: lease.message.worker,
          cpuMs: record.cpuMs,
          result: record.result,
        })),
      )
      .filter(({ shard, k }) => {
        const place = `${shard}/${k}`
        if (seen.has(place)) return false
        seen.add(place)
        return true
      })
  }

  /**
   * One line for every signed lease, zero lines included.
   * @param rewardUnits finder rewards by lease, in token units
   */
  payoutLines(rewardUnits: ReadonlyMap<Bytes32, bigint>): PayoutLine[] {
    return [...this.leases.values()].map((lease) => {
      const { slot, worker, price, slices } = lease.message
      const common = { slot, lease: lease.lease, worker }
      if (lease.state !== 'accepted') {
        return {
          ...common,
          payUnits: 0n,
          rewardUnits: 0n,
          reason: lease.refusal ?? (lease.root ? 'noResults' : 'noRoot'),
        }
      }
      const done = lease.slices.length
      return {
        ...common,
        payUnits: payForSlicesUnits(price, done, slices),
        rewardUnits: rewardUnits.get(lease.lease) ?? 0n,
        reason: done === slices ? 'full' : 'partial',
      }
    })
  }
}
