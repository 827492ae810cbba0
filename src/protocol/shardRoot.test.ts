import { expect, test } from 'vitest'
import { sha256 } from './digest.ts'
import { merkleProof, merkleRoot, merkleVerify } from './merkle.ts'
import { zeroBytes32 } from './primitives.ts'
import { shardRoot } from './shardRoot.ts'

const leaves = Array.from({ length: 5 }, (_, k) => sha256(`leaf ${k}`))

test('more leaves than slices are refused', () => {
  expect(() => shardRoot(leaves, 4)).toThrow(RangeError)
})

test('a whole shard has the root over its leaves', () => {
  expect(shardRoot(leaves, 5)).toBe(merkleRoot(leaves))
})

test('a partial root has the depth of the whole shard, so that proofs name the same places', () => {
  const partial = shardRoot(leaves.slice(0, 2), 5)
  const padded = [...leaves.slice(0, 2), zeroBytes32, zeroBytes32, zeroBytes32]
  expect(merkleVerify(partial, leaves[1]!, 1, 5, merkleProof(padded, 1))).toBe(true)
  expect(partial).not.toBe(shardRoot(leaves.slice(0, 2), 2))
})

test('nothing done at all still has a root, which no leaf is part of', () => {
  expect(merkleVerify(shardRoot([], 5), leaves[0]!, 0, 5, merkleProof(leaves, 0))).toBe(false)
})
