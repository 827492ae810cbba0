import type { Logger } from 'pino'
import type { Address } from 'viem'
import type { EscrowWriter, JobOnChain } from '../../src/escrow/escrow.ts'
import { isSettlementOf } from '../../src/escrow/settlementHash.ts'
import type { PoolClock } from '../../src/pool/pool.ts'
import { isFuzzburstError } from '../../src/protocol/errors.ts'
import { type PayoutTree, payoutTree } from '../../src/protocol/payout.ts'
import type { Bytes32 } from '../../src/protocol/primitives.ts'
import { type ClaimOutcome, claimPayout, type Earnings, isProven, type ShownPayout, sumEarnings } from './earnings.ts'
import { describeError, type RelayLink } from './relayLink.ts'
import type { SettlementStore } from './settlementStore.ts'

/** How often relays are asked for settlements, in milliseconds. Windows before claims are hours long. */
export const PAYOUTS_EVERY_MS = 30_000
/** Payouts of one relay that are looked up on chain in one round: one that shows thousands of invented jobs waits for itself. */
export const CHECKS_PER_ROUND = 50

/** Keeps account of what was earned and, with an escrow to write to, claims it. */
export interface PayoutFollower {
  readonly earnings: Earnings
  /** The lines of what is settled on chain, if a relay showed them or the disk has them. */
  settlement(job: JobOnChain): PayoutTree | undefined
  /** Asks every PAYOUTS_EVERY_MS until the signal is aborted. Never rejects. */
  follow(signal: AbortSignal): Promise<void>
}

/** One payout as one relay shows it. */
interface Entry {
  readonly payout: ShownPayout
  readonly tree: PayoutTree
  /** It matched the settlement on chain when it was looked up last. */
  proven: boolean
}

/** What one relay shows. Nothing of it touches what another one shows. */
interface Book {
  /** Undefined for what is on disk. */
  readonly link: RelayLink | undefined
  /** The newest answer, by job. */
  entries: ReadonlyMap<Bytes32, Entry>
  /** Where the next round begins, so that all get their turn. */
  next: number
}

