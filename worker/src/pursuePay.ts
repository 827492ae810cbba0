import type { Logger } from 'pino'
import type { EscrowWriter } from '../../src/escrow/escrow.ts'
import type { PoolClock } from '../../src/pool/pool.ts'
import { leaseId, type Venue } from '../../src/protocol/messages.ts'
import type { Bytes32, LeaseId } from '../../src/protocol/primitives.ts'
import { dateRoots } from './dateRoots.ts'
import type { Journal } from './journal.ts'
import type { LeaseProof, RootedLease } from './leaseProof.ts'
import { type PursuitDeps, pursueJob } from './pursueJob.ts'
import { describeError, type RelayLink } from './relayLink.ts'
import { type TrackedLease, trackLease } from './trackedLease.ts'

/** How often roots that nothing dates are looked at, in milliseconds. */
export const DATE_EVERY_MS = 3_000
/** How often jobs are looked at of which something is due, in milliseconds, and how often one whose turn has not come. */
export const PURSUE_EVERY_MS = 60_000
const LOOK_AGAIN_MS = 300_000
/** Jobs that are looked up on chain in one round. */
const JOBS_PER_ROUND = 50

/** How long after its end a lease is remembered that no chain can be asked about, in milliseconds. */
const FORGET_AFTER_MS = 3_600_000

/** Sees to it that what was worked for is paid, whatever requester and relay do. */
export interface PayPursuit {
  /** A root was signed and is in the journal. */
  rooted(proof: LeaseProof): void
  /** Takes the journal up and goes on until the signal is aborted. Never rejects. */
  follow(signal: AbortSignal): Promise<void>
  /** Rooted leases whose pay is still open; of these, those that nothing dates yet; transactions sent, by kind. */
  readonly state: { readonly open: number; readonly undated: number; readonly sent: Readonly<Record<string, number>> }
}

export function createPayPursuit(deps: {
  readonly links: readonly RelayLink[]
  readonly journal: Pick<Journal, 'rooted' | 'keepRequesterReceipt'>
  /** Undefined without an RPC: receipts are collected all the same. */
  readonly escrow: EscrowWriter | undefined
  readonly floorUnits: bigint
  readonly settlement: PursuitDeps['settlement']
  readonly clock: PoolClock
  readonly log: Logger
}): PayPursuit {
  const { escrow, clock, log } = deps
  const leases = new Map<LeaseId, TrackedLease>()
  const lookAtMs = new Map<Bytes32, number>()
  const sent: Record<string, number> = {}

  function track(rooted: RootedLease): void {
    const { venue, lease } = rooted.proof
    // A private pool knows no money; the roots of another escrow are its business.
    if (venue.chainId === 0 || (escrow !== undefined && !isSameVenue(venue, escrow.venue))) return
    const known = leases.get(leaseId(lease))
    leases.set(leaseId(lease), {
      ...trackLease(rooted, clock.nowMs()),
      ...(known && { ...known, proof: rooted.proof }),
    })
  }

  async function pursue(own: EscrowWriter, signal: AbortSignal): Promise<void> {
    const byJob = Map.groupBy(leases.values(), ({ proof }) => proof.lease.job)
    const due = [...byJob].filter(([job]) => clock.nowMs() >= (lookAtMs.get(job) ?? 0))
    for (const [job, some] of due.slice(0, JOBS_PER_ROUND)) {
      if (signal.aborted) return
      const { over, acted } = await pursueJob(job, some, {
        ...deps,
        escrow: own,
        nowMs: clock.nowMs,
        onSent: (what) => {
          sent[what] = (sent[what] ?? 0) + 1
        },
      })
      for (const { lease } of over) leases.delete(lease)
      if (over.length === some.length) lookAtMs.delete(job)
      else if (!acted) lookAtMs.set(job, clock.nowMs() + LOOK_AGAIN_MS)
    }
  }

  async function date(signal: AbortSignal): Promise<void> {
    await dateRoots(leases.values(), deps, signal)
    if (escrow !== undefined) return
    // Without a chain the receipts are all that can be had: kept for whoever takes them there.
    for (const { lease, proof, requesterReceipt } of leases.values())
      if (requesterReceipt !== null || clock.nowMs() > proof.lease.expires * 1_000 + FORGET_AFTER_MS)
        leases.delete(lease)
  }

  async function repeat(everyMs: number, work: () => Promise<void>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await work()
      } catch (error) {
        if (!signal.aborted) log.warn({ err: describeError(error) }, 'pay could not be pursued')
      }
      await clock.sleep(everyMs, signal)
    }
  }

  return {
    rooted: (proof) => track({ proof, requesterReceipt: null }),
    async follow(signal) {
      try {
        for (const rooted of await deps.journal.rooted()) track(rooted)
      } catch (error) {
        log.error({ err: describeError(error) }, 'the pay of earlier work cannot be pursued')
      }
      await Promise.all([
        repeat(DATE_EVERY_MS, () => date(signal), signal),
        escrow === undefined ? undefined : repeat(PURSUE_EVERY_MS, () => pursue(escrow, signal), signal),
      ])
    },
    get state() {
      const undated = [...leases.values()].filter((tracked) => tracked.requesterReceipt === null && !tracked.recorded)
      return { open: leases.size, undated: undated.length, sent: { ...sent } }
    },
  }
}

function isSameVenue(a: Venue, b: Venue): boolean {
  return a.chainId === b.chainId && a.escrow.toLowerCase() === b.escrow.toLowerCase()
}
