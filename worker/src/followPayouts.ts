import type { Logger } from 'pino'
import type { Address } from 'viem'
import type { EscrowWriter } from '../../src/escrow/escrow.ts'
import type { PoolClock } from '../../src/pool/pool.ts'
import type { Bytes32 } from '../../src/protocol/primitives.ts'
import { claimPayout, type Earnings, type ShownPayout, sumEarnings } from './earnings.ts'
import { describeError, type RelayLink } from './relayLink.ts'

/** How often relays are asked for settlements, in milliseconds. Windows before claims are hours long. */
export const PAYOUTS_EVERY_MS = 30_000

/** Keeps account of what was earned and, with an escrow to write to, claims it. */
export interface PayoutFollower {
  readonly earnings: Earnings
  /** Jobs whose pay this process has claimed, or found claimed. */
  readonly claimedJobs: number
  /** Asks every PAYOUTS_EVERY_MS until the signal is aborted. Never rejects. */
  follow(signal: AbortSignal): Promise<void>
}

export function createPayoutFollower(deps: {
  readonly links: readonly RelayLink[]
  readonly worker: Address
  readonly escrow: EscrowWriter | undefined
  readonly clock: PoolClock
  readonly log: Logger
  readonly everyMs?: number
}): PayoutFollower {
  const { links, worker, escrow, clock, log } = deps
  const payouts = new Map<Bytes32, ShownPayout>()
  const settledFor = new Set<Bytes32>()

  async function ask(link: RelayLink, signal: AbortSignal): Promise<void> {
    // A relay that is away is the poller's business; its payouts can wait.
    if (link.connection === undefined) return
    const shown = await link.call((connection) => connection.worker.payouts({ signal }), signal)
    for (const payout of shown) payouts.set(payout.job, payout)
  }

  async function claimAll(own: EscrowWriter): Promise<void> {
    for (const payout of payouts.values()) {
      if (settledFor.has(payout.job)) continue
      const outcome = await claimPayout(payout, worker, own)
      if (outcome === 'claimed') log.info({ job: payout.job }, 'payout claimed')
      if (outcome === 'altered') log.warn({ job: payout.job }, 'the relay shows other payout lines than were settled')
      if (outcome === 'claimed' || outcome === 'already-done' || outcome === 'nothing') settledFor.add(payout.job)
    }
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
      return sumEarnings([...payouts.values()], worker)
    },
    get claimedJobs() {
      return settledFor.size
    },
    async follow(signal) {
      while (!signal.aborted) {
        for (const link of links) await guarded('payouts could not be read', () => ask(link, signal), signal)
        if (escrow !== undefined) await guarded('payouts could not be claimed', () => claimAll(escrow), signal)
        await clock.sleep(deps.everyMs ?? PAYOUTS_EVERY_MS, signal)
      }
    },
  }
}
