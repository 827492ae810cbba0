import type { z } from 'zod'
import { API, zApiError } from '../protocol/api.ts'
import { NotARelay, RelayRefused, RelayUnreachable } from './errors.ts'

/**
 * The answer to a question that a relay answers anybody. One try.
 * @param path after the version, with its slash
 * @param what names the answer in an error
 * @throws RelayUnreachable, RelayRefused (FB3007: it has no such thing), NotARelay
 */
export async function askRelay<S extends z.ZodType>(
  url: string,
  path: string,
  schema: S,
  what: string,
  fetchPage: typeof fetch,
): Promise<z.output<S>> {
  const base = url.replace(/\/+$/, '')
  let response: Response
  let document: unknown
  try {
    response = await fetchPage(`${base}${API}${path}`, { redirect: 'error' })
    document = await response.json()
  } catch (error) {
    if (error instanceof SyntaxError) throw new NotARelay(base, 'its answer is not JSON', error)
    throw new RelayUnreachable(base, error instanceof Error ? error.message : String(error), error)
  }
  const refusal = zApiError.safeParse(document)
  if (!response.ok && refusal.success) throw new RelayRefused({ status: response.status, ...refusal.data })
  const parsed = schema.safeParse(document)
  if (!response.ok || !parsed.success) throw new NotARelay(base, `its ${what} cannot be read`, parsed.error)
  return parsed.data
}