export function createPayoutFollower(deps: {
  readonly links: readonly RelayLink[]
  readonly worker: Address
  readonly escrow: EscrowWriter | undefined
  readonly store: SettlementStore
  readonly clock: PoolClock
  readonly log: Logger
  readonly everyMs?: number
}): PayoutFollower {
  const { worker, escrow, clock, log } = deps
  const kept = new Map<Bytes32, Entry>()
  const books: Book[] = [
    ...deps.links.map((link): Book => ({ link, entries: new Map(), next: 0 })),
    { link: undefined, entries: kept, next: 0 },
  ]
  /** Settlements that matched the chain and of which nothing is left to claim, by job. */
  const finished = new Map<Bytes32, ShownPayout>()

  async function ask(book: Book, signal: AbortSignal): Promise<void> {
    const { link } = book
    // A relay that is away is the poller's business; its payouts can wait.
    if (link?.connection === undefined) return
    const shown = await link.call((connection) => connection.worker.payouts({ signal }), signal)
    const entries = new Map<Bytes32, Entry>()
    const flaws: string[] = []
    for (const payout of shown) {
      try {
        const tree = payoutTree(payout.job, payout.lines)
        const known = book.entries.get(payout.job)
        entries.set(payout.job, { payout, tree, proven: known?.tree.root === tree.root && known.proven })
      } catch (error) {
        flaws.push(`${payout.job}: ${describeError(error)}`)
      }
    }
    book.entries = entries
    warn(book, flaws, 'the relay shows payouts that cannot be')
  }

  /** @throws only when the chain cannot be asked: then it cannot be asked about any other payout either */
  async function claim(book: Book, own: EscrowWriter, signal: AbortSignal): Promise<void> {
    const open = [...book.entries.values()].filter(
      (entry) => !finished.has(entry.payout.job) && !isShownElsewhere(book, entry),
    )
    const from = book.next % Math.max(1, open.length)
    const turn = [...open.slice(from), ...open.slice(0, from)].slice(0, CHECKS_PER_ROUND)
    book.next = from + turn.length
    const flaws: string[] = []
    for (const entry of turn) {
      if (signal.aborted) return
      const { job } = entry.payout
      try {
        const outcome = await claimPayout(entry.tree, worker, own)
        entry.proven = isProven(outcome)
        if (isFinal(outcome)) finished.set(job, entry.payout)
        await remember(entry, outcome)
        if (outcome === 'claimed') log.info({ job }, 'payout claimed')
        if (outcome === 'altered') flaws.push(`${job}: other lines were settled`)
      } catch (error) {
        if (isChainAway(error)) throw error
        flaws.push(`${job}: ${describeError(error)}`)
      }
    }
    warn(book, flaws, 'payouts could not be claimed')
  }

  /** What is on disk waits as long as a relay shows the same. */
  function isShownElsewhere(book: Book, { payout, tree }: Entry): boolean {
    if (book.link !== undefined) return false
    return books.some(({ link, entries }) => link !== undefined && entries.get(payout.job)?.tree.root === tree.root)
  }

  /** Lines that still have something to claim outlive their relay, and this process. */
  async function remember(entry: Entry, outcome: ClaimOutcome): Promise<void> {
    const { job } = entry.payout
    if (isFinal(outcome) || outcome === 'void') {
      if (kept.delete(job)) await deps.store.drop(job)
    } else if (isProven(outcome) && !kept.has(job)) {
      await deps.store.keep(entry.payout)
      kept.set(job, entry)
    }
  }

  async function takeUp(): Promise<void> {
    for (const payout of await deps.store.load())
      kept.set(payout.job, { payout, tree: payoutTree(payout.job, payout.lines), proven: false })
  }

  /** One line a relay and round, however much is wrong: a bad relay must not fill the disk. */
  function warn({ link }: Book, flaws: readonly string[], what: string): void {
    if (flaws.length > 0) log.warn({ relay: link?.url ?? null, payouts: flaws.length, first: flaws[0] }, what)
  }

  const guarded = async (what: string, work: () => Promise<void>, signal: AbortSignal) => {
    try {
      await work()
    } catch (error) {
      if (!signal.aborted) log.warn({ err: describeError(error) }, what)
    }
  }

  return {
    get earnings() {
      const entries = books.flatMap((book) => [...book.entries.values()])
      const counted = new Map(finished)
      // Each job once, whichever relays show it.
      for (const { payout, proven } of entries)
        if ((escrow === undefined || proven) && !counted.has(payout.job)) counted.set(payout.job, payout)
      return sumEarnings([...counted.values()], worker, escrow === undefined ? 'relays' : 'chain')
    },
    settlement(view) {
      const trees = books.flatMap(({ entries }) => entries.get(view.job)?.tree ?? [])
      return trees.find((tree) => isSettlementOf(view, tree))
    },
    async follow(signal) {
      await guarded('kept settlements could not be read', takeUp, signal)
      while (!signal.aborted) {
        for (const book of books) await guarded('payouts could not be read', () => ask(book, signal), signal)
        if (escrow !== undefined)
          for (const book of books)
            await guarded('payouts could not be looked up', () => claim(book, escrow, signal), signal)
        await clock.sleep(deps.everyMs ?? PAYOUTS_EVERY_MS, signal)
      }
    },
  }
}

function isFinal(outcome: ClaimOutcome): boolean {
  return outcome === 'claimed' || outcome === 'already-done' || outcome === 'nothing'
}

/** The chain's endpoint does not answer (docs/errors.md). Matched by code: see RpcUnreachable. */
function isChainAway(error: unknown): boolean {
  return isFuzzburstError(error) && error.code === 'FB2001'
}
