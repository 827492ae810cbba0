import { afterAll, beforeAll, expect, test } from 'vitest'
import { listedRepository } from '../../../test/servers/oidcRepositories.ts'
import { ONE } from '../../escrow/testEscrow.fixture.ts'
import type { BurstSeries } from '../../protocol/series.ts'
import { bytes32, type TestRequester, testRequester } from '../testRelay.fixture.ts'
import { startTestSponsor, type TestSponsor } from './testSponsor.fixture.ts'

let world: TestSponsor
const requesters: TestRequester[] = []
beforeAll(async () => {
  world = await startTestSponsor({ perRepositoryUnits: 40n * ONE, perOwnerUnits: 40n * ONE })
  world.github.listed.set(77, listedRepository({ id: 77, owner: { id: 770, login: 'other' } }))
}, 180_000)
afterAll(async () => {
  for (const requester of requesters) await requester.stop()
  await world?.dispose()
})

const seriesOf = (run: number, more: Partial<BurstSeries> = {}): BurstSeries => ({
  ...{ pull: bytes32('pull'), series: bytes32('series'), run, attempt: 1 },
  ...more,
})

/** Granted by the sponsor, opened on chain, posted. */
async function freeBurst(name: string, series: BurstSeries, claims: Record<string, unknown> = {}) {
  const job = await world.job(name, { series })
  const { requester } = await world.relay.connect(job.secrets.jobKey)
  const token = await world.oidc.sign(world.audience(job), { claims })
  const { signature } = await requester.askSponsor({ intent: job.intent, nonce: job.secrets.nonce, token })
  await requester.submitOpen({ intent: job.intent, signature })
  return { job: job.job, post: () => post({ ...job, document: { ...job.document, intentSignature: signature } }) }
}
async function post(job: Parameters<typeof testRequester>[1]): Promise<TestRequester> {
  const requester = await testRequester(world.relay, job, { sign: false })
  requesters.push(requester)
  return requester
}
const stateOf = async (one: TestRequester, job: Awaited<ReturnType<typeof freeBurst>>) =>
  (await one.pool.job(job.job)).state

test('bursts of another repository, of another series and of the same run are left alone, whatever they call themselves', async () => {
  const mine = await freeBurst('mine', seriesOf(1))
  const other = await freeBurst('another repository', seriesOf(2), { repository_id: '77', repository_owner_id: '770' })
  const workflow = await freeBurst('another workflow', seriesOf(2, { series: bytes32('another') }))
  const matrix = await freeBurst('the same run', seriesOf(1))
  const requester = await mine.post()
  for (const one of [other, workflow, matrix]) {
    expect(await stateOf(await one.post(), one)).toBe('open')
    expect(await stateOf(requester, mine)).toBe('open')
  }
})

test('a newer push ends the leasing of the older burst, whose requester hears of it; posted again, nothing more happens', async () => {
  const older = await freeBurst('the first push', seriesOf(11, { pull: bytes32('two pushes') }))
  const newer = await freeBurst('the second push', seriesOf(12, { pull: bytes32('two pushes') }))
  const first = await older.post()
  const second = await newer.post()
  await first.saw('cancelled')
  expect([await stateOf(first, older), await stateOf(second, newer)]).toEqual(['cancelling', 'open'])
  const again = await newer.post()
  expect(await stateOf(again, newer)).toBe('open')
  expect(first.seen.filter(({ type }) => type === 'cancelled')).toHaveLength(1)
})

test('a burst of an older run that comes late is taken and ended at once, before anybody is asked to work for it', async () => {
  const pull = bytes32('late')
  const newer = await freeBurst('on time', seriesOf(22, { pull }))
  const older = await freeBurst('late', seriesOf(21, { pull }))
  const second = await newer.post()
  const first = await older.post()
  await first.saw('cancelled')
  expect([await stateOf(first, older), await stateOf(second, newer)]).toEqual(['cancelling', 'open'])
  expect(first.seen.filter(({ type }) => type === 'proposal')).toEqual([])
})

test('of two that are posted at the same time the newer one is left', async () => {
  const pull = bytes32('a race')
  const bursts = [
    await freeBurst('racing 1', seriesOf(31, { pull })),
    await freeBurst('racing 2', seriesOf(32, { pull })),
  ]
  const [first, second] = await Promise.all(bursts.map((one) => one.post()))
  await first!.saw('cancelled')
  expect([await stateOf(first!, bursts[0]!), await stateOf(second!, bursts[1]!)]).toEqual(['cancelling', 'open'])
})
