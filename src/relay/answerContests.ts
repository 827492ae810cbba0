import type { EscrowWriter, JobOnChain } from '../escrow/escrow.ts'
import { isSettlementOf } from '../escrow/settlementHash.ts'
import { zSettlementRequest } from '../protocol/api.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import { lineProof, type PayoutTree, payoutTree } from '../protocol/payout.ts'
import type { RelayWorld } from './world.ts'

/**
 * Answers the contests of a settled job with the lines that its requester handed in: the requester's machine is gone by then.
 * Anyone may answer, and nobody can answer wrongly. Answering is right whoever lies: a line that pays enough ends the contest,
 * one that pays less burns the difference, so that neither an unpaid worker's requester nor a cheat gets it. A contest that no line
 * answers ends the settlement once its time is over: else the lock would wait for a worker that may be gone.
 * @param settlement what the requester handed in, as JSON; null when it went past this relay
 */
export async function answerContests(
  world: Pick<RelayWorld, 'log'>,
  writer: EscrowWriter,
  onChain: JobOnChain,
  settlement: string | null,
): Promise<void> {
  const { job } = onChain
  const tree = treeOf(onChain, settlement)
  const now = await writer.now()
  for (const { lease, answerBy } of await writer.openContests(job, onChain.settledAt ?? 0)) {
    const line = tree?.workers.flatMap(({ lines }) => lines).find((candidate) => candidate.lease === lease)
    const proof = tree === undefined || line === undefined ? undefined : lineProof(tree, line.slot)
    try {
      if (proof !== undefined) {
        await writer.answer(job, proof)
        world.log.info({ job, lease, payUnits: proof.line.payUnits.toString() }, 'contest answered')
      } else if (now > answerBy) {
        await writer.voidUnanswered(job, lease)
        world.log.warn({ job, lease }, 'a contest has no line to answer it with: the settlement is void')
        return
      }
    } catch (error) {
      if (!isFuzzburstError(error) || error.code === 'FB2001') throw error
      world.log.warn({ job, lease, code: error.code }, 'contest not ended yet')
    }
  }
}

/** The settlement's lines, if they are those that were settled: others prove nothing. */
function treeOf(onChain: JobOnChain, settlement: string | null): PayoutTree | undefined {
  if (settlement === null) return undefined
  const tree = payoutTree(onChain.job, zSettlementRequest.parse(JSON.parse(settlement)).lines)
  return isSettlementOf(onChain, tree) ? tree : undefined
}
