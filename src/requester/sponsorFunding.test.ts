import { expect, test } from 'vitest'
import { zeroAddress, zeroBytes32 } from '../protocol/primitives.ts'
import type { SponsorInfo } from '../protocol/sponsorship.ts'
import { zBurstOptions } from './options.ts'
import { sponsoredOffer } from './sponsorFunding.ts'

const terms: SponsorInfo = {
  account: zeroBytes32,
  spender: zeroAddress,
  assigner: zeroAddress,
  token: { symbol: 'USDC', decimals: 6 },
  issuer: 'https://issuer.test',
  slotPriceUnits: 15_000n,
  longestSeconds: 28_800,
  caps: { perBurstUnits: 2_000_000n, perRepositoryUnits: 1n, perOwnerUnits: 1n, budgetUnits: 1n },
  month: '2026-11',
  givenUnits: 0n,
  events: [],
  licences: [],
}

test('a relay’s fee above what the user allows is refused, whoever pays it', () => {
  expect(() => sponsoredOffer(terms, 100_001n, zBurstOptions.parse({}))).toThrow('FB1018')
})

test('of the user’s and the sponsor’s price and cap the lower ones hold, and there is never a finder’s reserve', () => {
  const offer = (options: Record<string, unknown>) => sponsoredOffer(terms, 10_000n, zBurstOptions.parse(options))
  expect(offer({})).toEqual({
    slotPriceUnits: 15_000n,
    finderReserveUnits: 0n,
    maxSpendUnits: 2_000_000n,
    relayerFeeCapUnits: 20_000n,
  })
  const modest = { 'slot-price': '0.01', 'max-spend': '0.5', 'finder-reserve': '5', 'finder-reward': '1' }
  expect(offer(modest)).toMatchObject({ slotPriceUnits: 10_000n, maxSpendUnits: 500_000n, finderReserveUnits: 0n })
  expect(offer({ 'slot-price': '3', 'max-spend': '900' })).toMatchObject({
    slotPriceUnits: 15_000n,
    maxSpendUnits: 2_000_000n,
  })
})
