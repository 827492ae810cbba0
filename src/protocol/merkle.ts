import { encodeAbiParameters, keccak256, stringToHex } from 'viem'
import { type Bytes32, zeroBytes32 } from './primitives.ts'

/** Separates inner nodes from leaves, so that a node can never be shown as a leaf. */
export const MERKLE_NODE_TAG: Bytes32 = keccak256(stringToHex('fuzzburst.merkle.node.v1'))

/** The siblings from a leaf up to the root, lowest first. Their number is the depth of the tree. */
export type MerkleProof = readonly Bytes32[]

function nodeHash(left: Bytes32, right: Bytes32): Bytes32 {
  return keccak256(
    encodeAbiParameters(
      [{ type: 'bytes32' }, { type: 'bytes32' }, { type: 'bytes32' }],
      [MERKLE_NODE_TAG, left, right],
    ),
  )
}

/** The depth of a tree of `count` leaves: the smallest d with 2^d >= count. */
export function merkleDepth(count: number): number {
  return count <= 1 ? 0 : 32 - Math.clz32(count - 1)
}

/** All levels, leaves first. Missing leaves on the right are zero, so position and depth are fixed by the count. */
function levels(leaves: readonly Bytes32[]): Bytes32[][] {
  const depth = merkleDepth(leaves.length)
  let level = Array.from({ length: 2 ** depth }, (_, i) => leaves[i] ?? zeroBytes32)
  const all = [level]
  while (level.length > 1) {
    const next: Bytes32[] = []
    for (let i = 0; i < level.length; i += 2) next.push(nodeHash(level[i]!, level[i + 1]!))
    all.push(next)
    level = next
  }
  return all
}

/** The root over leaves in order; zero for no leaves at all. */
export function merkleRoot(leaves: readonly Bytes32[]): Bytes32 {
  return levels(leaves).at(-1)![0]!
}

/** The proof for the leaf at `index`. */
export function merkleProof(leaves: readonly Bytes32[], index: number): MerkleProof {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    throw new RangeError(`no leaf ${index} of ${leaves.length}`)
  return levels(leaves)
    .slice(0, -1)
    .map((level, height) => level[(index >> height) ^ 1]!)
}

/** True when `leaf` stands at `index` of the tree of `count` leaves with this root. */
export function merkleVerify(root: Bytes32, leaf: Bytes32, index: number, count: number, proof: MerkleProof): boolean {
  if (!Number.isInteger(index) || index < 0 || index >= count || proof.length !== merkleDepth(count)) return false
  let hash = leaf
  proof.forEach((sibling, height) => {
    hash = (index >> height) & 1 ? nodeHash(sibling, hash) : nodeHash(hash, sibling)
  })
  return hash === root
}
