import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SHARDS_PER_JOB_LIMIT } from '../protocol/job.ts'
import { affordableSlots, lockForSlotsUnits, spareSlots } from './spendLimit.ts'

const units = fc.bigInt({ min: 0n, max: 10n ** 9n })

test('the affordable number of slots is the largest whose lock is within the limit', () => {
  const spending = fc.record({
    slotPriceUnits: units,
    finderReserveUnits: units,
    relayerFeeCapUnits: units,
    maxSpendUnits: fc.bigInt({ min: 0n, max: 10n ** 11n }),
  })
  fc.assert(
    fc.property(spending, (money) => {
      const slots = affordableSlots(money)
      if (slots > 0) expect(lockForSlotsUnits(slots, money) <= money.maxSpendUnits).toBe(true)
      if (slots < SHARDS_PER_JOB_LIMIT) expect(lockForSlotsUnits(slots + 1, money) > money.maxSpendUnits).toBe(true)
    }),
  )
})

test('without a limit only the protocol limits the slots', () => {
  const money = { slotPriceUnits: 1n, finderReserveUnits: 0n, relayerFeeCapUnits: 0n, maxSpendUnits: null }
  expect(affordableSlots(money)).toBe(SHARDS_PER_JOB_LIMIT)
})

test('a tenth of the slots is spare, and never less than one', () => {
  expect([0, 1, 10, 11, 4_096].map(spareSlots)).toEqual([0, 1, 1, 2, 410])
})
