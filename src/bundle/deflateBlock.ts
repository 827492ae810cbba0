import type { BitWriter } from './bitWriter.ts'
import { huffmanCode } from './huffmanCode.ts'

/** Most tokens of one block: enough for good codes, few enough to follow changes in the data. */
export const BLOCK_TOKENS = 32_768

/** What a block writes: literals (distance 0) and copies of earlier bytes. */
export interface Tokens {
  count: number
  /** A literal's byte, or the length of a copy (3 to 258). */
  readonly values: Uint16Array
  /** How far back a copy begins (1 to 32,768); 0 for a literal. */
  readonly distances: Uint16Array
}

/** Room for one block. */
export function createTokens(): Tokens {
  return { count: 0, values: new Uint16Array(BLOCK_TOKENS), distances: new Uint16Array(BLOCK_TOKENS) }
}

const END_OF_BLOCK = 256
const LITERAL_SYMBOLS = 286
const DISTANCE_SYMBOLS = 30
/** Longest code of literals, lengths and distances, and of code lengths (RFC 1951, section 3.2.7). */
const LONGEST_CODE = 15
const LONGEST_LENGTH_CODE = 7
/** The order in which the lengths of code length codes stand (RFC 1951, section 3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** Extra bits by symbol and the first value of each (RFC 1951, section 3.2.5). */
const lengthExtra = Uint8Array.from({ length: 29 }, (_, i) => (i < 8 || i === 28 ? 0 : (i >> 2) - 1))
const lengthBase = bases(lengthExtra, 3)
lengthBase[28] = 258
const distanceExtra = Uint8Array.from({ length: DISTANCE_SYMBOLS }, (_, i) => (i < 4 ? 0 : (i >> 1) - 1))
const distanceBase = bases(distanceExtra, 1)
const lengthSymbol = symbolsByValue(lengthBase, 259)
const distanceSymbol = symbolsByValue(distanceBase, 32_769)

function bases(extra: Uint8Array, first: number): Uint16Array {
  const base = new Uint16Array(extra.length)
  let value = first
  extra.forEach((bits, symbol) => {
    base[symbol] = value
    value += 1 << bits
  })
  return base
}

function symbolsByValue(base: Uint16Array, size: number): Uint8Array {
  const symbols = new Uint8Array(size)
  for (let value = 0, symbol = 0; value < size; value++) {
    while (symbol + 1 < base.length && base[symbol + 1]! <= value) symbol++
    symbols[value] = symbol
  }
  return symbols
}

/** Writes the tokens as one block with codes of its own (RFC 1951, section 3.2.7) and empties them. */
export function writeBlock(out: BitWriter, tokens: Tokens, last: boolean): void {
  const literalCounts = new Uint32Array(LITERAL_SYMBOLS)
  const distanceCounts = new Uint32Array(DISTANCE_SYMBOLS)
  literalCounts[END_OF_BLOCK] = 1
  for (let i = 0; i < tokens.count; i++) {
    const value = tokens.values[i]!
    const distance = tokens.distances[i]!
    const symbol = distance === 0 ? value : 257 + lengthSymbol[value]!
    literalCounts[symbol] = literalCounts[symbol]! + 1
    if (distance === 0) continue
    const far = distanceSymbol[distance]!
    distanceCounts[far] = distanceCounts[far]! + 1
  }
  const literals = huffmanCode(literalCounts, LONGEST_CODE)
  const distances = huffmanCode(distanceCounts, LONGEST_CODE)
  out.bits(last ? 1 : 0, 1)
  out.bits(2, 2)
  writeLengths(out, literals.lengths, distances.lengths)
  for (let i = 0; i < tokens.count; i++) {
    const value = tokens.values[i]!
    const distance = tokens.distances[i]!
    if (distance === 0) {
      out.bits(literals.codes[value]!, literals.lengths[value]!)
      continue
    }
    const near = lengthSymbol[value]!
    out.bits(literals.codes[257 + near]!, literals.lengths[257 + near]!)
    out.bits(value - lengthBase[near]!, lengthExtra[near]!)
    const far = distanceSymbol[distance]!
    out.bits(distances.codes[far]!, distances.lengths[far]!)
    out.bits(distance - distanceBase[far]!, distanceExtra[far]!)
  }
  out.bits(literals.codes[END_OF_BLOCK]!, literals.lengths[END_OF_BLOCK]!)
  tokens.count = 0
}

function writeLengths(out: BitWriter, literals: Uint8Array, distances: Uint8Array): void {
  const literalCount = Math.max(257, usedSymbols(literals))
  const distanceCount = Math.max(1, usedSymbols(distances))
  const runs = runLengths([...literals.subarray(0, literalCount), ...distances.subarray(0, distanceCount)])
  const counts = new Uint32Array(19)
  for (const { symbol } of runs) counts[symbol] = counts[symbol]! + 1
  const code = huffmanCode(counts, LONGEST_LENGTH_CODE)
  let shown = LENGTH_ORDER.length
  while (shown > 4 && code.lengths[LENGTH_ORDER[shown - 1]!] === 0) shown--
  out.bits(literalCount - 257, 5)
  out.bits(distanceCount - 1, 5)
  out.bits(shown - 4, 4)
  for (const symbol of LENGTH_ORDER.slice(0, shown)) out.bits(code.lengths[symbol]!, 3)
  for (const { symbol, extra, extraBits } of runs) {
    out.bits(code.codes[symbol]!, code.lengths[symbol]!)
    out.bits(extra, extraBits)
  }
}

function usedSymbols(lengths: Uint8Array): number {
  return lengths.findLastIndex((length) => length > 0) + 1
}

/** Code lengths with runs: 16 repeats the last 3 to 6 times, 17 and 18 are 3 to 10 and 11 to 138 zeros. */
function runLengths(lengths: readonly number[]): { symbol: number; extra: number; extraBits: number }[] {
  const runs: { symbol: number; extra: number; extraBits: number }[] = []
  for (let i = 0; i < lengths.length; ) {
    const length = lengths[i]!
    let run = 1
    while (lengths[i + run] === length) run++
    const repeats = length === 0 ? Math.min(run, 138) : Math.min(run - 1, 6)
    if (repeats < 3) {
      runs.push({ symbol: length, extra: 0, extraBits: 0 })
      i++
    } else if (length === 0) {
      runs.push(
        repeats > 10
          ? { symbol: 18, extra: repeats - 11, extraBits: 7 }
          : { symbol: 17, extra: repeats - 3, extraBits: 3 },
      )
      i += repeats
    } else {
      runs.push({ symbol: length, extra: 0, extraBits: 0 }, { symbol: 16, extra: repeats - 3, extraBits: 2 })
      i += repeats + 1
    }
  }
  return runs
}
