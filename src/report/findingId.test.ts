import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findingFingerprint, findingId, normaliseReason } from './findingId.ts'

test.each([
  ['assertion failed: 3 != 4', 'assertion failed: # != #'],
  ['assertion failed: 100000 [1e5] != 115792089 [1.157e8]', 'assertion failed: # != #'],
  ['Insufficient(-5, 0x00000000000000000000000000000000000a11ce)', 'Insufficient(#, #)'],
  ['Named("alice", 3)', 'Named("#", #)'],
  [
    'custom error 0x356680b7: 0000000000000000000000000000000000000000000000000000000000000064',
    'custom error selector-dfggialh: #',
  ],
  ['vault:\n  owes 1.5e18', 'vault: owes #'],
])('%s is normalised', (reason, normal) => {
  expect(normaliseReason(reason)).toBe(normal)
})

test('custom errors of other names stay apart', () => {
  expect(normaliseReason('custom error 0x11111111')).not.toBe(normaliseReason('custom error 0x22222222'))
})

test('normalising twice changes nothing, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab0x19f-. "[]e\\:'), maxLength: 40 }), (text) => {
      const once = normaliseReason(text)
      expect(normaliseReason(once)).toBe(once)
    }),
  )
})

test('an id is one of property, place and kind of failure, and never changes', () => {
  const place = { path: 'src/Vault.sol', line: 112 }
  const id = findingId('t', place, 'owes 1')
  expect(id).toMatchInlineSnapshot(`"F-c648c7cc"`)
  expect(findingId('t', place, 'owes 2')).toBe(id)
  expect(findingId('u', place, 'owes 1')).not.toBe(id)
  expect(findingId('t', null, 'owes 1')).not.toBe(id)
  expect(findingId('t', { ...place, line: 113 }, 'owes 1')).not.toBe(id)
  expect(findingFingerprint('t', 'owes 1')).toBe(findingFingerprint('t', 'owes 2'))
})
