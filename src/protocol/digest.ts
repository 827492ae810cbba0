import { createHash, createHmac } from 'node:crypto'
import { type CanonicalValue, canonicalJson } from './canonicalJson.ts'
import type { Bytes32 } from './primitives.ts'

/** SHA-256 of bytes. Names blobs and layers; nothing on chain recomputes it. */
export function sha256(bytes: Uint8Array | string): Bytes32 {
  return `0x${createHash('sha256').update(bytes).digest('hex')}`
}

/** The kinds of document that have a digest. The kind is hashed too, so that no document can pass for another kind. */
export type DocumentKind =
  | 'plan'
  | 'shard-spec'
  | 'slice-result'
  | 'evidence'
  | 'corpus'
  | 'class'
  | 'self-test'
  | 'machine'
  | 'calibration'
  | 'project'
  | 'transcript'
  | 'series'

/**
 * SHA-256 of `fuzzburst/<kind>/v1`, a newline and the canonical JSON text.
 * @throws NotCanonical when the document holds floats, `undefined` or lone surrogates.
 */
export function documentDigest(kind: DocumentKind, document: CanonicalValue): Bytes32 {
  return sha256(`fuzzburst/${kind}/v1\n${canonicalJson(document)}`)
}

/** HMAC-SHA-256 with a label, so that one key serves several purposes without their outputs meeting. */
export function hmac(key: Uint8Array, label: string, ...parts: Uint8Array[]): Uint8Array {
  const mac = createHmac('sha256', key).update(`fuzzburst/${label}/v1\n`)
  for (const part of parts) {
    const length = new Uint8Array(4)
    new DataView(length.buffer).setUint32(0, part.length)
    mac.update(length).update(part)
  }
  return new Uint8Array(mac.digest())
}
