import { createPrivateKey, createPublicKey } from 'node:crypto'
import { concatHex, encodeAbiParameters, hexToBytes, keccak256, stringToHex, toHex } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { hmac } from './digest.ts'
import type { Bytes32 } from './primitives.ts'

const JOB_TAG: Bytes32 = keccak256(stringToHex('fuzzburst.job.v1'))
const SLICE_TAG: Bytes32 = keccak256(stringToHex('fuzzburst.slice.v1'))
/** Order of secp256k1 (SEC 2, section 2.4.1): a private key lies in 1..n-1. */
const SECP256K1_ORDER = 0xffffffff_ffffffff_ffffffff_fffffffe_baaedce6_af48a03b_bfd25e8c_d0364141n

/** Everything secret of one job. Any runner that holds the spender key and the nonce can derive it again. */
export interface JobSecrets {
  readonly nonce: Bytes32
  /** Signs leases, receipts and the settlement of this job, nothing else. */
  readonly jobKey: PrivateKeyAccount
  /** The audit secret `s`: decides which slices are re-run; revealed at settlement. */
  readonly auditSecret: Bytes32
  /** keccak256(s), in the intent. */
  readonly auditCommit: Bytes32
  /** X25519 private key (32 bytes) that opens the results; may be published after settlement. */
  readonly resultKey: Uint8Array
  readonly resultPublicKey: Bytes32
  /** Ed25519 seed (32 bytes) of the session that speaks for the job key; never revealed. */
  readonly sessionSeed: Uint8Array
}

/** Derives a job's secrets from a spender's private key (32 bytes) and the job's public nonce. */
export function deriveJobSecrets(spenderKey: Bytes32, nonce: Bytes32): JobSecrets {
  const nonceBytes = hexToBytes(nonce)
  const jobKeyBytes = deriveScalar(hexToBytes(spenderKey), nonceBytes)
  const auditSecret = toHex(hmac(jobKeyBytes, 'audit-secret', nonceBytes))
  const resultKey = hmac(jobKeyBytes, 'result-key', nonceBytes)
  return {
    nonce,
    jobKey: privateKeyToAccount(toHex(jobKeyBytes)),
    auditSecret,
    auditCommit: keccak256(auditSecret),
    resultKey,
    resultPublicKey: x25519PublicKey(resultKey),
    sessionSeed: hmac(jobKeyBytes, 'session-key', nonceBytes),
  }
}

function deriveScalar(key: Uint8Array, nonce: Uint8Array): Uint8Array {
  for (let attempt = 0; ; attempt++) {
    const candidate = hmac(key, 'job-key', nonce, Uint8Array.of(attempt))
    const scalar = BigInt(toHex(candidate))
    if (scalar > 0n && scalar < SECP256K1_ORDER) return candidate
  }
}

/** DER prefix of a PKCS#8 X25519 private key (RFC 8410, section 7). */
const PKCS8_X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex')

/** Node's key object for 32 raw X25519 bytes. */
export function x25519PrivateKey(raw: Uint8Array): ReturnType<typeof createPrivateKey> {
  return createPrivateKey({ key: Buffer.concat([PKCS8_X25519, raw]), format: 'der', type: 'pkcs8' })
}

/** The public half, 32 bytes. */
export function x25519PublicKey(raw: Uint8Array): Bytes32 {
  const spki = createPublicKey(x25519PrivateKey(raw)).export({ format: 'der', type: 'spki' })
  return toHex(spki.subarray(-32))
}

/** Covers the plan and the nonce: what the intent is for. */
export function jobHash(planDigest: Bytes32, nonce: Bytes32): Bytes32 {
  return keccak256(
    encodeAbiParameters([{ type: 'bytes32' }, { type: 'bytes32' }, { type: 'bytes32' }], [JOB_TAG, planDigest, nonce]),
  )
}

/** Fresh for every burst; known to everyone once the intent is. */
export function jobSeed(hash: Bytes32, auditCommit: Bytes32): Bytes32 {
  return keccak256(concatHex([hash, auditCommit]))
}

/** The engine's seed for slice `k` of shard `shard`: 32 bytes. */
export function sliceSeed(seed: Bytes32, shard: number, k: number): Bytes32 {
  return keccak256(
    encodeAbiParameters(
      [{ type: 'bytes32' }, { type: 'bytes32' }, { type: 'uint32' }, { type: 'uint32' }],
      [SLICE_TAG, seed, shard, k],
    ),
  )
}
