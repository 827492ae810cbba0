import type { z } from 'zod'
import { zSettlementRequest } from '../protocol/api.ts'
import type { JobId } from '../protocol/primitives.ts'
import { askRelay } from './askRelay.ts'

/**
 * A job's settlement with its lines, as a relay shows it to anybody. What it says is checked by nobody here: compare its payout
 * root with the chain's.
 * @throws RelayUnreachable, RelayRefused (FB3007: it knows no settlement of the job), NotARelay
 */
export async function fetchSettlement(
  url: string,
  job: JobId,
  fetchPage: typeof fetch,
): Promise<z.output<typeof zSettlementRequest>> {
  return askRelay(url, `/jobs/${job}/settlement`, zSettlementRequest, 'settlement', fetchPage)
}
