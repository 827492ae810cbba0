import { isFuzzburstError } from '../protocol/errors.ts'
import { findUnclosedJobs } from './sql/findUnclosedJobs.ts'
import { markClosed } from './sql/markClosed.ts'
import { nowSeconds, type RelayWorld } from './world.ts'

/** Jobs that are looked at in one sweep: each costs a question to the chain. */
const JOBS_A_SWEEP = 20

/**
 * Returns the rest of settled jobs' locks to their accounts once the contest window is over. A courtesy of a relay that was
 * paid to open and settle: anyone may do it (`fuzzburst job close`), and nobody can do it wrongly.
 */
export async function closeJobs(world: RelayWorld): Promise<void> {
  const { pool, submitter, database, clock, log } = world
  if (pool.kind === 'private' || submitter === null) return
  const chainNow = await pool.escrow.now()
  for (const { job } of await findUnclosedJobs(database, JOBS_A_SWEEP)) {
    const onChain = await pool.escrow.job(job)
    if (onChain === undefined) continue
    if (onChain.state === 'settled') {
      if (onChain.claimableAt === null || chainNow <= onChain.claimableAt) continue
      try {
        await submitter.writer.close(job)
      } catch (error) {
        // One job that the escrow will not close (a contest is open, say) must not keep the others.
        if (!isFuzzburstError(error)) throw error
        log.warn({ job, code: error.code }, 'job not closed yet')
        continue
      }
      log.info({ job }, 'job closed')
    }
    await markClosed(database, job, nowSeconds(clock))
  }
}
