import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { type Address, hexToBytes, toHex } from 'viem'
import { sha256 } from './digest.ts'
import type { Bytes32 } from './primitives.ts'

/** Header names of a signed request. */
export const requestHeaders = {
  session: 'fuzzburst-session',
  timestamp: 'fuzzburst-timestamp',
  nonce: 'fuzzburst-nonce',
  bodyDigest: 'fuzzburst-body-digest',
  signature: 'fuzzburst-signature',
} as const

/** How far a request's time may be from the server's, in milliseconds. Nonces are remembered for twice as long. */
export const REQUEST_WINDOW_MS = 60_000

/** DER prefixes of raw Ed25519 keys (RFC 8410, section 7). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex')

/** What a request's signature covers. */
export interface RequestFacts {
  readonly method: string
  /** The relay's address from `/v1/info`: a request for one relay is worth nothing to another. */
  readonly audience: Address
  /** Path and query exactly as sent. */
  readonly path: string
  readonly bodyDigest: Bytes32
  readonly timestampMs: number
  /** 16 random bytes in hex. */
  readonly nonce: string
}

function signedText(facts: RequestFacts): Buffer {
  const lines = [
    'fuzzburst-request-v1',
    facts.method.toUpperCase(),
    facts.audience.toLowerCase(),
    facts.path,
    facts.bodyDigest,
    String(facts.timestampMs),
    facts.nonce,
  ]
  return Buffer.from(lines.join('\n'))
}

/** An Ed25519 key that signs HTTP requests for an actor. */
export interface SessionSigner {
  /** Raw public key, 32 bytes. */
  readonly publicKey: Bytes32
  /** The headers of one request. */
  headers(request: {
    method: string
    audience: Address
    path: string
    body: Uint8Array | string
    /** The body's digest, when it is streamed and `body` is not at hand. */
    bodyDigest?: Bytes32
    nowMs: number
  }): Record<string, string>
}

/** A signer from a raw 32-byte Ed25519 seed, or from a fresh one. */
export function sessionSigner(seed?: Uint8Array): SessionSigner {
  const privateKey: KeyObject =
    seed === undefined
      ? generateKeyPairSync('ed25519').privateKey
      : createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = toHex(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32))
  return {
    publicKey,
    headers({ method, audience, path, body, bodyDigest, nowMs }) {
      const facts: RequestFacts = {
        method,
        audience,
        path,
        bodyDigest: bodyDigest ?? sha256(body),
        timestampMs: nowMs,
        nonce: randomBytes(16).toString('hex'),
      }
      return {
        [requestHeaders.session]: publicKey,
        [requestHeaders.timestamp]: String(facts.timestampMs),
        [requestHeaders.nonce]: facts.nonce,
        [requestHeaders.bodyDigest]: facts.bodyDigest,
        [requestHeaders.signature]: sign(null, signedText(facts), privateKey).toString('hex'),
      }
    },
  }
}

/** True when the key signed exactly these facts. Time window and nonce are for the caller, who has a clock and a memory. */
export function verifyRequest(publicKey: Bytes32, facts: RequestFacts, signatureHex: string): boolean {
  if (!/^[0-9a-f]{128}$/.test(signatureHex)) return false
  try {
    const key = createPublicKey({
      key: Buffer.concat([SPKI_ED25519, hexToBytes(publicKey)]),
      format: 'der',
      type: 'spki',
    })
    return verify(null, signedText(facts), key, Buffer.from(signatureHex, 'hex'))
  } catch {
    return false
  }
}
