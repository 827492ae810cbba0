import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from './digest.ts'
import { merkleDepth, merkleProof, merkleRoot, merkleVerify } from './merkle.ts'
import { type Bytes32, zeroBytes32 } from './primitives.ts'

const leavesOf = (count: number): Bytes32[] => Array.from({ length: count }, (_, i) => sha256(`leaf ${i}`))

test('a leaf shown at another place, in another tree, or with a changed sibling is refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 70 }), fc.nat(), fc.nat(), (count, a, b) => {
      const leaves = leavesOf(count)
      const root = merkleRoot(leaves)
      const index = a % count
      const other = b % count
      const proof = merkleProof(leaves, index)
      if (other !== index) expect(merkleVerify(root, leaves[index]!, other, count, proof)).toBe(false)
      expect(merkleVerify(root, sha256('no leaf'), index, count, proof)).toBe(false)
      const bent = proof.with(0, sha256('bent'))
      expect(merkleVerify(root, leaves[index]!, index, count, bent)).toBe(false)
      expect(merkleVerify(root, leaves[index]!, index, count, proof.slice(1))).toBe(false)
    }),
  )
})

test('an inner node cannot be shown as a leaf of a smaller tree', () => {
  const leaves = leavesOf(4)
  const inner = merkleProof(leaves, 3)[1]!
  expect(merkleVerify(merkleRoot(leaves), inner, 0, 2, [merkleProof(leaves, 0)[1]!])).toBe(true)
  // The count is part of the statement: whoever checks a leaf of four must get a proof of depth two.
  expect(merkleVerify(merkleRoot(leaves), inner, 0, 4, [merkleProof(leaves, 0)[1]!])).toBe(false)
})

test('every leaf of every tree is shown by its proof', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 130 }), (count) => {
      const leaves = leavesOf(count)
      const root = merkleRoot(leaves)
      leaves.forEach((leaf, i) => {
        expect(merkleVerify(root, leaf, i, count, merkleProof(leaves, i))).toBe(true)
      })
    }),
    { numRuns: 20 },
  )
})

test('a tree of one leaf is the leaf, and a tree of none is zero', () => {
  expect(merkleRoot([sha256('x')])).toBe(sha256('x'))
  expect(merkleRoot([])).toBe(zeroBytes32)
  expect([0, 1, 2, 3, 4, 5, 64, 65].map(merkleDepth)).toEqual([0, 0, 1, 2, 2, 3, 6, 7])
})
