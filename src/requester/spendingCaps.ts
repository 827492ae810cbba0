import { parseUnits } from 'viem'
import { lockForSlotsUnits } from '../campaign/spendLimit.ts'
import type { Report } from '../report/report.ts'
import { SpendingCapReached } from './errors.ts'
import type { Funding } from './funding.ts'
import type { BurstOptions } from './options.ts'
import { takenUnits } from './pullBoard.ts'

/** A limit on spending, and what is left of it. */
export type SpendingCap = NonNullable<Report['money']>['caps'][number]

/**
 * The limits that hold for this burst, and what each leaves. For one pull request the escrow's amounts of its jobs are added up; for one
 * day the escrow's own tally of the spender's key is read, which counts locks by UTC day. Both are read anew at each call.
 * @throws coded errors of relay and chain: a cap that cannot be checked lets nothing through
 */
export async function spendingCaps(funding: Funding, options: BurstOptions): Promise<SpendingCap[]> {
  const { escrow, account, token, pull } = funding
  if (escrow === null || funding.sponsor !== null) return []
  const units = (amount: string): bigint => parseUnits(amount, token.decimals)
  const left = (capUnits: bigint, taken: bigint): bigint => (taken < capUnits ? capUnits - taken : 0n)
  const caps: SpendingCap[] = []
  const perBurst = options['max-spend']
  if (perBurst !== undefined) caps.push({ name: 'max-spend', capUnits: units(perBurst), leftUnits: units(perBurst) })
  const perPull = options['max-spend-per-pr']
  if (perPull !== undefined && pull !== undefined) {
    const capUnits = units(perPull)
    const taken = await takenUnits(await pull.jobs(), account, escrow)
    caps.push({ name: 'max-spend-per-pr', capUnits, leftUnits: left(capUnits, taken) })
  }
  const perDay = options['max-spend-per-day']
  const spender = await escrow.spender(account, funding.spender.address)
  if (spender === undefined) return caps
  const today = spender.maxPerDayUnits - spender.leftTodayUnits
  if (perDay !== undefined)
    caps.push({ name: 'max-spend-per-day', capUnits: units(perDay), leftUnits: left(units(perDay), today) })
  caps.push({ name: 'key-per-day', capUnits: spender.maxPerDayUnits, leftUnits: spender.leftTodayUnits })
  return caps
}

/** The funding with an offer that keeps within the caps. @throws SpendingCapReached when one pays for no shard */
export function withinCaps(funding: Funding, caps: readonly SpendingCap[]): Funding {
  const { offer, token } = funding
  // The escrow checks its own cap, and says so in its own words.
  const ours = caps.filter(({ name }) => name !== 'key-per-day')
  const needUnits = lockForSlotsUnits(1, offer)
  const reached = ours.find(({ leftUnits }) => leftUnits < needUnits)
  if (reached !== undefined) throw new SpendingCapReached(reached, needUnits, token)
  const lowest = ours.reduce<bigint | null>(
    (least, { leftUnits }) => (least === null || leftUnits < least ? leftUnits : least),
    offer.maxSpendUnits,
  )
  return { ...funding, offer: { ...offer, maxSpendUnits: lowest } }
}
