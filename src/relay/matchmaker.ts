import type { Address } from 'viem'
import type { LeaseId } from '../protocol/primitives.ts'
import { type Proposal, proposeLease } from './proposeLease.ts'
import { anyQueuedShard } from './sql/anyQueuedShard.ts'
import { withdrawProposal } from './withdrawProposal.ts'
import type { RelayWorld } from './world.ts'

interface Waiting {
  readonly worker: Address
  readonly engines: readonly string[]
  proposal: Proposal | undefined
  readonly ended: AbortSignal
  answer(lease: LeaseId | undefined): void
}

/** Brings waiting workers and queued shards together. Holds nothing that a restart may not lose. */
export interface Matchmaker {
  /**
   * Resolves with a lease that the job key has signed, or with undefined when `ended` comes first and nothing is
   * proposed. A proposal that is out keeps the worker waiting until it is signed or lapses.
   * @param gone The worker's connection is lost: nothing is kept for it.
   */
  wait(worker: Address, engines: readonly string[], ended: AbortSignal, gone: AbortSignal): Promise<LeaseId | undefined>
  /** Looks again, now. */
  poke(): void
  /** The proposal was signed: its worker gets it. False when nobody waits for it any more. */
  signed(lease: LeaseId): boolean
  /** The proposal lapsed: its worker waits on. */
  lapsed(lease: LeaseId): void
  waiting(): number
  /** Ends all waits. */
  close(): Promise<void>
}

export function matchmaker(world: () => RelayWorld): Matchmaker {
  const queue = new Set<Waiting>()
  let running: Promise<void> | undefined
  let again = false
  let closed = false

  async function round(): Promise<void> {
    const jobs = world().followers.followed()
    if (jobs.length === 0 || !(await anyQueuedShard(world().database, jobs))) return
    // First everybody gets what is new to them: a shard that came back rather goes to another worker.
    for (const hadBefore of [false, true]) {
      for (const waiting of queue) {
        if (waiting.proposal !== undefined || closed) continue
        const proposal = await proposeLease(world(), waiting.worker, waiting.engines, hadBefore)
        if (proposal === undefined) continue
        waiting.proposal = proposal
        // The worker left while its shard was being looked up.
        if (!queue.has(waiting)) await withdrawProposal(world(), proposal.lease)
      }
    }
  }

  async function run(): Promise<void> {
    do {
      again = false
      try {
        await round()
      } catch (error) {
        world().log.error({ err: error }, 'matching failed')
      }
    } while (again && !closed)
  }

  function poke(): void {
    if (closed || queue.size === 0) return
    again = true
    running ??= run().finally(() => {
      running = undefined
      if (again && !closed) poke()
    })
  }

  function find(lease: LeaseId): Waiting | undefined {
    return [...queue].find((waiting) => waiting.proposal?.lease === lease)
  }

  return {
    poke,
    async wait(worker, engines, ended, gone) {
      const { promise, resolve } = Promise.withResolvers<LeaseId | undefined>()
      const waiting: Waiting = { worker, engines, proposal: undefined, ended, answer: resolve }
      const onEnd = (): void => {
        if (waiting.proposal === undefined) resolve(undefined)
      }
      const onGone = (): void => resolve(undefined)
      ended.addEventListener('abort', onEnd)
      gone.addEventListener('abort', onGone)
      queue.add(waiting)
      poke()
      // Even a wait of no time at all is one look for work.
      if (ended.aborted) await running
      if (ended.aborted) onEnd()
      if (gone.aborted) onGone()
      const lease = await promise
      queue.delete(waiting)
      ended.removeEventListener('abort', onEnd)
      gone.removeEventListener('abort', onGone)
      // It went away, or its time ended, in the moment in which something was found for it.
      if (lease === undefined && waiting.proposal !== undefined) await withdrawProposal(world(), waiting.proposal.lease)
      return lease
    },
    signed(lease) {
      const waiting = find(lease)
      waiting?.answer(lease)
      return waiting !== undefined
    },
    lapsed(lease) {
      const waiting = find(lease)
      if (waiting === undefined) return
      waiting.proposal = undefined
      if (waiting.ended.aborted) waiting.answer(undefined)
    },
    waiting: () => queue.size,
    async close() {
      closed = true
      for (const waiting of queue) waiting.answer(undefined)
      await running
    },
  }
}
