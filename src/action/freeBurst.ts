import { z } from 'zod'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { BurstOptions } from '../requester/options.ts'
import { sponsorRelay } from '../requester/publicSponsors.ts'
import { IdTokenMissing, IdTokenRefused } from '../requester/sponsorErrors.ts'
import type { SponsorRequest } from '../requester/sponsorFunding.ts'

/** How long one question for a token may take, and how often it is asked. */
const ASK_TIMEOUT_MS = 10_000
const TRIES = 3

/** docs.github.com/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-cloud-providers */
const zAnswer = z.object({ value: z.string().min(1).max(8_192) })

/** A sponsor to ask, or why there is none; null when nobody could be asked anyway. */
export type FreeBurst =
  | ({ readonly kind: 'ask'; readonly relay: string } & SponsorRequest)
  | { readonly kind: 'impossible'; readonly error: IdTokenMissing }

/**
 * Whether this job can ask for a free burst: its repository is public, nobody else pays, and a sponsor's relay is known, by
 * `relay` without an account or by this version of the Action.
 * @param mask hides a text in all later output
 */
export function freeBurst(job: {
  readonly pool: BurstOptions['pool']
  readonly visibility: 'public' | 'private'
  readonly env: Readonly<Record<string, string | undefined>>
  readonly mask: (secret: string) => void
  readonly fetch: typeof fetch
}): FreeBurst | null {
  const { pool, env } = job
  if (job.visibility !== 'public' || pool?.account !== undefined) return null
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env
  const relay = pool?.relay ?? sponsorRelay(env)
  if (relay === undefined) return null
  if (!url || !bearer) {
    // A relay without an account may as well be a private pool whose key is missing.
    return pool === undefined ? { kind: 'impossible', error: new IdTokenMissing() } : null
  }
  const idToken = (audience: Bytes32): Promise<string> => askForToken({ url, bearer, audience }, job)
  return { kind: 'ask', relay, idToken }
}

/**
 * One token for one audience. Not by `core.getIDToken`: that masks the token with a command of its own, which our log would
 * print in clear wherever commands are stopped.
 */
async function askForToken(
  { url, bearer, audience }: { readonly url: string; readonly bearer: string; readonly audience: Bytes32 },
  { fetch, mask }: { readonly fetch: typeof globalThis.fetch; readonly mask: (secret: string) => void },
): Promise<string> {
  const address = new URL(url)
  address.searchParams.set('audience', audience)
  let failure: IdTokenRefused | undefined
  for (let attempt = 0; attempt < TRIES; attempt++) {
    let response: Response
    try {
      response = await fetch(address, {
        headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(ASK_TIMEOUT_MS),
      })
    } catch (cause) {
      failure = new IdTokenRefused('its service does not answer', cause)
      continue
    }
    if (response.status >= 500) {
      failure = new IdTokenRefused(`its service answers with status ${response.status}`)
      continue
    }
    if (!response.ok) throw new IdTokenRefused(`its service answers with status ${response.status}`)
    const answer = zAnswer.safeParse(await response.json().catch(() => undefined))
    if (!answer.success) throw new IdTokenRefused('its answer holds none')
    mask(answer.data.value)
    return answer.data.value
  }
  throw failure ?? new IdTokenRefused('nobody was asked')
}
