import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insidePath, isWithin, ROOTS_LIMIT, sandboxRootOf } from './insidePath.ts'
import { CANONICAL_SANDBOX_ROOT, SANDBOX_ROOT_PATTERN } from './sandbox.ts'

const project = '/tmp/fbAbC123/project'
const scratch = '/tmp/fbXyZ789'
const mounts = { readOnly: [project], writable: [scratch] }

test.each([
  ['outside all roots', '/etc/passwd'],
  ['in a root but below no mount', '/tmp/fbAbC123/other'],
  ['beside a mount with the same beginning', '/tmp/fbAbC123/project2'],
  ['with ..', '/tmp/fbAbC123/project/../other'],
  ['that is relative', 'tmp/fbAbC123/project'],
  ['with a zero byte', '/tmp/fbAbC123/project/\0'],
  ['whose root is too long', '/tmp/fbAbC1234/project'],
  ['whose root holds other characters', '/tmp/fbAbC-12/project'],
])('a path %s is refused', (_name, path) => {
  for (const tier of ['bubblewrap', 'landlock'] as const) {
    expect(() => insidePath(tier, mounts, path)).toThrow(/FB4002/)
  }
})

test('more roots than there are digits are refused', () => {
  const readOnly = Array.from({ length: ROOTS_LIMIT + 1 }, (_, i) => `/tmp/fbroot0${i}`)
  expect(() => insidePath('bubblewrap', { readOnly, writable: [] }, readOnly[0]!)).toThrow(/FB4002/)
})

test('in bubblewrap the n-th root is numbered, read-only ones first; the landlock tier cannot rename', () => {
  expect(insidePath('bubblewrap', mounts, `${project}/src/A.sol`)).toBe('/tmp/fb000000/project/src/A.sol')
  expect(insidePath('bubblewrap', mounts, scratch)).toBe('/tmp/fb000001')
  expect(insidePath('landlock', mounts, scratch)).toBe(scratch)
})

test('no path changes its length, two paths never meet, and all read the same once roots are made canonical', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9_]{1,8}$/)
  const root = fc.stringMatching(/^[A-Za-z0-9]{6}$/).map((six) => `/tmp/fb${six}`)
  const path = fc.tuple(root, fc.array(name, { maxLength: 4 })).map(([top, parts]) => [top, ...parts].join('/'))
  fc.assert(
    fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 8 }), fc.nat(7), (paths, cut) => {
      const given = { readOnly: paths.slice(0, cut), writable: paths.slice(cut) }
      const inner = paths.map((each) => insidePath('bubblewrap', given, each))
      expect(new Set(inner).size).toBe(paths.length)
      paths.forEach((each, i) => {
        expect(inner[i]!.length).toBe(each.length)
        const canonical = (text: string) => text.replace(SANDBOX_ROOT_PATTERN, CANONICAL_SANDBOX_ROOT)
        expect(canonical(inner[i]!)).toBe(canonical(each))
        expect(isWithin(sandboxRootOf(inner[i]!), inner[i]!)).toBe(true)
      })
    }),
  )
})
