import { merkleRoot } from './merkle.ts'
import { type Bytes32, zeroBytes32 } from './primitives.ts'

/**
 * The root a worker signs for a shard of `slices` slices: over all positions, those that were not finished are zero. So a
 * partial root has the same depth as a whole one, and a proof for slice k means the same place in both.
 * @throws RangeError when there are more leaves than slices.
 */
export function shardRoot(leaves: readonly Bytes32[], slices: number): Bytes32 {
  if (leaves.length > slices) throw new RangeError(`${leaves.length} leaves for ${slices} slices`)
  return merkleRoot(Array.from({ length: slices }, (_, k) => leaves[k] ?? zeroBytes32))
}
