import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCount, formatDuration, formatMoney, formatShare, formatUnits, plural } from './humanUnits.ts'

test('money is exact and without trailing zeros', () => {
  expect(formatMoney(1_250_000n, { symbol: 'tUSDC', decimals: 6 })).toBe('1.25 tUSDC')
  expect(formatUnits(0n, 6)).toBe('0')
  expect(formatUnits(1n, 6)).toBe('0.000001')
  expect(formatUnits(-15n, 1)).toBe('-1.5')
  expect(formatUnits(7n, 0)).toBe('7')
})

test('money can be read back from what is shown, for any amount', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 1n << 128n }), fc.nat(30), (units, decimals) => {
      const [whole, rest = ''] = formatUnits(units, decimals).split('.')
      expect(BigInt(whole! + rest.padEnd(decimals, '0'))).toBe(units)
    }),
  )
})

test('times, numbers and shares are short', () => {
  expect([0.04, 0.44, 9.99, 45, 59.6, 200, 3_600, 7_500].map(formatDuration)).toEqual([
    '0s',
    '0.4s',
    '10s',
    '45s',
    '1m',
    '3m 20s',
    '1h',
    '2h 5m',
  ])
  expect([0, 999, 1_000, 1_234_567, 12_345_678, 999_999, 5e9].map(formatCount)).toEqual([
    '0',
    '999',
    '1k',
    '1.2M',
    '12M',
    '1M',
    '5G',
  ])
  expect([0.05, 0.125, 1].map(formatShare)).toEqual(['5%', '12.5%', '100%'])
  expect([plural(1, 'finding'), plural(0, 'finding')]).toEqual(['1 finding', '0 findings'])
})
