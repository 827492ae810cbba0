import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caughtShare, passProbability } from './detection.ts'

/** Shards until a cheat is caught with 99%, for m audited slices a shard, or m or m+1 by chance. */
function shardsToCatch(slices: number, share: number, audited: number): number {
  const faked = Math.max(1, Math.floor(slices * share))
  const whole = Math.floor(audited)
  const chance = audited - whole
  const pass = (1 - chance) * passProbability(slices, faked, whole) + chance * passProbability(slices, faked, whole + 1)
  return Math.ceil(Math.log(0.01) / Math.log(pass))
}

test('the figures are those of the design’s table', () => {
  const shares = [0.01, 0.05, 0.1, 0.25, 0.5]
  expect(shares.map((share) => shardsToCatch(64, share, 3))).toEqual([96, 32, 16, 6, 3])
  // The design page says 96 for 1% of 256: that is one faked slice; 1% is two.
  expect(shares.map((share) => shardsToCatch(256, share, 12))).toEqual([48, 8, 4, 2, 1])
  expect(shardsToCatch(256, 1 / 256, 12)).toBe(96)
  expect(shares.map((share) => shardsToCatch(12, share, 0.6))).toEqual([90, 90, 90, 29, 13])
})

test('auditing more never lets more pass, and faking nothing always passes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), fc.nat(300), (slices, f, m) => {
      const faked = Math.min(f, slices)
      const audited = Math.min(m, slices)
      const pass = passProbability(slices, faked, audited)
      expect(pass >= 0 && pass <= 1).toBe(true)
      expect(passProbability(slices, 0, audited)).toBe(1)
      if (audited > 0) expect(pass <= passProbability(slices, faked, audited - 1)).toBe(true)
    }),
  )
})

test('a burst without audits proves nothing, a burst that is wholly audited meets a single faked slice', () => {
  expect(caughtShare([])).toBeUndefined()
  expect(caughtShare([{ slices: 12, audited: 0 }])).toBeUndefined()
  expect(caughtShare([{ slices: 12, audited: 12 }])).toBe(0.01)
})
