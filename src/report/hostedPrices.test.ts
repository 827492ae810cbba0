import { expect, test } from 'vitest'
import { HOSTED_PRICES, hostedDollars } from './hostedPrices.ts'

test('an hour of one core costs half an hour of a runner with two', () => {
  expect(hostedDollars(3_600)).toBeCloseTo(0.18)
  expect(hostedDollars(0)).toBe(0)
})

test('prices say where they come from and since when they hold', () => {
  expect(HOSTED_PRICES.since).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(HOSTED_PRICES.source).toMatch(/^docs\.github\.com\//)
})
