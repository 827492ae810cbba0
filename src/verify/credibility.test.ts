import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditRatePpm } from './credibility.ts'

test('a new worker is audited at a quarter for ten shards, then at the floor, never at nothing', () => {
  expect(Array.from({ length: 12 }, (_, shards) => auditRatePpm(0, shards))).toEqual([
    ...Array.from({ length: 10 }, () => 250_000),
    ...[50_000, 50_000],
  ])
})

test('a requester may ask for more, never for less, and a longer record never raises the rate', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(50), (base, shards) => {
      const rate = auditRatePpm(base, shards)
      expect(rate).toBeGreaterThanOrEqual(Math.max(base, 50_000))
      expect(rate).toBeLessThanOrEqual(1_000_000)
      expect(auditRatePpm(base, shards + 1)).toBeLessThanOrEqual(rate)
    }),
  )
})
