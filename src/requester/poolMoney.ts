import { intentLockUnits } from '../protocol/messages.ts'
import type { Report } from '../report/report.ts'
import type { Funding } from './funding.ts'
import type { BurstOptions } from './options.ts'
import type { PoolOutcome } from './poolBurst.ts'
import { spendingCaps } from './spendingCaps.ts'

/** The report's money part, read back from the chain where there is one; null in a private pool. */
export async function poolMoney(
  funding: Funding,
  outcome: PoolOutcome,
  options: BurstOptions,
): Promise<Report['money']> {
  const { escrow, sponsor } = funding
  const { intent, job, sponsorLeftUnits } = outcome.draft
  if (escrow === null && sponsor === null) return null
  const [account, onChain, before] = await Promise.all([
    escrow?.account(funding.account),
    escrow?.job(job),
    // Read after the settlement: this burst is in the tallies, but not in what it alone may cost.
    spendingCaps(funding, options),
  ])
  const lockedUnits = onChain?.lockUnits ?? intentLockUnits(intent)
  const paidUnits = outcome.settled?.message.total ?? 0n
  // Nobody but the sponsor looks at its account; the relay takes its fee twice, for open and settlement.
  const relayerFeeUnits = onChain?.relayerFeeUnits ?? (sponsor === null ? 0n : intent.relayerFeeCap)
  const caps = before.map((cap) =>
    cap.name === 'max-spend' ? { ...cap, leftUnits: positive(cap.capUnits - paidUnits - relayerFeeUnits) } : cap,
  )
  const workerMs = outcome.slices.filter((slice) => slice.worker !== null).reduce((sum, slice) => sum + slice.cpuMs, 0)
  return {
    symbol: funding.token.symbol,
    decimals: funding.token.decimals,
    lockedUnits,
    paidUnits,
    relayerFeeUnits,
    refundUnits: lockedUnits - paidUnits - relayerFeeUnits,
    balanceUnits: account?.balanceUnits ?? sponsorLeftUnits ?? 0n,
    ...(sponsor && { sponsored: true }),
    caps,
    unitsPerFuzzHour: workerMs === 0 ? null : (paidUnits * 3_600_000n) / BigInt(workerMs),
    transactions: [
      ...(outcome.openTransaction === null ? [] : [{ what: 'open', hash: outcome.openTransaction }]),
      ...(outcome.settled?.transaction ? [{ what: 'settle', hash: outcome.settled.transaction }] : []),
    ],
  }
}

function positive(units: bigint): bigint {
  return units < 0n ? 0n : units
}
