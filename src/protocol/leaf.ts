import { type Address, encodeAbiParameters, keccak256, stringToHex } from 'viem'
import type { Bytes32 } from './primitives.ts'

export const LEAF_TAG: Bytes32 = keccak256(stringToHex('fuzzburst.leaf.v1'))

/** The committed record of one slice. */
export interface Leaf {
  readonly specDigest: Bytes32
  /** The worker the lease names: a leaf cannot be another worker's. */
  readonly worker: Address
  /** Position of the slice in its shard, from 0. */
  readonly k: number
  /** Inputs or calls that the engine executed. */
  readonly executions: number
  /** Digest of the slice's result document ({@link sliceResultDigest}). */
  readonly resultDigest: Bytes32
  /** Digest of the corpus that the slice left; zero when it keeps none. */
  readonly corpusDigest: Bytes32
  /** HMAC of the worker's secret, shown with the results: hides the leaf until then, so that nobody can copy it. */
  readonly salt: Bytes32
}

/** keccak256 over the ABI encoding, so that a contract can recompute it. */
export function leafHash(leaf: Leaf): Bytes32 {
  return keccak256(
    encodeAbiParameters(
      [
        { type: 'bytes32' },
        { type: 'bytes32' },
        { type: 'address' },
        { type: 'uint32' },
        { type: 'uint64' },
        { type: 'bytes32' },
        { type: 'bytes32' },
        { type: 'bytes32' },
      ],
      [
        LEAF_TAG,
        leaf.specDigest,
        leaf.worker,
        leaf.k,
        BigInt(leaf.executions),
        leaf.resultDigest,
        leaf.corpusDigest,
        leaf.salt,
      ],
    ),
  )
}
