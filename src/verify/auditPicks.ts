import { hexToBytes } from 'viem'
import { hmac } from '../protocol/digest.ts'
import type { Bytes32 } from '../protocol/primitives.ts'

/** Parts per million: audit rates are integers, so that every machine computes the same picks. */
export const PPM = 1_000_000

/** The default and the floor for pay (trust.md, "Audits"): 5%. */
export const DEFAULT_AUDIT_PPM = 50_000

/**
 * Uniform integers from HMAC-SHA-256(s, R, counter). Rejection instead of a plain remainder, which would favour low numbers.
 */
function* draws(auditSecret: Bytes32, rootMessage: Bytes32): Generator<(below: number) => number, never> {
  const key = hexToBytes(auditSecret)
  const root = hexToBytes(rootMessage)
  let counter = 0
  const next = (below: number): number => {
    const limit = 2 ** 48 - (2 ** 48 % below)
    for (;;) {
      const counterBytes = new Uint8Array(4)
      new DataView(counterBytes.buffer).setUint32(0, counter++)
      const block = hmac(key, 'audit-pick', root, counterBytes)
      const value = Buffer.from(block.buffer, block.byteOffset, 6).readUIntBE(0, 6)
      if (value < limit) return value % below
    }
  }
  for (;;) yield next
}

/**
 * Which slices of a shard are re-run: positions below `done`, ascending.
 *
 * Their number is `ratePpm x done` rounded up or down by the same stream, so that its mean is exact. The worker cannot
 * know them before it signs the root (it does not know `s`), and the requester cannot choose them after (it committed to
 * `s` in the intent): trust.md, "Audits".
 * @param rootMessage struct hash of the worker's signed Root
 */
export function auditPicks(auditSecret: Bytes32, rootMessage: Bytes32, done: number, ratePpm: number): number[] {
  const draw = draws(auditSecret, rootMessage).next().value
  const exact = ratePpm * done
  const whole = Math.floor(exact / PPM)
  const count = Math.min(done, whole + (draw(PPM) < exact % PPM ? 1 : 0))
  // Fisher-Yates, as far as needed.
  const positions = Array.from({ length: done }, (_, k) => k)
  for (let i = 0; i < count; i++) {
    const j = i + draw(done - i)
    const kept = positions[i]!
    positions[i] = positions[j]!
    positions[j] = kept
  }
  return positions.slice(0, count).sort((a, b) => a - b)
}
