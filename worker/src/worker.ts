import type { EscrowReader } from '../../src/escrow/escrow.ts'
import type { LeaseOffer } from '../../src/protocol/api.ts'
import type { LeaseId } from '../../src/protocol/primitives.ts'
import { backoffMs } from './backoff.ts'
import { OfferRefused } from './errors.ts'
import type { Journal, LeaseRecord } from './journal.ts'
import { describeError, type RelayLink } from './relayLink.ts'
import { handBack, type LeaseDeps, type LeaseEnd, runLease } from './runLease.ts'
import type { Slot, Slots } from './slots.ts'
import { type OfferTerms, verifyLock, verifyOffer } from './verifyOffer.ts'

/** Longest long-poll while another relay waits for the same core, in seconds. */
const SHARED_POLL_SECONDS = 5
/** Time after the grace for handing back and delivering, in milliseconds; what is not done then waits in the journal. */
const HAND_BACK_WITHIN_MS = 10_000

export interface WorkerParts extends LeaseDeps {
  readonly links: readonly RelayLink[]
  readonly slots: Slots
  readonly journal: Journal
  readonly terms: OfferTerms
  /** Asks the chain for each job's lock; undefined without an RPC. */
  readonly escrow: EscrowReader | undefined
  readonly onLeaseEnd: (end: LeaseEnd) => void
  readonly onRefused: (flaw: string) => void
}

/** A lease that is being worked on or delivered. */
export interface RunningLease {
  readonly lease: LeaseId
  readonly relay: string
  readonly slices: number
  readonly done: number
  readonly state: 'running' | 'delivering'
  /** When this process took it up, in milliseconds since the epoch. */
  readonly sinceMs: number
}

/** The worker's loop over leases. */
export interface Worker {
  /** Takes and runs leases until drained; resolves when nothing runs any more. Never rejects. */
  run(): Promise<void>
  /** Takes no more leases; those that still run after `graceMs` are handed back. */
  drain(graceMs: number): void
  /** Ends at once: what is in the journal is taken up at the next start. */
  end(): void
  readonly draining: boolean
  readonly running: readonly RunningLease[]
}

