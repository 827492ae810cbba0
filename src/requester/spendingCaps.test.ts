import fc from 'fast-check'
import { expect, test } from 'vitest'
import { affordableSlots, lockForSlotsUnits } from '../campaign/spendLimit.ts'
import type { EscrowReader, JobOnChain } from '../escrow/escrow.ts'
import { sha256 } from '../protocol/digest.ts'
import { zeroAddress } from '../protocol/primitives.ts'
import type { Funding } from './funding.ts'
import { zBurstOptions } from './options.ts'
import { isOvertaken, type PullBoard, takePlace } from './pullBoard.ts'
import { spendingCaps, withinCaps } from './spendingCaps.ts'

const account = sha256('account')
const token = { symbol: 'USDC', decimals: 6 }
const own = { pull: sha256('pull'), series: sha256('series'), run: 10, attempt: 1 }
const board = (runs: readonly [name: string, run: number, state?: 'open' | 'settled'][]): PullBoard => ({
  own,
  jobs: async () => runs.map(([name, run, state = 'open']) => ({ job: sha256(name), state, series: { ...own, run } })),
  cancel: async () => undefined,
})
const onChain = (job: Partial<JobOnChain>): JobOnChain =>
  ({ account, state: 'settled', totalUnits: 0n, relayerFeeUnits: 0n, lockUnits: 9_000_000n, ...job }) as JobOnChain

function fundingWith(jobs: Readonly<Record<string, JobOnChain>>, pull: PullBoard, spentToday = 0n): Funding {
  const escrow: Pick<EscrowReader, 'job' | 'spender'> = {
    job: async (job) => Object.entries(jobs).find(([name]) => sha256(name) === job)?.[1],
    spender: async () => ({
      maxPerJobUnits: 50_000_000n,
      maxPerDayUnits: 50_000_000n,
      leftTodayUnits: 50_000_000n - spentToday,
      expires: 1,
    }),
  }
  return {
    escrow: escrow as EscrowReader,
    sponsor: null,
    account,
    token,
    pull,
    spender: { address: zeroAddress },
    offer: { slotPriceUnits: 20_000n, finderReserveUnits: 0n, relayerFeeCapUnits: 10_000n, maxSpendUnits: null },
  } as unknown as Funding
}
const caps = { 'max-spend-per-pr': '5', 'max-spend-per-day': '20' }

test('a pull request whose bursts have cost its cap gets no shard more, and the refusal names the cap and what is left', async () => {
  const jobs = { one: onChain({ totalUnits: 3_000_000n, relayerFeeUnits: 100_000n }), two: onChain({ state: 'open' }) }
  const funding = fundingWith(
    { ...jobs, two: onChain({ state: 'open', lockUnits: 1_890_000n }) },
    board([
      ['one', 1],
      ['two', 2],
    ]),
  )
  const found = await spendingCaps(funding, zBurstOptions.parse(caps))
  expect(found).toContainEqual({ name: 'max-spend-per-pr', capUnits: 5_000_000n, leftUnits: 10_000n })
  expect(() => withinCaps(funding, found)).toThrow(/FB2090: `max-spend-per-pr` is 5 USDC, of which 0.01 USDC is left/)
})

test('a day that is spent stops bursts too, by the escrow’s own count', async () => {
  const funding = fundingWith({}, board([]), 19_990_000n)
  const found = await spendingCaps(funding, zBurstOptions.parse(caps))
  expect(() => withinCaps(funding, found)).toThrow(/FB2090: `max-spend-per-day`/)
})

test('a relay that cannot say what a pull request has cost lets nothing through', async () => {
  const mute = { ...board([]), jobs: () => Promise.reject(new Error('no answer')) }
  await expect(spendingCaps(fundingWith({}, mute), zBurstOptions.parse(caps))).rejects.toThrow('no answer')
})

test('jobs of other accounts that a relay lists are not counted, and open ones count whole', async () => {
  const jobs = {
    foreign: onChain({ account: sha256('another'), totalUnits: 4_000_000n }),
    open: onChain({ state: 'open', lockUnits: 700_000n }),
    closed: onChain({ state: 'closed', totalUnits: 50_000n, relayerFeeUnits: 2_000n }),
  }
  const pull = board([
    ['foreign', 1],
    ['open', 2],
    ['closed', 3, 'settled'],
    ['unknown', 4],
  ])
  const found = await spendingCaps(fundingWith(jobs, pull), zBurstOptions.parse(caps))
  expect(found.find(({ name }) => name === 'max-spend-per-pr')?.leftUnits).toBe(5_000_000n - 752_000n)
})

test('the plan can never lock more than the lowest cap leaves', () => {
  const units = fc.bigInt({ min: 0n, max: 10_000_000n })
  fc.assert(
    fc.property(fc.array(units, { maxLength: 3 }), (lefts) => {
      const names = ['max-spend', 'max-spend-per-pr', 'max-spend-per-day'] as const
      const found = lefts.map((leftUnits, i) => ({ name: names[i]!, capUnits: 10_000_000n, leftUnits }))
      const funding = fundingWith({}, board([]))
      const needUnits = lockForSlotsUnits(1, funding.offer)
      if (lefts.some((leftUnits) => leftUnits < needUnits)) expect(() => withinCaps(funding, found)).toThrow('FB2090')
      else {
        const { offer } = withinCaps(funding, found)
        const lockUnits = lockForSlotsUnits(affordableSlots(offer), offer)
        if (lefts.length > 0) expect(lefts.every((leftUnits) => lockUnits <= leftUnits)).toBe(true)
      }
    }),
  )
})

test('a burst takes the place of older open ones only, and says when it is itself too old', async () => {
  const cancelled: string[] = []
  const listed = board([
    ['older', 9],
    ['older and settled', 8, 'settled'],
    ['same run', 10],
  ])
  const newest = { ...listed, cancel: async (job: string) => void cancelled.push(job) }
  const said: string[] = []
  expect(await takePlace(newest, (line) => said.push(line))).toBe(false)
  expect(cancelled).toEqual([sha256('older')])
  expect(said).toEqual([expect.stringContaining('its run settles it')])
  expect(await isOvertaken(newest)).toBe(false)
  expect(await isOvertaken(board([['newer', 11, 'settled']]))).toBe(true)
})
