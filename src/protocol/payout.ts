import { type Address, encodeAbiParameters, keccak256, stringToHex } from 'viem'
import { z } from 'zod'
import { merkleDepth } from './merkle.ts'
import { type Bytes32, type JobId, zAddress, zBytes32, zeroBytes32, zUint32, zUnits } from './primitives.ts'
import { type SumNode, sumProof, sumRoot } from './sumTree.ts'

export const PAYOUT_LINE_TAG: Bytes32 = keccak256(stringToHex('fuzzburst.payout.line.v1'))
export const PAYOUT_WORKER_TAG: Bytes32 = keccak256(stringToHex('fuzzburst.payout.worker.v1'))

/** Why a line pays what it pays. The numbers are part of the protocol. */
export const payoutReasons = {
  full: 0,
  partial: 1,
  noRoot: 2,
  noResults: 3,
  auditMismatch: 4,
  equivocation: 5,
  copied: 6,
  findingNotReplayed: 7,
  voided: 8,
  unaudited: 9,
} as const
export type PayoutReason = keyof typeof payoutReasons

/** The line of one leased slot. There is one for every lease that was signed, zero lines included. */
export interface PayoutLine {
  readonly slot: number
  readonly lease: Bytes32
  readonly worker: Address
  /** price x done / K, rounded down. */
  readonly payUnits: bigint
  /** This slot's share of finder rewards. */
  readonly rewardUnits: bigint
  readonly reason: PayoutReason
}
export const zPayoutLine = z.strictObject({
  slot: zUint32,
  lease: zBytes32,
  worker: zAddress,
  payUnits: zUnits,
  rewardUnits: zUnits,
  reason: z.enum(Object.keys(payoutReasons) as [PayoutReason, ...PayoutReason[]]),
})

/** One worker's part of a settlement: what it claims, and the tree over its lines. */
export interface WorkerPayout {
  readonly worker: Address
  readonly totalUnits: bigint
  readonly linesRoot: Bytes32
  readonly linesDepth: number
  readonly lines: readonly PayoutLine[]
}

/** A whole settlement: its root and total are signed, the rest can be derived from the lines by anyone. */
export interface PayoutTree {
  readonly job: JobId
  readonly root: Bytes32
  readonly depth: number
  readonly totalUnits: bigint
  readonly workers: readonly WorkerPayout[]
}

/** Pay for `done` of `slices` finished slices, in token units, rounded down. */
export function payForSlicesUnits(priceUnits: bigint, done: number, slices: number): bigint {
  return (priceUnits * BigInt(done)) / BigInt(slices)
}

/** keccak256 of a line's ABI encoding together with the units it pays. */
export function payoutLineNode(job: JobId, line: PayoutLine): SumNode {
  const hash = keccak256(
    encodeAbiParameters(
      [
        { type: 'bytes32' },
        { type: 'bytes32' },
        { type: 'uint32' },
        { type: 'bytes32' },
        { type: 'address' },
        { type: 'uint128' },
        { type: 'uint128' },
        { type: 'uint8' },
      ],
      [
        PAYOUT_LINE_TAG,
        job,
        line.slot,
        line.lease,
        line.worker,
        line.payUnits,
        line.rewardUnits,
        payoutReasons[line.reason],
      ],
    ),
  )
  return { hash, sumUnits: line.payUnits + line.rewardUnits }
}

/** keccak256 of a worker's ABI encoding together with its total. */
export function workerPayoutNode(job: JobId, payout: Omit<WorkerPayout, 'lines'>): SumNode {
  const hash = keccak256(
    encodeAbiParameters(
      [
        { type: 'bytes32' },
        { type: 'bytes32' },
        { type: 'address' },
        { type: 'uint256' },
        { type: 'bytes32' },
        { type: 'uint8' },
      ],
      [PAYOUT_WORKER_TAG, job, payout.worker, payout.totalUnits, payout.linesRoot, payout.linesDepth],
    ),
  )
  return { hash, sumUnits: payout.totalUnits }
}

/**
 * The payout tree of a job: a sum tree over workers (ordered by address), each over its own lines (ordered by slot).
 * The order of `lines` does not matter. No lines at all: a zero root of depth 0.
 * @throws RangeError when two lines are for one slot.
 */
export function payoutTree(job: JobId, lines: readonly PayoutLine[]): PayoutTree {
  if (new Set(lines.map((line) => line.slot)).size !== lines.length)
    throw new RangeError('two payout lines for one slot')
  const byWorker = Map.groupBy(lines, (line) => line.worker.toLowerCase())
  const workers = [...byWorker.keys()].sort().map((key): WorkerPayout => {
    const own = byWorker.get(key)!.toSorted((a, b) => a.slot - b.slot)
    const root = sumRoot(own.map((line) => payoutLineNode(job, line)))
    return {
      worker: own[0]!.worker,
      totalUnits: root.sumUnits,
      linesRoot: root.hash,
      linesDepth: merkleDepth(own.length),
      lines: own,
    }
  })
  if (workers.length === 0) return { job, root: zeroBytes32, depth: 0, totalUnits: 0n, workers }
  const root = sumRoot(workers.map((payout) => workerPayoutNode(job, payout)))
  return { job, root: root.hash, depth: merkleDepth(workers.length), totalUnits: root.sumUnits, workers }
}

/** What a worker shows the escrow to claim. `proof` are siblings, lowest first. */
export interface ClaimProof {
  readonly index: number
  readonly payout: Omit<WorkerPayout, 'lines'>
  readonly proof: readonly SumNode[]
}

/** The claim of one worker, or undefined when the tree has no line of its. */
export function claimProof(tree: PayoutTree, worker: Address): ClaimProof | undefined {
  const index = tree.workers.findIndex((payout) => payout.worker.toLowerCase() === worker.toLowerCase())
  if (index < 0) return undefined
  const { lines: _lines, ...payout } = tree.workers[index]!
  const nodes = tree.workers.map((other) => workerPayoutNode(tree.job, other))
  return { index, payout, proof: sumProof(nodes, index) }
}

/** What shows that one slot's line is in the tree. */
export interface LineProof extends ClaimProof {
  readonly line: PayoutLine
  readonly lineIndex: number
  readonly lineProof: readonly SumNode[]
}

/** The proof of one slot's line, or undefined when the tree has none. */
export function lineProof(tree: PayoutTree, slot: number): LineProof | undefined {
  for (const payout of tree.workers) {
    const lineIndex = payout.lines.findIndex((line) => line.slot === slot)
    if (lineIndex < 0) continue
    const nodes = payout.lines.map((line) => payoutLineNode(tree.job, line))
    return {
      ...claimProof(tree, payout.worker)!,
      line: payout.lines[lineIndex]!,
      lineIndex,
      lineProof: sumProof(nodes, lineIndex),
    }
  }
  return undefined
}
