import { expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { zeroAddress } from '../protocol/primitives.ts'
import { productionWindows } from './deployment.ts'
import type { JobOnChain } from './escrow.ts'
import { explainJob } from './explainJob.ts'

const day = 86_400
const t0 = 1_700_000_000
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
  settleBy: t0,
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
const settled: JobOnChain = { ...open, state: 'settled', settledAt: t0, claimableAt: t0 + day, totalUnits: 30n }
const voided: JobOnChain = { ...open, state: 'voided', defaultFrom: t0 }

test.each<[string, JobOnChain, number]>([
  ['open', open, t0 - 60],
  ['open, past its deadline', open, t0 + 60],
  ['not settled in time', open, t0 + 6 * 3_600 + 1],
  ['settled', settled, t0 + 60],
  ['settled and contested', { ...settled, contests: 2 }, t0 + 60],
  ['settled, contested, and the window is over', { ...settled, contests: 1 }, t0 + day],
  ['settled and claimable', settled, t0 + day],
  ['void, claims run', voided, t0 + 60],
  ['void, claims are over', voided, t0 + day + 60],
  ['void, all is payable', voided, t0 + 2 * day + 1],
  ['closed, not all claimed', { ...settled, state: 'closed' }, t0 + 2 * day],
  ['closed, all claimed', { ...settled, state: 'closed', claimedUnits: 30n }, t0 + 2 * day],
  ['closed void', { ...voided, state: 'closed' }, t0 + 3 * day],
])('a job that is %s is explained with times and what to do', (_name, job, now) => {
  const { now: where, next } = explainJob(job, productionWindows, now)
  expect([where, ...next].join('\n').replaceAll(open.job, 'JOB')).toMatchSnapshot()
})
