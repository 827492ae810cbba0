import type { EscrowWriter, JobOnChain } from '../escrow/escrow.ts'
import { zSettlementRequest } from '../protocol/api.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import { lineProof, payoutTree } from '../protocol/payout.ts'
import type { RelayWorld } from './world.ts'

/**
 * Answers the contests of a settled job with the lines that its requester handed in: the requester's machine is gone by then.
 * Anyone may answer, and nobody can answer wrongly. Answering is right whoever lies: a line that pays enough ends the contest,
 * one that pays less burns the difference, so that neither an unpaid worker's requester nor a cheat gets it.
 * @param settlement what the requester handed in, as JSON
 */
export async function answerContests(
  world: Pick<RelayWorld, 'log'>,
  writer: EscrowWriter,
  onChain: JobOnChain,
  settlement: string,
): Promise<void> {
  const { job } = onChain
  const { message, lines } = zSettlementRequest.parse(JSON.parse(settlement))
  // Somebody settled with other lines: these prove nothing.
  if (message.payoutRoot !== onChain.payoutRoot) return
  const tree = payoutTree(job, lines)
  for (const { lease } of await writer.openContests(job, onChain.settledAt ?? 0)) {
    const line = lines.find((candidate) => candidate.lease === lease)
    const proof = line === undefined ? undefined : lineProof(tree, line.slot)
    if (proof === undefined) {
      world.log.warn({ job, lease }, 'a contest has no line to answer it with; the settlement will be void')
      continue
    }
    try {
      await writer.answer(job, proof)
      world.log.info({ job, lease, payUnits: proof.line.payUnits.toString() }, 'contest answered')
    } catch (error) {
      if (!isFuzzburstError(error) || error.code === 'FB2001') throw error
      world.log.warn({ job, lease, code: error.code }, 'contest not answered yet')
    }
  }
}
