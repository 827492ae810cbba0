import { type Ledger, type SponsorInfo, zLedger, zSponsorInfo } from '../protocol/sponsorship.ts'
import { askRelay } from './askRelay.ts'

/** Pages of one month's ledger that are read at the most: a relay may be hostile, and a month has an end. */
const PAGES = 1_000

/** The terms of a relay's sponsor. @throws RelayUnreachable, RelayRefused (FB3050) when it has none, NotARelay */
export async function fetchSponsor(url: string, fetchPage: typeof fetch): Promise<SponsorInfo> {
  return askRelay(url, '/sponsor', zSponsorInfo, 'sponsor', fetchPage)
}

/** Everything that a sponsor gave in one month (`2026-11`; this one when null), newest first. @throws as {@link fetchSponsor} */
export async function fetchLedger(url: string, month: string | null, fetchPage: typeof fetch): Promise<Ledger> {
  const query = (after: string | null): string => {
    const parts = { ...(month !== null && { month }), ...(after !== null && { after }) }
    const text = new URLSearchParams(parts).toString()
    return text === '' ? '' : `?${text}`
  }
  const page = (after: string | null): Promise<Ledger> =>
    askRelay(url, `/sponsor/ledger${query(after)}`, zLedger, 'ledger of the sponsor', fetchPage)
  const first = await page(null)
  const entries = [...first.entries]
  let { next } = first
  for (let pages = 1; next !== null && pages < PAGES; pages++) {
    const more = await page(next)
    entries.push(...more.entries)
    next = more.next
  }
  return { ...first, entries, next }
}
