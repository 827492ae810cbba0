import type { EscrowWindows, JobOnChain } from '../escrow/escrow.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import { answerContests } from './answerContests.ts'
import { findUnclosedJobs } from './sql/findUnclosedJobs.ts'
import { markClosed } from './sql/markClosed.ts'
import { nowSeconds, type RelayWorld } from './world.ts'

/** Jobs that are looked at in one sweep: each costs some questions to the chain. */
const JOBS_A_SWEEP = 20
/** Seconds between two looks at one job: its windows are hours long. */
const LOOK_EVERY_SECONDS = 60

/**
 * Sees jobs that the relay carried to their end on chain: answers contests from the published lines, and returns the rest of the lock
 * to its account once it may. A courtesy of a relay that was paid to open and settle: anyone may do it (`fuzzburst job answer`,
 * `job close`), and nobody can do it wrongly.
 */
export async function closeJobs(world: RelayWorld): Promise<void> {
  const { pool, submitter, database, clock, log } = world
  if (pool.kind === 'private' || submitter === null) return
  const now = nowSeconds(clock)
  const request = { nowSeconds: now, notSinceSeconds: now - LOOK_EVERY_SECONDS, most: JOBS_A_SWEEP }
  const jobs = await findUnclosedJobs(database, request)
  if (jobs.length === 0) return
  const { writer } = submitter
  const [chainNow, windows] = await Promise.all([pool.escrow.now(), pool.escrow.windows()])
  for (const { job, settlement } of jobs) {
    const onChain = await pool.escrow.job(job)
    if (onChain === undefined) continue
    if (onChain.state === 'settled' && onChain.contests > 0) {
      await answerContests(world, writer, onChain, settlement)
      continue
    }
    const closableAt = mayCloseFrom(onChain, windows)
    if (closableAt !== null) {
      if (chainNow <= closableAt) continue
      try {
        await writer.close(job)
      } catch (error) {
        // One job that the escrow will not close (a contest is open, say) must not keep the others.
        if (!isFuzzburstError(error) || error.code === 'FB2001') throw error
        log.warn({ job, code: error.code }, 'job not closed yet')
        continue
      }
      log.info({ job }, 'job closed')
    }
    await markClosed(database, job, now)
  }
}

/** The second after which the escrow closes a job, if nobody contests it any more; null when it is closed. */
export function mayCloseFrom(job: JobOnChain, windows: EscrowWindows): number | null {
  if (job.state === 'closed') return null
  if (job.state === 'settled') return job.claimableAt
  const from = job.defaultFrom ?? job.settleBy + windows.defaultGrace
  return from + 2 * windows.claimDelay
}
