import { expect, test } from 'vitest'
import { inputBits } from './inputBits.ts'

test.each([
  ['testFuzz_a(bool)', 1],
  ['testFuzz_a(bool,uint8)', 9],
  ['testFuzz_a((bool,int16),bytes4)', 49],
  ['testFuzz_a(bool[3])', 3],
  ['testFuzz_a(bool[])', 256],
  ['testFuzz_a(address)', 160],
  ['testFuzz_a(bytes)', 256],
  ['testFuzz_uint8(uint256)', 256],
])('%s has %i bits of input', (signature, bits) => {
  expect(inputBits(signature)).toBe(bits)
})
