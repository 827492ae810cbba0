import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instructionIndex, readSourceMap } from './sourceMap.ts'

test('empty fields repeat the entry before, and what is no number does too', () => {
  expect(readSourceMap('1:2:3:-;;9;:4:x;::-1')).toEqual([
    { start: 1, length: 2, file: 3 },
    { start: 1, length: 2, file: 3 },
    { start: 9, length: 2, file: 3 },
    { start: 9, length: 4, file: 3 },
    { start: 9, length: 4, file: -1 },
  ])
  expect(readSourceMap('')).toEqual([])
})

test('data of a PUSH is no instruction', () => {
  // PUSH1 5b, JUMPDEST, PUSH2 6060, STOP
  expect([...instructionIndex(Uint8Array.of(0x60, 0x5b, 0x5b, 0x61, 0x60, 0x60, 0x00))]).toEqual([
    [0, 0],
    [2, 1],
    [3, 2],
    [6, 3],
  ])
})

test('any code has rising program counters', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (code) => {
      const counters = [...instructionIndex(code).keys()]
      expect(counters).toEqual(counters.toSorted((a, b) => a - b))
      expect(counters.every((pc) => pc < code.length)).toBe(true)
    }),
  )
})
