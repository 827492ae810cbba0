import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from 'node:crypto'
import { hexToBytes, toHex } from 'viem'
import { FuzzburstError } from './errors.ts'
import { x25519PrivateKey, x25519PublicKey } from './jobSecrets.ts'
import type { Bytes32 } from './primitives.ts'

/** DER prefix of an SPKI X25519 public key (RFC 8410, section 4). */
const SPKI_X25519 = Buffer.from('302a300506032b656e032100', 'hex')
const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 1 + 32 + NONCE_BYTES

/** A sealed message was altered, cut, or is for another key. */
export class Unsealable extends FuzzburstError<'FB6001'> {
  constructor(cause?: unknown) {
    super('FB6001', {
      fault: 'pool',
      summary: 'Encrypted results could not be opened: they were altered, cut short, or sealed for another key.',
      steps: ['Nothing to do: the shard counts as not delivered and goes to another worker.'],
      cause,
    })
  }
}

function keyFor(shared: Buffer, ephemeral: Uint8Array, recipient: Uint8Array, context: Bytes32): Uint8Array {
  const info = Buffer.concat([Buffer.from('fuzzburst/sealed/v1\n'), ephemeral, recipient])
  return new Uint8Array(hkdfSync('sha256', shared, hexToBytes(context), info, 32))
}

/**
 * Encrypts bytes so that only the holder of the X25519 key can read them: ephemeral X25519, HKDF-SHA-256, AES-256-GCM.
 * `context` (a lease's id) is bound in, so that a message cannot be shown under another lease.
 */
export function seal(recipient: Bytes32, context: Bytes32, plain: Uint8Array): Uint8Array {
  const pair = generateKeyPairSync('x25519')
  const ephemeral = new Uint8Array(pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
  const recipientRaw = hexToBytes(recipient)
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI_X25519, recipientRaw]), format: 'der', type: 'spki' })
  const shared = diffieHellman({ privateKey: pair.privateKey, publicKey })
  // The key is used once, so a constant nonce would do; a zero nonce is kept in the format for later versions.
  const nonce = new Uint8Array(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(shared, ephemeral, recipientRaw, context), nonce)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Uint8Array.of(VERSION), ephemeral, nonce, body, cipher.getAuthTag()])
}

/** The parts of a sealed message. @throws RangeError */
function partsOf(sealed: Uint8Array): { ephemeral: Uint8Array; nonce: Uint8Array; body: Uint8Array; tag: Uint8Array } {
  if (sealed.length < HEADER_BYTES + TAG_BYTES || sealed[0] !== VERSION) throw new RangeError('not a sealed message')
  return {
    ephemeral: sealed.subarray(1, 33),
    nonce: sealed.subarray(33, HEADER_BYTES),
    body: sealed.subarray(HEADER_BYTES, -TAG_BYTES),
    tag: sealed.subarray(-TAG_BYTES),
  }
}

/**
 * The key of one sealed message, and of no other: what a requester publishes so that anybody can open that one.
 * @throws Unsealable
 */
export function sealedKey(privateKey: Uint8Array, context: Bytes32, sealed: Uint8Array): Bytes32 {
  try {
    const { ephemeral } = partsOf(sealed)
    const publicKey = createPublicKey({ key: Buffer.concat([SPKI_X25519, ephemeral]), format: 'der', type: 'spki' })
    const shared = diffieHellman({ privateKey: x25519PrivateKey(privateKey), publicKey })
    return toHex(keyFor(shared, ephemeral, hexToBytes(x25519PublicKey(privateKey)), context))
  } catch (cause) {
    throw new Unsealable(cause)
  }
}

/** Opens a sealed message with its own key, see {@link sealedKey}. @throws Unsealable */
export function unsealWith(key: Bytes32, sealed: Uint8Array): Uint8Array {
  try {
    const { nonce, body, tag } = partsOf(sealed)
    const decipher = createDecipheriv('aes-256-gcm', hexToBytes(key), nonce)
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(body), decipher.final()])
  } catch (cause) {
    throw new Unsealable(cause)
  }
}

/**
 * Opens what {@link seal} made.
 * @throws Unsealable
 */
export function unseal(privateKey: Uint8Array, context: Bytes32, sealed: Uint8Array): Uint8Array {
  return unsealWith(sealedKey(privateKey, context, sealed), sealed)
}
