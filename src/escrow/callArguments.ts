import type { Address } from 'viem'
import type { Grant, Intent } from '../protocol/messages.ts'
import type { ClaimProof } from '../protocol/payout.ts'
import type { JobId } from '../protocol/primitives.ts'

/** An intent as the ABI wants it: 64-bit times are `bigint`s there. */
export function intentArgs(intent: Intent) {
  return { ...intent, openBy: BigInt(intent.openBy), settleBy: BigInt(intent.settleBy) }
}

/** A grant as the ABI wants it. */
export function grantArgs(grant: Grant) {
  return { ...grant, validUntil: BigInt(grant.validUntil) }
}

/** A claim as the ABI wants it. `token` is the account's. */
export function claimArgs(job: JobId, token: Address, proof: ClaimProof) {
  const { worker, totalUnits, linesRoot, linesDepth } = proof.payout
  return {
    job,
    token,
    payout: { worker, totalUnits, linesRoot, linesDepth },
    index: BigInt(proof.index),
    proof: proof.proof.map((node) => ({ hash: node.hash, units: node.sumUnits })),
  }
}
