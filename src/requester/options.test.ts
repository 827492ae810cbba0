import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDuration, zBurstOptions } from './options.ts'

test.each(['', 'h', '10', 'x', '-5s', '1m1h', '1.5h', '5 m', '1e3'])(
  'as a duration, %j is read as a number or not at all',
  (text) => {
    expect(parseDuration(text)).toBe(text === '10' ? 10 : undefined)
  },
)

test('hours, minutes and seconds add up', () => {
  fc.assert(
    fc.property(fc.nat(99), fc.nat(999), fc.nat(9_999), (h, m, s) => {
      expect(parseDuration(`${h}h${m}m${s}s`)).toBe(h * 3_600 + m * 60 + s)
    }),
  )
})

test('unknown keys, floats of money in scientific form, and audit rates below the floor are refused', () => {
  expect(zBurstOptions.safeParse({ bugdet: '10m' }).success).toBe(false)
  expect(zBurstOptions.safeParse({ 'slot-price': '1e-3' }).success).toBe(false)
  expect(zBurstOptions.safeParse({ 'slot-price': '-1' }).success).toBe(false)
  expect(zBurstOptions.safeParse({ 'audit-rate': 0.01 }).success).toBe(false)
  expect(zBurstOptions.safeParse({ pool: { relay: 'file:///etc/passwd' } }).success).toBe(false)
})

test('determinism classes are a list, as text or as an array, of nothing but classes', () => {
  const classes = [`0x${'aa'.repeat(32)}`, `0x${'bb'.repeat(32)}`]
  const read = (value: unknown) => zBurstOptions.parse({ 'determinism-classes': value })['determinism-classes']
  expect(read(classes)).toEqual(classes)
  expect(read(classes.join(', '))).toEqual(classes)
  expect(read(undefined)).toBeUndefined()
  expect(read('any')).toBe('any')
  expect(zBurstOptions.safeParse({ 'determinism-classes': [] }).success).toBe(false)
  expect(zBurstOptions.safeParse({ 'determinism-classes': 'linux' }).success).toBe(false)
})

test('nothing at all is a valid file', () => {
  expect(zBurstOptions.parse({})).toMatchObject({
    budget: 600,
    'slice-time': 7,
    'audit-rate': 0.05,
    profile: 'default',
  })
})
