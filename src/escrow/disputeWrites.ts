import { type Hex, zeroAddress } from 'viem'
import type { Evidence } from '../protocol/evidence.ts'
import type { Lease, Receipt } from '../protocol/messages.ts'
import { type LineProof, payoutReasons } from '../protocol/payout.ts'
import { type Bytes32, type JobId, zeroBytes32 } from '../protocol/primitives.ts'
import { claimArgs } from './callArguments.ts'
import type { DisputeWriter } from './disputes.ts'
import type { EscrowReader } from './escrow.ts'
import type { WriteCall } from './writeCall.ts'

/** The calls of both sides that end in no agreement, over a way to send them. */
export function writeDisputes(write: WriteCall, reader: EscrowReader): DisputeWriter {
  const accountOf = async (job: JobId): Promise<Bytes32> => (await reader.job(job))?.account ?? job

  return {
    async recordRoot(rootMessage) {
      if ((await reader.recordedAt(rootMessage)) !== null) return 'already-done'
      return write(rootMessage, 'recordRoot', [rootMessage])
    },
    async contest(job, evidence) {
      return write(await accountOf(job), 'contest', [job, evidenceArgs(evidence)], 'ContestExists')
    },
    async answer(job, proof) {
      const view = await reader.job(job)
      const claimed = claimArgs(job, view?.token ?? zeroAddress, proof)
      const args = [claimed, proof.line.lease, lineArgs(proof), BigInt(proof.lineIndex)] as const
      const nodes = proof.lineProof.map((node) => ({ hash: node.hash, units: node.sumUnits }))
      return write(view?.account ?? job, 'answer', [...args, nodes], 'NoContest')
    },
    async voidUnanswered(job, lease) {
      const view = await reader.job(job)
      if (view?.state === 'voided') return 'already-done'
      return write(view?.account ?? job, 'voidUnanswered', [job, lease], 'NoContest')
    },
    async claimDefault(job, evidence) {
      return write(await accountOf(job), 'claimDefault', [job, evidenceArgs(evidence)], 'SlotTaken')
    },
    async collectDefault(job, slot) {
      if ((await reader.postOf(job, slot))?.state === 'paid') return 'already-done'
      return write(await accountOf(job), 'collectDefault', [job, BigInt(slot)])
    },
    async challengeDefault(job, slot) {
      if ((await reader.postOf(job, slot))?.state === 'burned') return 'already-done'
      return write(await accountOf(job), 'challengeDefault', [job, BigInt(slot)])
    },
    async strike(slot, one, other) {
      const { job } = one.message
      const args = [BigInt(slot), one.message, one.signature, other.message, other.signature] as const
      return write(await accountOf(job), 'strike', args, 'NoContest')
    },
    async freeze(job) {
      const view = await reader.job(job)
      if (view?.state === 'voided') return 'already-done'
      return write(view?.account ?? job, 'freeze', [job])
    },
  }
}

const noReceipt: Receipt = { job: zeroBytes32, lease: zeroBytes32, rootMessage: zeroBytes32, receivedAt: 0 }

/** Evidence as the ABI wants it: what is missing is empty. */
function evidenceArgs(evidence: Evidence) {
  const { lease, root, receipt, assignerSignature } = evidence
  const dated = receipt?.message ?? noReceipt
  const nothing: Hex = '0x'
  return {
    lease: leaseArgs(lease.message),
    leaseSignature: lease.signature,
    assignerSignature: assignerSignature ?? nothing,
    root: root.message,
    rootSignature: root.signature,
    receipt: { ...dated, receivedAt: BigInt(dated.receivedAt) },
    receiptSignature: receipt?.signature ?? nothing,
  }
}

function leaseArgs(lease: Lease) {
  return { ...lease, expires: BigInt(lease.expires) }
}

function lineArgs({ line }: LineProof) {
  return { ...line, reason: payoutReasons[line.reason] }
}
