import { vi } from 'vitest'
import type { PoolConnection } from '../../src/pool/pool.ts'
import { type PayoutLine, payoutTree } from '../../src/protocol/payout.ts'
import { type Bytes32, zeroBytes32 } from '../../src/protocol/primitives.ts'
import type { ShownPayout } from './earnings.ts'
import type { PayoutFollower } from './followPayouts.ts'
import type { ManualClock } from './manualClock.fixture.ts'
import type { RelayLink } from './relayLink.ts'
import type { SettlementStore } from './settlementStore.ts'

/** A payout as a relay may show it, whether it can be or not. */
export function shownPayout(job: Bytes32, lines: readonly PayoutLine[]): ShownPayout {
  const sound = new Set(lines.map(({ slot }) => slot)).size === lines.length
  const tree = payoutTree(job, sound ? lines : [])
  const message = {
    job,
    payoutRoot: tree.root,
    payoutDepth: tree.depth,
    total: tree.totalUnits,
    auditSecret: zeroBytes32,
  }
  return { job, message, lines: [...lines] }
}

/** Settlements that were kept, in memory: a second follower over the same one is what a restart finds. */
export function memoryStore(): SettlementStore & { readonly jobs: Map<Bytes32, ShownPayout> } {
  const jobs = new Map<Bytes32, ShownPayout>()
  return {
    jobs,
    load: async () => [...jobs.values()],
    keep: async (payout) => void jobs.set(payout.job, payout),
    drop: async (job) => void jobs.delete(job),
  }
}

/** A relay that shows whatever the test says at the moment. */
export function showingLink(url: string, show: () => readonly ShownPayout[]): RelayLink {
  const connection = { worker: { payouts: async () => show() } } as unknown as PoolConnection
  return {
    url,
    connection,
    call: (work) => work(connection),
    ready: async () => connection,
    lost: () => undefined,
  }
}

/** Lets a follower do whole rounds; `stop` ends it. */
export function followRounds(
  follower: PayoutFollower,
  clock: ManualClock,
): { round(): Promise<void>; stop(): Promise<void> } {
  const over = new AbortController()
  let following: Promise<void> | undefined
  return {
    async round() {
      if (following === undefined) following = follower.follow(over.signal)
      else await clock.advance(30_000)
      await vi.waitFor(
        () => {
          if (clock.sleepers === 0) throw new RangeError('the round goes on')
        },
        { interval: 5, timeout: 20_000 },
      )
    },
    async stop() {
      over.abort()
      await following
    },
  }
}
