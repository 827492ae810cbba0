import type { Logger } from 'pino'
import type { EscrowWindows, EscrowWriter, JobOnChain } from '../../src/escrow/escrow.ts'
import { isFuzzburstError } from '../../src/protocol/errors.ts'
import { dueUnits } from '../../src/protocol/evidence.ts'
import { lineProof, type PayoutTree } from '../../src/protocol/payout.ts'
import type { JobId } from '../../src/protocol/primitives.ts'
import { evidenceOf } from './leaseProof.ts'
import { type LeaseStanding, nextRemedy, type Remedy } from './nextRemedy.ts'
import { describeError } from './relayLink.ts'
import type { TrackedLease } from './trackedLease.ts'

/** First and longest wait after a refusal of the escrow, in milliseconds. */
const FIRST_WAIT_MS = 60_000
const LONGEST_WAIT_MS = 3_600_000

export interface PursuitDeps {
  readonly escrow: EscrowWriter
  readonly floorUnits: bigint
  /** The lines of what is settled on chain, if anybody showed them. */
  readonly settlement: (job: JobOnChain) => PayoutTree | undefined
  readonly nowMs: () => number
  readonly log: Logger
  /** Called for each transaction that was sent. */
  readonly onSent: (what: Remedy['do']) => void
}

/** How a look at one job ended. `acted`: look again soon, the next step may be due. */
export interface Pursued {
  readonly over: readonly TrackedLease[]
  readonly acted: boolean
}

/**
 * Takes the next step for each rooted lease of a job that is left unpaid, if one is due.
 * @throws RpcUnreachable (FB2001): then no other job can be looked at either. Refusals of the escrow are logged and tried again later.
 */
export async function pursueJob(job: JobId, leases: readonly TrackedLease[], deps: PursuitDeps): Promise<Pursued> {
  const { escrow, log, nowMs } = deps
  const view = await escrow.job(job)
  // Never opened, or dropped by a reorg: it may come.
  if (view === undefined) return { over: [], acted: false }
  const [windows, now] = await Promise.all([escrow.windows(), escrow.now()])
  const tree = view.settlementHash === null ? undefined : deps.settlement(view)
  const over: TrackedLease[] = []
  let acted = false
  for (const tracked of leases) {
    if (nowMs() < tracked.tryAgainMs) continue
    try {
      const remedy = nextRemedy(await standingOf(tracked, view, { windows, now, tree }, deps))
      if (remedy.do === 'over') over.push(tracked)
      if (remedy.do === 'over' || remedy.do === 'wait') continue
      const sent = await send(remedy.do, tracked, view, now, escrow)
      tracked.refusals = 0
      if (!sent) continue
      acted = true
      deps.onSent(remedy.do)
      log.info({ job, lease: tracked.lease, slot: tracked.proof.lease.slot, did: remedy.do }, 'pay pursued on chain')
      // It changes how all the others stand.
      if (remedy.do === 'void-own' || remedy.do === 'void-others') break
    } catch (error) {
      if (!isFuzzburstError(error) || error.code === 'FB2001') throw error
      tracked.refusals += 1
      tracked.tryAgainMs = nowMs() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tracked.refusals - 1))
      log.warn({ job, lease: tracked.lease, err: describeError(error) }, 'pay could not be pursued; will try again')
    }
  }
  return { over, acted }
}

/** Asks the chain only what the next step can depend on: most leases are paid and cost one question a job. */
async function standingOf(
  tracked: TrackedLease,
  job: JobOnChain,
  seen: { readonly windows: EscrowWindows; readonly now: number; readonly tree: PayoutTree | undefined },
  { escrow, floorUnits }: PursuitDeps,
): Promise<LeaseStanding> {
  const { proof, lease } = tracked
  const due = dueUnits(proof.lease, proof.root.message)
  const line = lineOf(seen.tree, tracked)
  const isPaid = job.state === 'settled' && typeof line === 'bigint' && line >= due && job.contests === 0
  const isEarly = job.state === 'open' && seen.now <= job.settleBy + seen.windows.defaultGrace
  const common = { lease, job, ...seen, dueUnits: due, floorUnits, delivered: proof.delivered, line }
  if (isPaid || isEarly) return { ...common, dated: false, contest: undefined, post: undefined }
  const [contest, post, dated] = await Promise.all([
    job.state === 'settled' ? escrow.contestOf(job.job, lease) : undefined,
    job.state === 'settled' ? undefined : escrow.postOf(job.job, proof.lease.slot),
    isDated(tracked, escrow),
  ])
  return { ...common, dated, contest, post }
}

function lineOf(tree: PayoutTree | undefined, { proof, lease }: TrackedLease): LeaseStanding['line'] {
  if (tree === undefined) return 'unknown'
  const line = lineProof(tree, proof.lease.slot)?.line
  return line?.lease === lease && line.worker === proof.lease.worker ? line.payUnits : 'missing'
}

async function isDated(tracked: TrackedLease, escrow: EscrowWriter): Promise<boolean> {
  if (tracked.requesterReceipt !== null) return true
  const recordedAt = await escrow.recordedAt(tracked.rootMessage)
  return recordedAt !== null && recordedAt <= tracked.proof.lease.expires
}

/** @returns false when somebody else was faster, or there is nothing to send after all */
async function send(
  what: Exclude<Remedy['do'], 'wait' | 'over'>,
  tracked: TrackedLease,
  view: JobOnChain,
  now: number,
  escrow: EscrowWriter,
): Promise<boolean> {
  const { job } = view
  const { slot } = tracked.proof.lease
  const isSent = (result: unknown) => result !== 'already-done'
  switch (what) {
    case 'contest':
      return isSent(await escrow.contest(job, evidenceOf(tracked)))
    case 'claim-default':
      return isSent(await escrow.claimDefault(job, evidenceOf(tracked)))
    case 'collect':
      return isSent(await escrow.collectDefault(job, slot))
    case 'void-own':
      return isSent(await escrow.voidUnanswered(job, tracked.lease))
    case 'void-others': {
      const late = (await escrow.openContests(job, view.settledAt ?? 0)).find(({ answerBy }) => now > answerBy)
      return late !== undefined && isSent(await escrow.voidUnanswered(job, late.lease))
    }
  }
}
