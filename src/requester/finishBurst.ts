import type { Report } from '../report/report.ts'
import type { BurstDeps } from './burstDeps.ts'
import { poolReport } from './burstReport.ts'
import { connectFunding, type FundingRequest } from './funding.ts'
import { burstThroughPool } from './poolBurst.ts'
import { reopenBurst } from './prepareBurst.ts'
import type { SavedJob } from './projectState.ts'
import type { BurstRequest } from './runBurst.ts'

/**
 * Ends a job whose process is gone: no further leases, running workers deliver what they have, that is judged and settled,
 * and the rest of the lock returns. What a cancelled workflow's post step calls.
 * @throws CannotResume and the coded errors of pool and project; the lock then returns by the escrow's own dates
 */
export async function finishBurst(
  request: BurstRequest & { readonly funding: FundingRequest },
  saved: SavedJob,
  deps: BurstDeps,
): Promise<Report> {
  const funding = await connectFunding(request.funding, request.options, deps)
  const prepared = await reopenBurst(request.root, request.options, saved.plan, deps)
  // Only now: building the project again must not be stopped as well.
  const stopped: BurstDeps = { ...deps, signal: AbortSignal.abort() }
  try {
    const outcome = await burstThroughPool({
      options: request.options,
      visibility: request.visibility,
      prepared,
      funding,
      deps: stopped,
      relay: funding.connection.url,
      startedAtMs: saved.startedAtMs,
      resumed: saved,
    })
    return await poolReport(request, prepared, funding, outcome, deps, saved.startedAtMs)
  } finally {
    await prepared.bench.close()
  }
}
