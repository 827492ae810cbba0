import { pino } from 'pino'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { productionWindows } from '../../src/escrow/deployment.ts'
import { ONE, startTestEscrow, type TestEscrow } from '../../src/escrow/testEscrow.fixture.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import { jobId } from '../../src/protocol/messages.ts'
import type { PayoutLine } from '../../src/protocol/payout.ts'
import { signMessageStruct } from '../../src/protocol/signing.ts'
import type { ShownPayout } from './earnings.ts'
import { createPayoutFollower } from './followPayouts.ts'
import { manualClock } from './manualClock.fixture.ts'
import { spender } from './offer.fixture.ts'
import { followRounds, memoryStore, showingLink, shownPayout } from './payouts.fixture.ts'

let world: TestEscrow
beforeAll(async () => {
  world = await startTestEscrow()
})
afterAll(() => world?.anvil.stop())

test('a hostile relay neither stops the claims of an honest one nor changes what counts as earned', async () => {
  const key = world.anvil.accounts[2]!
  const worker = privateKeyToAccount(key).address
  const line = (slot: number, payUnits: bigint): PayoutLine => ({
    slot,
    lease: sha256(`lease ${slot}`),
    worker,
    payUnits,
    rewardUnits: 0n,
    reason: 'full',
  })
  const { intent, signature, secrets } = await world.intent('hostile relay')
  const job = jobId(intent)
  const settled = shownPayout(job, [line(0, ONE), { ...line(1, ONE), worker: spender.address }])
  await world.anyone.open(intent, signature)

  let hostile: ShownPayout[] = []
  const shows = { honest: [settled] }
  const clock = manualClock(1_000)
  const follower = createPayoutFollower({
    links: [showingLink('http://hostile.test', () => hostile), showingLink('http://honest.test', () => shows.honest)],
    worker,
    escrow: world.writer(key),
    store: memoryStore(),
    clock,
    log: pino({ level: 'silent' }),
  })
  const { round, stop } = followRounds(follower, clock)

  // Before there is a settlement, nothing of what relays show was earned.
  await round()
  expect(follower.earnings).toMatchObject({ basis: 'chain', earnedUnits: 0n })

  hostile = [
    shownPayout(sha256('invented, two lines for one slot'), [line(0, ONE), line(0, ONE)]),
    shownPayout(sha256('invented'), [line(0, 1_000n * ONE)]),
    // What no contract holds: the sums themselves cannot be encoded.
    { ...shownPayout(sha256('too much'), []), lines: [line(0, 2n ** 128n)] },
    shownPayout(job, [line(0, 900n * ONE)]),
  ]
  const word = await signMessageStruct(secrets.jobKey, world.venue, 'Settlement', {
    ...settled.message,
    auditSecret: secrets.auditSecret,
  })
  await world.anyone.settle({ ...settled.message, auditSecret: secrets.auditSecret }, word)
  await round()
  expect(follower.earnings).toEqual({ basis: 'chain', earnedUnits: ONE, paidLeases: 1, rejected: [] })
  expect(await world.tokensOf(worker)).toBe(0n)

  await world.anvil.advanceSeconds(productionWindows.claimDelay)
  await round()
  expect(await world.tokensOf(worker)).toBe(ONE)
  // Paid is paid: the honest relay may forget the job now.
  shows.honest = []
  await round()
  await stop()
  expect(follower.earnings).toEqual({ basis: 'chain', earnedUnits: ONE, paidLeases: 1, rejected: [] })
})

test('what was settled is claimed after its relay is gone and the worker has started again', async () => {
  const key = world.anvil.accounts[3]!
  const worker = privateKeyToAccount(key).address
  const { intent, signature, secrets } = await world.intent('relay gone')
  const job = jobId(intent)
  await world.anyone.open(intent, signature)
  const settled = shownPayout(job, [
    { slot: 0, lease: sha256('lease'), worker, payUnits: ONE, rewardUnits: 0n, reason: 'full' },
  ])
  const settlement = { ...settled.message, auditSecret: secrets.auditSecret }
  const word = await signMessageStruct(secrets.jobKey, world.venue, 'Settlement', settlement)
  await world.anyone.settle(settlement, word)

  const store = memoryStore()
  const start = (show: () => readonly ShownPayout[]) => {
    const clock = manualClock(1_000)
    const log = pino({ level: 'silent' })
    const links = [showingLink('http://relay.test', show)]
    const follower = createPayoutFollower({ links, worker, escrow: world.writer(key), store, clock, log })
    return followRounds(follower, clock)
  }
  const first = start(() => [settled])
  await first.round()
  await first.stop()
  expect([...store.jobs.keys()]).toEqual([job])

  await world.anvil.advanceSeconds(productionWindows.claimDelay)
  const second = start(() => [])
  await second.round()
  await second.stop()
  expect(await world.tokensOf(worker)).toBe(ONE)
  expect(store.jobs.size).toBe(0)
})
