import type { EscrowWindows, JobOnChain } from './escrow.ts'

/** Where a job stands, for people. */
export interface JobExplanation {
  /** One sentence: where it stands. */
  readonly now: string
  /** What can be done next, by whom, until when; the most useful first. Empty when nothing can. */
  readonly next: readonly string[]
}

/** Explains a job's state in words with times, from the chain alone. Pure. `nowSec` is the chain's time. */
export function explainJob(job: JobOnChain, windows: EscrowWindows, nowSec: number): JobExplanation {
  const settleUntil = job.settleBy + windows.defaultGrace
  if (job.state === 'closed') return explainClosed(job)
  if (job.state === 'settled') return explainSettled(job, windows, nowSec)
  if (job.state === 'open' && nowSec <= settleUntil) return explainOpen(job, settleUntil, nowSec)
  return explainVoid(job, job.defaultFrom ?? settleUntil, windows, nowSec)
}

function explainOpen(job: JobOnChain, settleUntil: number, nowSec: number): JobExplanation {
  const late = nowSec > job.settleBy
  return {
    now: late
      ? `Open, and past its deadline of ${at(job.settleBy)}: nobody has settled it yet.`
      : `Open: workers may run its shards, and its requester settles it by ${at(job.settleBy)}.`,
    next: [
      `the requester can still settle it until ${at(settleUntil)}: fuzzburst run --resume ${job.job}`,
      `after that its workers claim their slots by themselves, and the rest returns`,
    ],
  }
}

function explainSettled(job: JobOnChain, windows: EscrowWindows, nowSec: number): JobExplanation {
  const claimableAt = job.claimableAt ?? 0
  const contests =
    job.contests === 0
      ? []
      : [
          `${job.contests} contest(s) wait for an answer: fuzzburst job answer ${job.job}`,
          `a contest that nobody answers for ${hours(windows.claimDelay)} makes the settlement void: fuzzburst job void ${job.job}`,
        ]
  if (nowSec < claimableAt)
    return {
      now: `Settled ${at(job.settledAt ?? 0)}. Workers may contest it until ${at(claimableAt)}.`,
      next: [
        ...contests,
        `from ${at(claimableAt)} on workers claim, and the rest returns: fuzzburst job close ${job.job}`,
      ],
    }
  if (job.contests > 0) return { now: 'Settled, and held up by contests: nobody can claim.', next: contests }
  return {
    now: 'Settled, and nobody can contest it any more: workers claim.',
    next: [`return the rest of the lock to the account: fuzzburst job close ${job.job}`],
  }
}

function explainVoid(job: JobOnChain, from: number, windows: EscrowWindows, nowSec: number): JobExplanation {
  const claimsUntil = from + windows.claimDelay
  const closableAt = from + 2 * windows.claimDelay + 1
  const close = `the rest returns from ${at(closableAt)} on: fuzzburst job close ${job.job}`
  const why = job.state === 'open' ? 'Not settled in time' : 'Void: it has no settlement that holds'
  if (nowSec <= claimsUntil)
    return {
      now: `${why}. Its workers claim their slots by themselves until ${at(claimsUntil)}.`,
      next: [`claims that are frauds can be burned by the owner: fuzzburst job challenge ${job.job} SLOT`, close],
    }
  if (nowSec < closableAt)
    return {
      now: `${why}. The time for claims is over; those that were made are paid by ${at(closableAt)}.`,
      next: [`claims that are frauds can be burned by the owner: fuzzburst job challenge ${job.job} SLOT`, close],
    }
  return {
    now: `${why}. All claims that nobody challenged are payable.`,
    next: [`return the rest of the lock to the account: fuzzburst job close ${job.job}`],
  }
}

function explainClosed(job: JobOnChain): JobExplanation {
  const unclaimed = job.totalUnits - job.claimedUnits
  if (job.defaultFrom !== null)
    return {
      now: 'Closed without a settlement: what workers claimed is theirs, the rest is back in the account.',
      next: [],
    }
  return {
    now: 'Closed: the rest of its lock is back in the account.',
    next: unclaimed === 0n ? [] : ['workers that have not claimed yet still can'],
  }
}

function at(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z')
}

function hours(seconds: number): string {
  return `${seconds / 3_600} h`
}