export function createWorker(parts: WorkerParts): Worker {
  const { clock, log, slots } = parts
  const polling = new AbortController()
  const handingBack = new AbortController()
  const ending = new AbortController()
  const active = new Map<LeaseId, () => RunningLease>()
  const tasks = new Set<Promise<void>>()

  /** Runs beside everything else; the worker ends when all of these have. */
  function background(work: Promise<void>): void {
    const task = work
      .catch((error: unknown) => log.error({ err: describeError(error) }, 'a lease could not be finished'))
      .finally(() => tasks.delete(task))
    tasks.add(task)
  }

  async function work(lease: LeaseRecord, link: RelayLink, slot: Slot | undefined): Promise<void> {
    const { lease: id, message } = lease.offer
    const sinceMs = clock.nowMs()
    let state: RunningLease['state'] = 'running'
    active.set(id, () => ({
      lease: id,
      relay: link.url,
      slices: message.slices,
      done: lease.slices.length,
      state,
      sinceMs,
    }))
    const onComputed = () => {
      state = 'delivering'
      slot?.release()
    }
    try {
      log.info({ lease: id, relay: link.url, slices: message.slices, from: lease.slices.length }, 'lease taken')
      const end = await runLease(lease, link, parts, { handBack: handingBack.signal, end: ending.signal, onComputed })
      parts.onLeaseEnd(end)
      log.info({ lease: id, end, done: lease.slices.length }, 'lease ended')
    } finally {
      slot?.release()
      active.delete(id)
    }
  }

  /** The journaled lease of an offer that passes every check; undefined when it was handed back. */
  async function accept(offer: LeaseOffer, link: RelayLink): Promise<LeaseRecord | undefined> {
    try {
      const connection = link.connection
      if (connection === undefined) return undefined
      const nowSec = Math.floor(connection.relayNowMs() / 1_000)
      await verifyOffer(offer, parts.terms, connection.info.venue, nowSec)
      if (parts.escrow !== undefined && offer.venue.chainId !== 0) await verifyLock(offer, parts.escrow)
      return await parts.journal.begin(link.url, offer)
    } catch (error) {
      const flaw = error instanceof OfferRefused ? error.flaw : 'unchecked'
      parts.onRefused(flaw)
      log.warn({ lease: offer.lease, relay: link.url, err: describeError(error) }, 'offer refused')
      // A lease that was rooted once must not be released under the one who holds it.
      if (flaw !== 'already-rooted' && flaw !== 'not-mine') {
        // `refused` means this worker and this job do not fit; a chain that cannot be asked is no such thing.
        const why = flaw === 'unchecked' ? 'failed' : 'refused'
        await handBack({ offer, close: async () => undefined }, link, why, parts, ending.signal)
      }
      return undefined
    }
  }

  /** Asks one relay for leases, holding a core while it asks, until draining. */
  async function poll(link: RelayLink): Promise<void> {
    let failures = 0
    while (!polling.signal.aborted) {
      const connection = await link.ready(polling.signal)
      if (connection === undefined) return
      const slot = await slots.acquire(polling.signal)
      if (slot === undefined) return
      try {
        const longest = connection.info.limits.longPollSeconds
        const waitSeconds = slots.waiting > 0 ? Math.min(SHARED_POLL_SECONDS, longest) : longest
        const request = { freeSlots: slots.free + 1, waitSeconds }
        const offer = await link.call(
          ({ worker }) => worker.nextLease(request, { signal: polling.signal }),
          polling.signal,
        )
        if (offer === undefined) {
          failures = 0
          slot.release()
          continue
        }
        const lease = await accept(offer, link)
        if (lease !== undefined) {
          failures = 0
          background(work(lease, link, slot))
          continue
        }
        failures += 1
      } catch (error) {
        if (polling.signal.aborted) return slot.release()
        failures += 1
        // Also after a refusal: connecting anew says hello again, to a relay that forgot this worker.
        link.lost(error)
      }
      slot.release()
      // A relay that offers what must be refused, or that refuses us, is not asked in a tight loop.
      await clock.sleep(backoffMs(failures, parts.random()), polling.signal)
    }
  }

  /** Takes up what a crash left: unfinished work within its lease goes on, what was signed is delivered. */
  async function resume(lease: LeaseRecord): Promise<void> {
    const link = parts.links.find((candidate) => candidate.url === lease.relay)
    if (link === undefined) {
      log.warn(
        { lease: lease.offer.lease, relay: lease.relay },
        'a lease of a relay that is not configured any more is kept',
      )
      return
    }
    if (lease.root !== null) return work(lease, link, undefined)
    const slot = await slots.acquire(polling.signal)
    if (slot === undefined) return
    const connection = await link.ready(polling.signal)
    if (connection === undefined) return slot.release()
    try {
      const nowSec = Math.floor(connection.relayNowMs() / 1_000)
      await verifyOffer(lease.offer, parts.terms, connection.info.venue, nowSec)
    } catch (error) {
      log.warn({ lease: lease.offer.lease, err: describeError(error) }, 'a lease left by a crash is handed back')
      slot.release()
      return handBack(lease, link, 'crashed', parts, ending.signal)
    }
    return work(lease, link, slot)
  }

  return {
    async run() {
      for (const lease of await parts.journal.pending()) background(resume(lease))
      await Promise.all(parts.links.map(poll))
      while (tasks.size > 0) await Promise.all(tasks)
    },
    drain(graceMs) {
      if (polling.signal.aborted) return
      polling.abort()
      log.info({ running: active.size, graceSeconds: graceMs / 1_000 }, 'draining')
      void clock
        .sleep(graceMs, ending.signal)
        .then(() => handingBack.abort())
        .then(() => clock.sleep(HAND_BACK_WITHIN_MS, ending.signal))
        .then(() => ending.abort())
    },
    end() {
      polling.abort()
      ending.abort()
    },
    get draining() {
      return polling.signal.aborted
    },
    get running() {
      return [...active.values()].map((view) => view())
    },
  }
}
