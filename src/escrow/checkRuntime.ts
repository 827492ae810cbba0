import { type Address, domainSeparator, type Hex, keccak256, padHex, size, slice, stringToHex, toHex } from 'viem'

/** Runtime code as the compiler made it, with zeros for immutables, and where each of them stands (in bytes). */
export interface RuntimeCode {
  readonly code: Hex
  readonly immutables: readonly (readonly number[])[]
}

/**
 * Compares code on chain with what was compiled: everything outside immutables byte for byte, and each immutable with the values
 * that there may be. Which value
 * stands where needs no look: the address follows from the constructor's arguments. @returns why it is another contract, or undefined when it is this one
 */
export function checkRuntime(found: Hex, expected: RuntimeCode, values: readonly Hex[]): string | undefined {
  if (size(found) !== size(expected.code)) return `its code has ${size(found)} bytes instead of ${size(expected.code)}`
  const seen = new Set<Hex>()
  let masked = found.slice(2)
  for (const places of expected.immutables) {
    const [first, ...rest] = places.map((start) => slice(found, start, start + 32))
    if (first === undefined) continue
    if (rest.some((other) => other !== first)) return 'one of its fixed values differs from place to place'
    if (!values.includes(first)) return `one of its fixed values is ${first}`
    seen.add(first)
    for (const start of places)
      masked = `${masked.slice(0, 2 * start)}${'0'.repeat(64)}${masked.slice(2 * (start + 32))}`
  }
  if (`0x${masked}` !== expected.code) return 'its code differs'
  const missing = values.find((value) => !seen.has(value))
  return missing === undefined ? undefined : `none of its fixed values is ${missing}`
}

/** What OpenZeppelin's EIP712 fixes at construction. Name and version are short: up to 31 bytes. */
export function eip712Immutables(name: string, version: string, chainId: number, address: Address): Hex[] {
  return [
    domainSeparator({ domain: { name, version, chainId, verifyingContract: address } }),
    toHex(BigInt(chainId), { size: 32 }),
    padHex(address.toLowerCase() as Address, { size: 32 }),
    keccak256(stringToHex(name)),
    keccak256(stringToHex(version)),
    shortString(name),
    shortString(version),
  ]
}

/** OpenZeppelin's ShortString: the text, and its length in the last byte. */
function shortString(text: string): Hex {
  const bytes = stringToHex(text, { size: 31 })
  return `${bytes}${Buffer.from(text).length.toString(16).padStart(2, '0')}`
}
