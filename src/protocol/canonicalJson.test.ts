import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CanonicalValue, canonicalJson } from './canonicalJson.ts'

test.each([
  ['a float', 0.5],
  ['NaN', Number.NaN],
  ['an unsafe integer', 2 ** 53],
  ['minus zero', -0],
  ['a date', new Date(0)],
  ['undefined in an object', { a: undefined }],
  ['a lone surrogate', '\ud800'],
  ['a hole in an array', new Array(1)],
  ['a map', new Map()],
])('%s is refused', (_name, value) => {
  expect(() => canonicalJson(value as CanonicalValue)).toThrow(/FB9001/)
})

test('the order in which keys were written does not matter, and the text parses back to the same value', () => {
  const leaf = fc.oneof(
    fc.string({ unit: 'grapheme' }).filter((s) => s.isWellFormed()),
    fc.maxSafeInteger().map((n) => n + 0),
    fc.boolean(),
    fc.constant(null),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), leaf, { noNullPrototype: true }), (object) => {
      const reversed = Object.fromEntries(Object.entries(object).reverse())
      expect(canonicalJson(reversed)).toBe(canonicalJson(object))
      expect(JSON.parse(canonicalJson(object))).toEqual(object)
    }),
  )
})

test('the text is exactly this', () => {
  expect(canonicalJson({ b: [1n, 'é\u0007"'], a: null, A: { '10': true, '9': -3 } })).toBe(
    '{"A":{"10":true,"9":-3},"a":null,"b":["1","é\\u0007\\""]}',
  )
})
