import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { productionWindows } from '../../src/escrow/deployment.ts'
import type { JobOnChain } from '../../src/escrow/escrow.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import { zeroAddress } from '../../src/protocol/primitives.ts'
import { type LeaseStanding, nextRemedy } from './nextRemedy.ts'

const { claimDelay, defaultGrace } = productionWindows
const lease = sha256('lease')
const settleBy = 100_000
const settledAt = 50_000
const open: JobOnChain = {
  job: sha256('job'),
  account: sha256('account'),
  token: '0x0000000000000000000000000000000000000070',
  state: 'open',
  jobKey: zeroAddress,
  assigner: zeroAddress,
  lockUnits: 100n,
  slotPriceUnits: 10n,
  slots: 4,
  spares: 1,
  settleBy,
  settledAt: null,
  defaultFrom: null,
  contests: 0,
  claimableAt: null,
  settlementHash: null,
  totalUnits: 0n,
  claimedUnits: 0n,
  burnUnits: 0n,
  postedUnits: 0n,
  relayerFeeUnits: 0n,
}
const settled: JobOnChain = { ...open, state: 'settled', settledAt, claimableAt: settledAt + claimDelay }
const voided: JobOnChain = { ...open, state: 'voided', defaultFrom: 200_000 }

const at = (now: number, change: Partial<LeaseStanding> = {}): LeaseStanding => ({
  lease,
  job: open,
  windows: productionWindows,
  now,
  dueUnits: 10n,
  floorUnits: 1n,
  dated: true,
  delivered: true,
  line: 'unknown',
  contest: undefined,
  post: undefined,
  ...change,
})
const step = (now: number, change: Partial<LeaseStanding> = {}) => nextRemedy(at(now, change)).do
const contest = { lease, worker: zeroAddress, dueUnits: 10n, answerBy: settledAt + 2 * claimDelay }
const post = { lease, worker: zeroAddress, units: 10n, state: 'posted' as const, payableAt: 300_000 }

describe('nothing is sent', () => {
  test.each<[string, number, Partial<LeaseStanding>]>([
    ['while the job may still be settled', settleBy + defaultGrace, {}],
    ['when the line pays what is due', settledAt + 1, { job: settled, line: 10n }],
    ['when lines are not shown yet, for half the window', settledAt + claimDelay / 2 - 1, { job: settled }],
    ['for a short line that nothing dates', settledAt + 1, { job: settled, line: 0n, dated: false }],
    ['for results that never arrived', settledAt + 1, { job: settled, line: 'missing', delivered: false }],
    ['for less than a transaction is worth', settledAt + 1, { job: settled, line: 0n, floorUnits: 11n }],
    ['while a contest can be answered', contest.answerBy, { job: { ...settled, contests: 1 }, contest }],
    ['while a default claim can be challenged', post.payableAt, { job: voided, post }],
    ['when a settlement can be claimed', settledAt + claimDelay, { job: settled, line: 0n }],
  ])('%s', (_what, now, change) => expect(step(now, change)).toBe('wait'))
})

describe('it is over', () => {
  test.each<[string, number, Partial<LeaseStanding>]>([
    ['when the job was closed as settled', 1, { job: { ...settled, state: 'closed' } }],
    ['when the time for default claims is over', 200_000 + claimDelay + 1, { job: voided }],
    ['when nothing dates the root of an unsettled job', settleBy + defaultGrace + 1, { dated: false }],
    ['when the claim was paid', 400_000, { job: voided, post: { ...post, state: 'paid' } }],
    ['when the claim was burned', 400_000, { job: voided, post: { ...post, state: 'burned' } }],
    ['when the slot was burned', 200_001, { job: voided, post: { ...post, lease: sha256('o'), state: 'burned' } }],
    ['when the job was closed void without a claim', 1, { job: { ...voided, state: 'closed' } }],
  ])('%s', (_what, now, change) => expect(step(now, change)).toBe('over'))
})

test('a missing or short line is contested at once, one that is hidden after half the window, and none after it', () => {
  expect(step(settledAt + 1, { job: settled, line: 'missing' })).toBe('contest')
  expect(step(settledAt + 1, { job: settled, line: 9n })).toBe('contest')
  expect(step(settledAt + claimDelay / 2, { job: settled })).toBe('contest')
  expect(step(settledAt + claimDelay - 1, { job: settled, line: 0n })).toBe('contest')
  expect(step(settledAt + claimDelay, { job: settled, line: 0n })).not.toBe('contest')
})

test('an unanswered contest voids the settlement, the worker’s own one second after its time, others’ as they are found', () => {
  const job = { ...settled, contests: 1 }
  expect(step(contest.answerBy + 1, { job, contest })).toBe('void-own')
  expect(step(settledAt + claimDelay, { job, line: 10n })).toBe('void-others')
  expect(step(settledAt + claimDelay, { job, contest: { ...contest, dueUnits: null } })).toBe('void-others')
})

test('a silent requester is claimed from one second after the grace, delivered or not, and collected from in time', () => {
  expect(step(settleBy + defaultGrace + 1)).toBe('claim-default')
  expect(step(settleBy + defaultGrace + claimDelay, { delivered: false })).toBe('claim-default')
  expect(step(200_000, { job: voided })).toBe('claim-default')
  // A frozen job is void from now on and payable later.
  expect(step(1, { job: voided })).toBe('claim-default')
  expect(step(post.payableAt + 1, { job: voided, post })).toBe('collect')
  expect(step(post.payableAt + 1, { job: { ...voided, state: 'closed' }, post })).toBe('collect')
  // Two leases of one slot burn it.
  expect(step(200_001, { job: voided, post: { ...post, lease: sha256('other') } })).toBe('claim-default')
})

test('nothing undated and nothing below the floor is ever contested or claimed', () => {
  const job = fc.constantFrom(open, settled, voided, { ...settled, contests: 1 })
  const line = fc.constantFrom<LeaseStanding['line']>('missing', 'unknown', 0n, 9n, 10n)
  fc.assert(
    fc.property(job, line, fc.nat(1_000_000), fc.boolean(), (one, shown, now, undated) => {
      const change = undated ? { dated: false } : { floorUnits: 11n }
      expect(['contest', 'claim-default']).not.toContain(step(now, { job: one, line: shown, ...change }))
    }),
  )
})
