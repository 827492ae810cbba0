/** Bits of anything without a fixed size: strings, bytes, arrays of any length. */
const DYNAMIC_BITS = 256

/**
 * How many bits a test's input has, by its signature: `testFuzz_a(bool,uint8)` has 9. Tuples count by their members, arrays
 * of fixed length by their elements. An enum is a `uint8` here, whatever it holds.
 */
export function inputBits(signature: string): number {
  const types = signature.slice(signature.indexOf('('))
  let bits = 0
  for (const [, type = '', size = '', arrays = ''] of types.matchAll(/([a-z]+)(\d*)((?:\[\d*\])*)/g))
    bits += typeBits(type, Number(size)) * (/\[\]/.test(arrays) ? DYNAMIC_BITS : elements(arrays))
  // Brackets after a tuple repeat it, which can only add.
  return bits
}

function typeBits(type: string, size: number): number {
  if (type === 'bool') return 1
  if (type === 'address') return 160
  if (type === 'uint' || type === 'int') return size === 0 ? 256 : size
  if (type === 'bytes' && size > 0) return 8 * size
  return DYNAMIC_BITS
}

function elements(arrays: string): number {
  return [...arrays.matchAll(/\d+/g)].reduce((product, [length]) => product * Number(length), 1)
}
