/** A prefix code as DEFLATE uses it (RFC 1951, section 3.2.2): lengths by symbol, and codes ready to be written. */
export interface HuffmanCode {
  /** Bits of each symbol's code; zero where the symbol does not occur. */
  readonly lengths: Uint8Array
  /** Codes with their bits reversed, because DEFLATE writes codes from their top bit and all else from the lowest. */
  readonly codes: Uint16Array
}

/**
 * A Huffman code for these frequencies in which no code is longer than `longest` bits. Whole-number arithmetic and a fixed
 * order of ties, so that every machine makes the same code. At least two symbols get one, so that the code is complete.
 */
export function huffmanCode(frequencies: Uint32Array, longest: number): HuffmanCode {
  const weights = Float64Array.from(frequencies)
  for (let symbol = 0, used = weights.filter((weight) => weight > 0).length; used < 2; symbol++)
    if (weights[symbol] === 0) {
      weights[symbol] = 1
      used++
    }
  let lengths = codeLengths(weights)
  while (lengths.some((length) => length > longest)) {
    // Flatter weights give a flatter tree: slightly longer output in the rare block that needs it.
    for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) weights[i] = Math.floor(weights[i]! / 2) + 1
    lengths = codeLengths(weights)
  }
  return { lengths, codes: canonicalCodes(lengths) }
}

function codeLengths(weights: Float64Array): Uint8Array {
  const leaves = Array.from(weights.keys())
    .filter((symbol) => weights[symbol]! > 0)
    .sort((a, b) => weights[a]! - weights[b]! || a - b)
  const count = leaves.length
  const weight = new Float64Array(2 * count - 1)
  const parent = new Uint32Array(2 * count - 1)
  for (let i = 0; i < count; i++) weight[i] = weights[leaves[i]!]!
  // Two queues, both in order of weight: leaves, and inner nodes as they are made. Leaves win ties.
  let leaf = 0
  let inner = count
  for (let made = count; made < 2 * count - 1; made++) {
    for (let side = 0; side < 2; side++) {
      const takeLeaf = leaf < count && (inner >= made || weight[leaf]! <= weight[inner]!)
      const child = takeLeaf ? leaf++ : inner++
      weight[made] = weight[made]! + weight[child]!
      parent[child] = made
    }
  }
  const depth = new Uint8Array(2 * count - 1)
  for (let node = 2 * count - 3; node >= 0; node--) depth[node] = depth[parent[node]!]! + 1
  const lengths = new Uint8Array(weights.length)
  leaves.forEach((symbol, i) => {
    lengths[symbol] = depth[i]!
  })
  return lengths
}

function canonicalCodes(lengths: Uint8Array): Uint16Array {
  const next = new Uint32Array(17)
  for (const length of lengths) if (length > 0) next[length + 1] = next[length + 1]! + 1
  for (let length = 1; length < 17; length++) next[length] = (next[length - 1]! + (next[length] ?? 0)) << 1
  const codes = new Uint16Array(lengths.length)
  lengths.forEach((length, symbol) => {
    if (length === 0) return
    codes[symbol] = reverseBits(next[length]! & 0xffff, length)
    next[length] = next[length]! + 1
  })
  return codes
}

function reverseBits(value: number, width: number): number {
  let reversed = 0
  for (let bit = 0; bit < width; bit++) reversed |= ((value >> bit) & 1) << (width - 1 - bit)
  return reversed
}
