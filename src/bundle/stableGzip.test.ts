import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { createStableGzip } from './stableGzip.ts'

function compress(bytes: Uint8Array, cut = bytes.length): Uint8Array {
  const gzip = createStableGzip()
  for (let at = 0; at < bytes.length; at += Math.max(1, cut)) gzip.write(bytes.subarray(at, at + Math.max(1, cut)))
  return gzip.finish()
}

/** Numbers that look random and are the same everywhere. */
function noise(length: number, symbols: number): Uint8Array {
  let state = 1
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * symbols)
  })
}

/** What artifacts look like: JSON with long hex strings and much repetition. */
function artifactLike(): Uint8Array {
  const hex = Buffer.from(noise(60_000, 256)).toString('hex')
  const entries = Array.from({ length: 40 }, (_, i) => ({ name: `f${i}`, code: hex.slice(0, 900 * i), line: i * 37 }))
  return Buffer.from(JSON.stringify(entries, null, 2))
}

test.each([
  ['nothing', new Uint8Array(0)],
  ['one byte', Uint8Array.of(7)],
  ['three equal bytes', Uint8Array.of(1, 1, 1)],
  ['a long run', new Uint8Array(3_000_000)],
  ['noise', noise(2_500_000, 256)],
  ['noise of two symbols', noise(300_000, 2)],
  ['a period longer than the window', Buffer.concat([noise(40_000, 256), noise(40_000, 256)])],
  ['a period as long as the window', Buffer.concat([noise(32_768, 256), noise(32_768, 256)])],
  ['a period one shorter than the window', Buffer.concat([noise(32_767, 256), noise(32_767, 256)])],
  ['every byte of a skewed code', Uint8Array.from({ length: 300_000 }, (_, i) => Math.clz32(i % 65_536) * 3 + (i % 3))],
  ['artifacts', artifactLike()],
])('%s: zlib reads back what was written', (_what, bytes) => {
  expect(Buffer.compare(gunzipSync(compress(bytes)), bytes)).toBe(0)
})

test('any bytes are read back, however they were cut into writes, and the cuts change nothing', () => {
  const part = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .tuple(fc.uint8Array({ minLength: 1, maxLength: 9 }), fc.nat(400))
      .map(([bytes, times]) => Buffer.concat(Array.from({ length: times }, () => bytes))),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.integer({ min: 1, max: 700 }), (parts, cut) => {
      const bytes = Buffer.concat(parts)
      const packed = compress(bytes)
      expect(Buffer.compare(gunzipSync(packed), bytes)).toBe(0)
      expect(Buffer.compare(compress(bytes, cut), packed)).toBe(0)
    }),
    { numRuns: 200 },
  )
})

test('its size is within a tenth of zlib’s on what bundles hold', () => {
  const bytes = artifactLike()
  expect(compress(bytes).length).toBeLessThan(gzipSync(bytes, { level: 6 }).length * 1.1)
})

test('the compressed bytes never change, on any machine', () => {
  expect(sha256(compress(artifactLike()))).toMatchInlineSnapshot(
    `"0x0461d1f18ddfb34c1b15bc802fc20cf57aedeb667aad7d655db9ebba64c405e2"`,
  )
})
