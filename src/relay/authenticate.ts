import type { IncomingHttpHeaders } from 'node:http'
import type { Address } from 'viem'
import { z } from 'zod'
import { type Bytes32, zBytes32 } from '../protocol/primitives.ts'
import { REQUEST_WINDOW_MS, requestHeaders, verifyRequest } from '../protocol/requestSignature.ts'
import { RequestReplayed, RequestStale, RequestUnsigned, SessionUnknown } from './errors.ts'
import { burnNonce } from './sql/burnNonce.ts'
import { findSession } from './sql/findSession.ts'
import { nowSeconds, type RelayWorld } from './world.ts'

const zSignatureHeaders = z.object({
  [requestHeaders.session]: zBytes32,
  [requestHeaders.timestamp]: z.string().regex(/^[0-9]{1,15}$/),
  [requestHeaders.nonce]: z.string().regex(/^[0-9a-f]{32}$/),
  [requestHeaders.bodyDigest]: zBytes32,
  [requestHeaders.signature]: z.string().regex(/^[0-9a-f]{128}$/),
})

/** Who sent a request, and what its body must hash to. */
export interface Authenticated {
  readonly actor: Address
  readonly session: Bytes32
  readonly bodyDigest: Bytes32
}

/**
 * Checks the signature over a request's head and burns its nonce. The body is not here yet: whoever reads it compares
 * its digest.
 * @throws RequestUnsigned, RequestStale, SessionUnknown, RequestReplayed
 */
export async function authenticate(
  world: RelayWorld,
  request: { method: string; path: string; headers: IncomingHttpHeaders },
): Promise<Authenticated> {
  const headers = zSignatureHeaders.safeParse(request.headers)
  if (!headers.success)
    throw new RequestUnsigned(`header ${String(headers.error.issues[0]?.path[0])} is missing or malformed`)
  const session = headers.data[requestHeaders.session]
  const timestampMs = Number(headers.data[requestHeaders.timestamp])
  const nonce = headers.data[requestHeaders.nonce]
  const bodyDigest = headers.data[requestHeaders.bodyDigest]
  const facts = {
    method: request.method,
    audience: world.key.address,
    path: request.path,
    bodyDigest,
    timestampMs,
    nonce,
  }
  if (!verifyRequest(session, facts, headers.data[requestHeaders.signature]))
    throw new RequestUnsigned('the signature does not fit')
  const offMs = Math.abs(timestampMs - world.clock.nowMs())
  if (offMs > REQUEST_WINDOW_MS) throw new RequestStale(Math.round(offMs / 1_000))
  const known = await findSession(world.database, session, nowSeconds(world.clock))
  if (known === undefined) throw new SessionUnknown()
  // Burned last, so that a request that was refused for another reason can be sent again as it is.
  if (!(await burnNonce(world.database, session, nonce, timestampMs + 2 * REQUEST_WINDOW_MS)))
    throw new RequestReplayed()
  return { actor: known.actor, session, bodyDigest }
}
