import { encodeAbiParameters, keccak256, stringToHex } from 'viem'
import { merkleDepth } from './merkle.ts'
import { type Bytes32, zeroBytes32 } from './primitives.ts'

/** Separates inner sum nodes from leaves and from plain Merkle nodes. */
export const SUM_NODE_TAG: Bytes32 = keccak256(stringToHex('fuzzburst.sum.node.v1'))

/** A hash together with the token units below it. */
export interface SumNode {
  readonly hash: Bytes32
  readonly sumUnits: bigint
}

const emptyNode: SumNode = { hash: zeroBytes32, sumUnits: 0n }

function join(left: SumNode, right: SumNode): SumNode {
  const hash = keccak256(
    encodeAbiParameters(
      [{ type: 'bytes32' }, { type: 'bytes32' }, { type: 'uint256' }, { type: 'bytes32' }, { type: 'uint256' }],
      [SUM_NODE_TAG, left.hash, left.sumUnits, right.hash, right.sumUnits],
    ),
  )
  return { hash, sumUnits: left.sumUnits + right.sumUnits }
}

function levels(leaves: readonly SumNode[]): SumNode[][] {
  let level = Array.from({ length: 2 ** merkleDepth(leaves.length) }, (_, i) => leaves[i] ?? emptyNode)
  const all = [level]
  while (level.length > 1) {
    const next: SumNode[] = []
    for (let i = 0; i < level.length; i += 2) next.push(join(level[i]!, level[i + 1]!))
    all.push(next)
    level = next
  }
  return all
}

/**
 * A Merkle tree whose root also fixes the sum of all leaves: whoever shows a leaf shows that its units are part of the
 * total and of nobody else's. That is why one settled total cannot be promised twice (docs/adr/0001-signed-messages.md).
 */
export function sumRoot(leaves: readonly SumNode[]): SumNode {
  return levels(leaves).at(-1)![0]!
}

/** The siblings of the leaf at `index`, lowest first. */
export function sumProof(leaves: readonly SumNode[], index: number): SumNode[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    throw new RangeError(`no leaf ${index} of ${leaves.length}`)
  return levels(leaves)
    .slice(0, -1)
    .map((level, height) => level[(index >> height) ^ 1]!)
}

/** True when `leaf` stands at `index` of the tree with this root and depth, and all sums agree. */
export function sumVerify(
  root: SumNode,
  depth: number,
  leaf: SumNode,
  index: number,
  proof: readonly SumNode[],
): boolean {
  if (proof.length !== depth || !Number.isInteger(index) || index < 0 || index >= 2 ** depth) return false
  let node = leaf
  proof.forEach((sibling, height) => {
    node = (index >> height) & 1 ? join(sibling, node) : join(node, sibling)
  })
  return node.hash === root.hash && node.sumUnits === root.sumUnits
}
