import type { ContestView, PostView } from '../../src/escrow/disputes.ts'
import type { EscrowWindows, JobOnChain } from '../../src/escrow/escrow.ts'
import type { LeaseId } from '../../src/protocol/primitives.ts'

/** Part of the contest window after which a settlement whose lines nobody shows is contested. */
const PATIENCE_FOR_LINES = 0.5

/** All that matters for one rooted lease of a job that the chain knows. */
export interface LeaseStanding {
  readonly lease: LeaseId
  readonly job: JobOnChain
  readonly windows: EscrowWindows
  /** The chain's time, in seconds. */
  readonly now: number
  /** price x done / slices, in token units. */
  readonly dueUnits: bigint
  /** Less than this is not worth a transaction, in token units. */
  readonly floorUnits: bigint
  /** A receipt that the escrow takes, or a record on chain, dates the root within its lease. */
  readonly dated: boolean
  /** The results arrived: without them the requester is right to pay nothing. */
  readonly delivered: boolean
  /** What the settlement's line for this lease pays, in token units; `missing` when it has none; `unknown` while nobody shows lines that match it. */
  readonly line: bigint | 'missing' | 'unknown'
  readonly contest: ContestView | undefined
  readonly post: PostView | undefined
}

/** What a worker does next to be paid. `wait`: look again later. `over`: nothing can change any more. */
export type Remedy =
  | { readonly do: 'contest' | 'void-own' | 'void-others' | 'claim-default' | 'collect' }
  | { readonly do: 'wait' | 'over'; readonly why: string }

const wait = (why: string): Remedy => ({ do: 'wait', why })
const over = (why: string): Remedy => ({ do: 'over', why })

/** The worker's next step for one lease, from what the chain and the relays say. Pure; docs/funding.md has the rules in words. */
export function nextRemedy(standing: LeaseStanding): Remedy {
  const { job, windows, now } = standing
  if (job.state === 'closed' && job.defaultFrom === null) return over('settled')
  if (job.state === 'settled') return whileSettled(standing)
  if (job.state === 'open') {
    const silentFrom = job.settleBy + windows.defaultGrace
    return now > silentFrom ? byDefault(standing, silentFrom) : wait('it is not settled yet')
  }
  return byDefault(standing, job.defaultFrom ?? job.settleBy + windows.defaultGrace)
}

function whileSettled(standing: LeaseStanding): Remedy {
  const { job, windows, now, contest, line, dueUnits } = standing
  const claimableAt = job.claimableAt ?? 0
  if (now >= claimableAt) {
    if (job.contests === 0) return wait('it can be claimed')
    if (contest === undefined || contest.dueUnits === null) return { do: 'void-others' }
    return now > contest.answerBy ? { do: 'void-own' } : wait('the contest can still be answered')
  }
  if (contest !== undefined) return wait('it is contested')
  if (typeof line === 'bigint' && line >= dueUnits) return wait('its line pays what is due')
  const hindrance = whyNotWorthIt(standing)
  if (hindrance !== undefined) return wait(hindrance)
  // Lines are published before the settlement is sent; who does not show them may only be slow, or mean to hide them.
  const patientUntil = claimableAt - windows.claimDelay * (1 - PATIENCE_FOR_LINES)
  return line === 'unknown' && now < patientUntil ? wait('nobody shows its lines yet') : { do: 'contest' }
}

function whyNotWorthIt({ dated, delivered, dueUnits, floorUnits }: LeaseStanding): string | undefined {
  if (!delivered) return 'its results did not arrive in time'
  if (!dated) return 'nothing dates its root within the lease'
  return dueUnits < floorUnits ? 'too little is due for a transaction' : undefined
}

/** Without a valid settlement the worker claims by itself; that nobody could take its results in is not its fault then. */
function byDefault(standing: LeaseStanding, from: number): Remedy {
  const { now, windows, post, lease, job } = standing
  if (post?.lease === lease) {
    if (post.state !== 'posted') return over(post.state)
    return now > post.payableAt ? { do: 'collect' } : wait('it can still be challenged')
  }
  if (job.state === 'closed' || now > from + windows.claimDelay) return over('the time for claims is over')
  // Somebody claims the slot with another lease: shown together, both burn, and the requester's lie earns nothing.
  if (post !== undefined && post.state !== 'posted') return over(`the slot is ${post.state}`)
  const hindrance = whyNotWorthIt({ ...standing, delivered: true })
  return hindrance === undefined ? { do: 'claim-default' } : over(hindrance)
}
