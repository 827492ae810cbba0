import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BurstSeries } from '../protocol/series.ts'
import {
  bytes32,
  refusalOf,
  spender,
  startTestRelay,
  type TestRelay,
  testJob,
  testRequester,
  testWorker,
  workers,
} from './testRelay.fixture.ts'

const stranger = privateKeyToAccount(bytes32('stranger'))
let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay()
})
afterAll(() => relay.dispose())

const seriesOf = (run: number, pull = 'pull'): BurstSeries => ({
  pull: bytes32(pull),
  series: bytes32('series'),
  run,
  attempt: 1,
})

test('only the key that signed the intents sees a pull request’s jobs, and those of other pull requests are not among them', async () => {
  const first = await testJob('first push', 1, { series: seriesOf(1) })
  const second = await testJob('second push', 1, { series: seriesOf(2) })
  const other = await testJob('another pull request', 1, { series: seriesOf(3, 'other') })
  const requesters = []
  const none = await testJob('no pull request', 1)
  for (const job of [first, second, other, none]) requesters.push(await testRequester(relay, job))
  const { requester: asStranger } = await relay.connect(stranger)
  expect(await asStranger.pullJobs(bytes32('pull'))).toEqual([])
  // The job's own key is not the one that signed either: it sees its job, not its neighbours.
  expect(await requesters[0]!.pool.pullJobs(bytes32('pull'))).toEqual([])
  const { requester: asSpender } = await relay.connect(spender)
  const seen = await asSpender.pullJobs(bytes32('pull'))
  expect(seen.sort((a, b) => a.series.run - b.series.run)).toEqual([
    { job: first.job, state: 'open', series: seriesOf(1) },
    { job: second.job, state: 'open', series: seriesOf(2) },
  ])
  expect(await refusalOf(asStranger.cancel(first.job))).toBe('FB3008')
  for (const requester of requesters) await requester.stop()
  for (const { job } of [first, second, other, none]) await asSpender.cancel(job)
})

test('a job that its spender cancels is leased to nobody more, and its requester hears of it once', async () => {
  const job = await testJob('overtaken', 2, { series: seriesOf(1, 'overtaken') })
  const requester = await testRequester(relay, job)
  const { requester: asSpender } = await relay.connect(spender)
  await Promise.all([asSpender.cancel(job.job), asSpender.cancel(job.job), requester.pool.cancel(job.job)])
  await requester.saw('cancelled')
  const worker = await testWorker(relay, workers[0]!)
  expect(await worker.nextLease({ freeSlots: 1, waitSeconds: 1 })).toBeUndefined()
  expect(await asSpender.pullJobs(bytes32('overtaken'))).toMatchObject([{ job: job.job, state: 'cancelling' }])
  expect(requester.seen.map(({ type }) => type)).toEqual(['cancelled'])
  await requester.stop()
})
