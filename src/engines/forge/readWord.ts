/**
 * A 256-bit number as forge prints one (`0x..`, decimal text, or a JSON number), as decimal text. Nothing is `0`, as forge
 * leaves out what does not apply. Null when it is no such number.
 */
export function readWord(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return '0'
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : null
  if (!/^(0x[0-9a-fA-F]{1,64}|[0-9]{1,78})$/.test(value)) return null
  const word = BigInt(value)
  return word < 1n << 256n ? word.toString() : null
}
