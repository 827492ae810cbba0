import { toHex } from 'viem'
import { isSignedBy } from '../protocol/signing.ts'
import { findingKey } from '../verify/findingKey.ts'
import type { JobDraft } from './draftJob.ts'
import { finderRewards } from './finderRewards.ts'
import type { FindingLedger } from './findingLedger.ts'
import type { Funding } from './funding.ts'
import type { JobLedger } from './jobLedger.ts'
import { type Settled, settleJob } from './settleJob.ts'

/**
 * Settles a followed job: a line for every signed lease, rewards for confirmed findings. A settlement that was signed before
 * a crash is handed in again as it stands: there is one last word.
 * @param saved called once it is in
 */
export async function settleBurst(
  funding: Funding,
  draft: JobDraft,
  ledger: JobLedger,
  findings: FindingLedger,
  saved: () => Promise<void>,
): Promise<Settled> {
  const { requester, info } = funding.connection
  const earlier = (await requester.job(draft.job)).settlement
  const { jobKey, resultKey } = funding.secrets
  // Its auditors come before the settlement: without the results there is nothing to audit.
  if (funding.sponsor !== null) await requester.openResults(draft.job, toHex(resultKey))
  if (
    earlier !== null &&
    (await isSignedBy(jobKey.address, info.venue, 'Settlement', earlier.message, earlier.signature))
  ) {
    const { transaction } = await requester.settle(draft.job, earlier)
    await saved()
    return { message: earlier.message, lines: earlier.lines, transaction }
  }
  const confirmed = findings.candidates.filter((candidate) => candidate.confirmed !== null)
  const rewards = finderRewards(
    confirmed.map(
      ({ key }) =>
        (slice) =>
          slice.result.targets.some((target) => target.finding !== null && findingKey(target.finding) === key),
    ),
    [...ledger.leases.values()],
    { rewardUnits: funding.finderRewardUnits, reserveUnits: draft.intent.finderReserve },
  )
  const settled = await settleJob(requester, info.venue, draft.job, funding.secrets, ledger.payoutLines(rewards))
  await saved()
  return settled
}
