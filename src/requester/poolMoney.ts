import { intentLockUnits } from '../protocol/messages.ts'
import type { Report } from '../report/report.ts'
import type { Funding } from './funding.ts'
import type { PoolOutcome } from './poolBurst.ts'

/** The report's money part, read back from the chain where there is one; null in a private pool. */
export async function poolMoney(funding: Funding, outcome: PoolOutcome): Promise<Report['money']> {
  if (funding.escrow === null) return null
  const { intent, job } = outcome.draft
  const [account, onChain] = await Promise.all([funding.escrow.account(funding.account), funding.escrow.job(job)])
  const lockedUnits = onChain?.lockUnits ?? intentLockUnits(intent)
  const paidUnits = outcome.settled?.message.total ?? 0n
  const relayerFeeUnits = onChain?.relayerFeeUnits ?? 0n
  const workerMs = outcome.slices.filter((slice) => slice.worker !== null).reduce((sum, slice) => sum + slice.cpuMs, 0)
  return {
    symbol: funding.token.symbol,
    decimals: funding.token.decimals,
    lockedUnits,
    paidUnits,
    relayerFeeUnits,
    refundUnits: lockedUnits - paidUnits - relayerFeeUnits,
    balanceUnits: account?.balanceUnits ?? 0n,
    unitsPerFuzzHour: workerMs === 0 ? null : (paidUnits * 3_600_000n) / BigInt(workerMs),
    transactions: [
      ...(outcome.openTransaction === null ? [] : [{ what: 'open', hash: outcome.openTransaction }]),
      ...(outcome.settled?.transaction ? [{ what: 'settle', hash: outcome.settled.transaction }] : []),
    ],
  }
}
