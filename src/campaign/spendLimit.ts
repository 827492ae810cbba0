import { SHARDS_PER_JOB_LIMIT } from '../protocol/job.ts'

/** What a plan may cost, in token units. */
export interface Spending {
  readonly slotPriceUnits: bigint
  readonly finderReserveUnits: bigint
  readonly relayerFeeCapUnits: bigint
  /** Null: no limit. */
  readonly maxSpendUnits: bigint | null
}

/** Spare slots for so many shards: a tenth, rounded up, because a re-lease consumes a slot (trust.md, "Money"). */
export function spareSlots(slots: number): number {
  return Math.ceil(slots / 10)
}

/** What a job of so many shards locks, in token units. */
export function lockForSlotsUnits(slots: number, spending: Spending): bigint {
  const priced = BigInt(slots + spareSlots(slots)) * spending.slotPriceUnits
  return priced + spending.finderReserveUnits + spending.relayerFeeCapUnits
}

/** The most shards whose lock stays within `maxSpendUnits`; zero when not even one does. */
export function affordableSlots(spending: Spending): number {
  const { maxSpendUnits } = spending
  if (maxSpendUnits === null) return SHARDS_PER_JOB_LIMIT
  let low = 0
  let high = SHARDS_PER_JOB_LIMIT
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (lockForSlotsUnits(middle, spending) <= maxSpendUnits) low = middle
    else high = middle - 1
  }
  return low
}
