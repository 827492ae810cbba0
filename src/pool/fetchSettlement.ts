import type { z } from 'zod'
import { API, zApiError, zSettlementRequest } from '../protocol/api.ts'
import type { JobId } from '../protocol/primitives.ts'
import { NotARelay, RelayRefused, RelayUnreachable } from './errors.ts'

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
  const base = url.replace(/\/+$/, '')
  let response: Response
  let document: unknown
  try {
    response = await fetchPage(`${base}${API}/jobs/${job}/settlement`, { redirect: 'error' })
    document = await response.json()
  } catch (error) {
    if (error instanceof SyntaxError) throw new NotARelay(base, 'its answer is not JSON', error)
    throw new RelayUnreachable(base, error instanceof Error ? error.message : String(error), error)
  }
  const refusal = zApiError.safeParse(document)
  if (!response.ok && refusal.success) throw new RelayRefused({ status: response.status, ...refusal.data })
  const parsed = zSettlementRequest.safeParse(document)
  if (!response.ok || !parsed.success) throw new NotARelay(base, 'its settlement cannot be read', parsed.error)
  return parsed.data
}
