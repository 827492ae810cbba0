import type { EscrowWriter, JobOnChain } from '../escrow/escrow.ts'
import { isSettlementOf } from '../escrow/settlementHash.ts'
import { fetchSettlement } from '../pool/fetchSettlement.ts'
import { lineProof, type PayoutLine, payoutTree } from '../protocol/payout.ts'
import type { Bytes32, JobId } from '../protocol/primitives.ts'
import { loadSettlement } from '../requester/projectState.ts'
import { LinesMissing } from './errors.ts'
import { confirm, type VenueFlags } from './escrowAccess.ts'

/** What was said to one contest. */
export interface ContestAnswer {
  readonly lease: Bytes32
  /** The settlement's line for it; null when it has none. */
  readonly line: PayoutLine | null
  /** Null when it has no line, or somebody answered meanwhile. */
  readonly transaction: Bytes32 | null
}

/**
 * Answers every open contest of a job from lines that match what was settled: those in this folder, or those of a relay.
 * @throws LinesMissing, NotConfirmed, and the escrow's and relay's coded errors
 */
export async function answerContests(
  escrow: EscrowWriter,
  job: JobId,
  flags: VenueFlags & { readonly relay?: string },
): Promise<ContestAnswer[]> {
  const view = await escrow.job(job)
  if (view === undefined || view.contests === 0) return []
  const contests = await escrow.openContests(job, view.settledAt ?? 0)
  const lines = await findLines(view, flags.relay)
  const tree = payoutTree(job, lines)
  await confirm(`Answer ${contests.length} contest(s)? What lines pay too little is burned.`, flags)
  const answers: ContestAnswer[] = []
  for (const { lease } of contests) {
    const line = lines.find((candidate) => candidate.lease === lease) ?? null
    const proof = line === null ? undefined : lineProof(tree, line.slot)
    const mined = proof === undefined ? 'already-done' : await escrow.answer(job, proof)
    answers.push({ lease, line, transaction: mined === 'already-done' ? null : mined.transaction })
  }
  return answers
}

async function findLines(view: JobOnChain, relay: string | undefined): Promise<PayoutLine[]> {
  const { job } = view
  const found = relay === undefined ? await loadSettlement('.fuzzburst', job) : await fetchSettlement(relay, job, fetch)
  if (found === undefined) throw new LinesMissing(job, 'they are not in .fuzzburst/settlements/ here')
  if (view.settlementHash !== null && !isSettlementOf(view, payoutTree(job, found.lines)))
    throw new LinesMissing(job, 'those that were found are not the ones that were settled')
  return found.lines
}
