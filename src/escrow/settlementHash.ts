import { type Address, encodeAbiParameters, keccak256 } from 'viem'
import type { PayoutTree } from '../protocol/payout.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { JobOnChain } from './escrow.ts'

/** What the escrow keeps of a settlement (PayoutTree.commitment): two trees with one hash are one tree, in one token. */
export function settlementHash(token: Address, tree: Pick<PayoutTree, 'root' | 'depth' | 'totalUnits'>): Bytes32 {
  return keccak256(
    encodeAbiParameters(
      [{ type: 'bytes32' }, { type: 'uint256' }, { type: 'uint256' }, { type: 'address' }],
      [tree.root, tree.totalUnits, BigInt(tree.depth), token],
    ),
  )
}

/** True when this tree is what was settled. */
export function isSettlementOf(
  job: Pick<JobOnChain, 'settlementHash' | 'token'>,
  tree: Pick<PayoutTree, 'root' | 'depth' | 'totalUnits'>,
): boolean {
  return job.settlementHash === settlementHash(job.token, tree)
}
