import type { Report } from '../report/report.ts'
import type { BurstDeps } from './burstDeps.ts'
import type { BurstRequest } from './burstRequest.ts'
import type { FundingRequest } from './funding.ts'
import type { SavedJob } from './projectState.ts'
import { resumeBurst } from './runBurst.ts'

/**
 * Ends a job that an earlier process left open: no more leases, half a minute for running workers to sign what they have,
 * audits of what came, settlement. The report is of a burst that was stopped.
 * @throws what resuming throws
 */
export async function finishBurst(
  request: BurstRequest & { readonly funding: FundingRequest },
  saved: SavedJob,
  deps: BurstDeps,
): Promise<Report> {
  return resumeBurst(request, saved, { ...deps, signal: AbortSignal.abort() })
}
