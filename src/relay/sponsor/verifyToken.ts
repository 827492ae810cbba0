import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import { z } from 'zod'
import { IssuerUnreachable, RepositoryRefused, TokenRefused } from './sponsorErrors.ts'
import type { SponsorSettings } from './sponsorSettings.ts'

/** How far the issuer's clock may be from ours, in seconds. */
const SKEW_SECONDS = 30
/** GitHub's tokens live for 5 to 10 minutes; an older one is refused whatever it says. */
const OLDEST_SECONDS = 900
const FETCH_TIMEOUT_MS = 5_000
/** Keys are looked at anew after this time at the latest, so that a withdrawn one is forgotten. */
const KEYS_LIVE_MS = 10 * 60_000

const zGitHubId = z
  .string()
  .regex(/^[1-9][0-9]{0,14}$/)
  .transform(Number)

/**
 * The claims that count. `sub` is not among them (its form changed before and can be customised), and no name is: names can
 * be changed and taken over. docs.github.com/actions/reference/security/oidc
 */
const zClaims = z.object({
  jti: z.string().min(1).max(200),
  repository_id: zGitHubId,
  repository_owner_id: zGitHubId,
  repository_visibility: z.string().max(40),
  event_name: z.string().max(40),
  job_workflow_ref: z.string().regex(/^[^\s@]{1,300}@[^\s]{1,200}$/),
  sha: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .optional(),
})

/** What a token says of the workflow that holds it. */
export interface TokenClaims {
  readonly jti: string
  readonly repositoryId: number
  readonly ownerId: number
  readonly event: string
  readonly workflow: string
  readonly commit: string | null
}

/** Checks one token. @throws TokenRefused, IssuerUnreachable, RepositoryRefused */
export type VerifyToken = (token: string, audience: string, nowMs: number) => Promise<TokenClaims>

/** A verifier that keeps the issuer's keys, fetches them again when an unknown one is named, and takes RS256 alone. */
export function tokenVerifier(
  settings: Pick<SponsorSettings, 'issuer' | 'jwksUrl' | 'jwksCooldownMs' | 'events' | 'workflows'>,
): VerifyToken {
  const { issuer } = settings
  const keys = createRemoteJWKSet(new URL(settings.jwksUrl ?? `${issuer}/.well-known/jwks`), {
    cooldownDuration: settings.jwksCooldownMs,
    cacheMaxAge: KEYS_LIVE_MS,
    timeoutDuration: FETCH_TIMEOUT_MS,
  })
  return async (token, audience, nowMs) => {
    let payload: unknown
    try {
      payload = (
        await jwtVerify(token, keys, {
          issuer,
          audience,
          // What the token's own header says is not asked: neither `none` nor a MAC with the public key.
          algorithms: ['RS256'],
          typ: 'JWT',
          requiredClaims: ['exp', 'iat', 'jti'],
          clockTolerance: SKEW_SECONDS,
          maxTokenAge: OLDEST_SECONDS,
          currentDate: new Date(nowMs),
        })
      ).payload
    } catch (error) {
      throw refusalFor(error)
    }
    const claims = zClaims.safeParse(payload)
    if (!claims.success)
      throw new TokenRefused(`its claim ${String(claims.error.issues[0]?.path[0])} is missing or odd`)
    return readClaims(claims.data, settings)
  }
}

function readClaims(
  claims: z.output<typeof zClaims>,
  settings: Pick<SponsorSettings, 'events' | 'workflows'>,
): TokenClaims {
  if (claims.repository_visibility !== 'public') throw new RepositoryRefused('it is not public')
  if (!settings.events.includes(claims.event_name))
    throw new TokenRefused(`workflows of the event ${JSON.stringify(claims.event_name)} get no free bursts`)
  if (settings.workflows?.includes(claims.job_workflow_ref) === false)
    throw new TokenRefused('this sponsor pays for listed workflows only')
  return {
    jti: claims.jti,
    repositoryId: claims.repository_id,
    ownerId: claims.repository_owner_id,
    event: claims.event_name,
    workflow: claims.job_workflow_ref,
    commit: claims.sha ?? null,
  }
}

/** Claims whose failure has a name that helps. Nothing of the token itself is repeated. */
const CLAIM_FLAWS: Readonly<Record<string, string>> = {
  aud: 'it is for another job (its audience differs)',
  iss: 'it is from another issuer',
  exp: 'it has expired',
  nbf: 'it is not valid yet',
  iat: 'it is dated in the future or too long ago',
  jti: 'it has no id',
  typ: 'it is no JWT',
}

function refusalFor(error: unknown): Error {
  if (error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed)
    return new TokenRefused(CLAIM_FLAWS[error.claim] ?? 'a claim of it is wrong', error)
  if (error instanceof errors.JOSEAlgNotAllowed) return new TokenRefused('it is not signed with RS256', error)
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return new TokenRefused('the issuer did not sign it', error)
  if (error instanceof errors.JWKSNoMatchingKey) return new TokenRefused('the issuer has no such key', error)
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return new IssuerUnreachable(error)
  // Its own words for an answer that is no key set, and fetch's for no answer at all.
  if (error instanceof TypeError || (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC'))
    return new IssuerUnreachable(error)
  return new TokenRefused('it cannot be read', error)
}
