import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenBucket } from './tokenBucket.ts'

test('a caller over its limit is refused until time has passed, and others are not touched', () => {
  const limit = tokenBucket(1, 2)
  expect([limit.take('a', 0), limit.take('a', 0), limit.take('a', 0)]).toEqual([true, true, false])
  expect(limit.take('b', 0)).toBe(true)
  expect(limit.take('a', 999)).toBe(false)
  expect(limit.take('a', 2_000)).toBe(true)
})

test('whatever the order of requests, nobody gets more than the burst and the rate allow', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { maxLength: 200 }), (gapsMs) => {
      const limit = tokenBucket(5, 10)
      let nowMs = 0
      let taken = 0
      for (const gapMs of gapsMs) {
        nowMs += gapMs
        if (limit.take('one', nowMs)) taken += 1
      }
      expect(taken).toBeLessThanOrEqual(10 + (nowMs * 5) / 1_000 + 1e-6)
    }),
  )
})

test('a clock that jumps back gives nobody more and breaks nothing', () => {
  const limit = tokenBucket(1, 1)
  expect(limit.take('a', 10_000)).toBe(true)
  expect(limit.take('a', 0)).toBe(false)
})
