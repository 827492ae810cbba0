import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BurstSeries, takesPlaceOf } from './series.ts'

const digest = fc.constantFrom(`0x${'1'.repeat(64)}` as const, `0x${'2'.repeat(64)}` as const)
const series: fc.Arbitrary<BurstSeries> = fc.record({
  pull: digest,
  series: digest,
  run: fc.integer({ min: 0, max: 3 }),
  attempt: fc.integer({ min: 0, max: 3 }),
})

test('of two different runs in a series exactly one takes the other’s place, and across series none does', () => {
  fc.assert(
    fc.property(series, series, (one, other) => {
      const isSame = one.pull === other.pull && one.series === other.series
      const isSameRun = one.run === other.run && one.attempt === other.attempt
      const count = [takesPlaceOf(one, other), takesPlaceOf(other, one)].filter(Boolean).length
      expect(count).toBe(isSame && !isSameRun ? 1 : 0)
    }),
  )
})

test('a later run comes before a later attempt of an older one', () => {
  const common = { pull: `0x${'1'.repeat(64)}`, series: `0x${'2'.repeat(64)}` } as const
  expect(takesPlaceOf({ ...common, run: 2, attempt: 1 }, { ...common, run: 1, attempt: 9 })).toBe(true)
  expect(takesPlaceOf({ ...common, run: 1, attempt: 2 }, { ...common, run: 1, attempt: 1 })).toBe(true)
})
