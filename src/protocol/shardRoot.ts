import { merkleProof, merkleRoot } from './merkle.ts'
import { type Bytes32, zeroBytes32 } from './primitives.ts'

function padded(leaves: readonly Bytes32[], slices: number): Bytes32[] {
  if (leaves.length > slices) throw new RangeError(`${leaves.length} leaves for ${slices} slices`)
  return Array.from({ length: slices }, (_, k) => leaves[k] ?? zeroBytes32)
}

/** The root over a shard's leaves: K places, of which unfinished ones at the end are zero. */
export function shardRoot(leaves: readonly Bytes32[], slices: number): Bytes32 {
  return merkleRoot(padded(leaves, slices))
}

/** The proof that slice `k`'s leaf is in the shard's root, against a tree of `slices` places. */
export function sliceProof(leaves: readonly Bytes32[], slices: number, k: number): readonly Bytes32[] {
  return merkleProof(padded(leaves, slices), k)
}
