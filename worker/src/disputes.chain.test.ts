import { afterAll, beforeAll, expect, test } from 'vitest'
import { productionWindows } from '../../src/escrow/deployment.ts'
import { ONE } from '../../src/escrow/testEscrow.fixture.ts'
import { workers } from '../../src/relay/testRelay.fixture.ts'
import {
  accompliceOf,
  type DisputeWorld,
  FEE,
  otherRoot,
  sendReceipt,
  startDisputeWorld,
  testPursuer,
} from './disputes.fixture.ts'

// Who vanishes or lies, and where the money then goes, to the last unit: with the software of both sides, a real relay and a real
// chain whose time is moved on.

const { claimDelay, defaultGrace } = productionWindows
/** From the opening of a job to the first second in which its requester is silent. */
const SILENT = 7_200 + defaultGrace + 1

let world: DisputeWorld
beforeAll(async () => {
  world = await startDisputeWorld()
})
afterAll(() => world?.close())

const paidTo = (worker: number) => world.chain.tokensOf(workers[worker]!.address)

test('a requester that vanishes after its receipt: the worker claims by default, collects, and the rest goes back', async () => {
  const before = await world.accountUnits()
  const paidBefore = await paidTo(0)
  const job = await world.openJob('vanished after the receipt', 2)
  const worker = testPursuer(world)
  const tracked = await (await job.lease(0)).root()
  await sendReceipt(world, job, tracked)
  await worker.date(tracked)
  expect(tracked.requesterReceipt).not.toBeNull()
  await job.requester.stop()

  await world.advance(SILENT - 60)
  await worker.pursue(job.job, tracked)
  expect(worker.sent).toEqual([])
  await world.advance(120)
  await worker.pursue(job.job, tracked)
  // Again, before it may be collected: nothing.
  await worker.pursue(job.job, tracked)
  expect(worker.sent).toEqual(['claim-default'])
  await world.advance(claimDelay + 1)
  await worker.pursue(job.job, tracked)
  expect(worker.sent).toEqual(['claim-default', 'collect'])
  expect((await paidTo(0)) - paidBefore).toBe(ONE)
  expect(await worker.pursue(job.job, tracked)).toBe(1)

  // The relay that opened it returns the rest by itself.
  await world.advance(claimDelay + 1)
  await world.sweep()
  expect(await world.chain.owner.job(job.job)).toMatchObject({ state: 'closed' })
  expect(await world.accountUnits()).toBe(before - ONE - FEE)
})

test('a requester that never dates a root, with a relay that vanishes too: the worker records it on chain in time and is paid', async () => {
  const before = await paidTo(0)
  const job = await world.openJob('no receipt', 1)
  const alone = testPursuer(world, { relayIsUp: false })
  const tracked = await (await job.lease(0)).root(2)
  await job.requester.stop()

  // Long before the end of the lease it waits for the requester; then it waits no longer.
  await alone.date(tracked)
  expect(tracked.recorded).toBe(false)
  const left = tracked.proof.lease.expires - world.relay.clock.nowMs() / 1_000
  await world.advance(Math.floor(left) - 25)
  await alone.date(tracked)
  expect(tracked.recorded).toBe(true)
  expect(await alone.escrow.recordedAt(tracked.rootMessage)).toBeLessThanOrEqual(tracked.proof.lease.expires)

  await world.advance(SILENT)
  await alone.pursue(job.job, tracked)
  await world.advance(claimDelay + 1)
  await alone.pursue(job.job, tracked)
  expect(alone.sent).toEqual(['claim-default', 'collect'])
  // Two of four slices.
  expect((await paidTo(0)) - before).toBe(ONE / 2n)
})

test('a root that nobody dated in time is neither contested nor claimed', async () => {
  const job = await world.openJob('undated', 1)
  const worker = testPursuer(world)
  const tracked = await (await job.lease(0)).root()
  await world.advance(tracked.proof.lease.expires - Math.floor(world.relay.clock.nowMs() / 1_000) + 1)
  await worker.date(tracked)
  expect(tracked.recorded).toBe(false)
  await world.advance(SILENT)
  expect(await worker.pursue(job.job, tracked)).toBe(1)
  expect(worker.sent).toEqual([])
  await job.requester.stop()
})

test('a worker that vanishes: its slot earns nothing, another one’s is paid, and the account has the rest', async () => {
  const before = await world.accountUnits()
  const paidBefore = await paidTo(1)
  const job = await world.openJob('vanished worker', 2)
  const gone = await job.lease(0)
  const there = await job.lease(1)
  const tracked = await there.root()
  await sendReceipt(world, job, tracked)
  await job.settle([gone.line(0n, 'noRoot'), there.line(ONE, 'full')])
  const worker = testPursuer(world)
  await worker.pursue(job.job, tracked)
  await world.advance(claimDelay)
  expect(await worker.claim(1, job.job)).toBe('claimed')
  await world.advance(1)
  await world.sweep()
  expect(await worker.pursue(job.job, tracked)).toBe(1)
  expect(worker.sent).toEqual([])
  expect((await paidTo(1)) - paidBefore).toBe(ONE)
  expect(await world.accountUnits()).toBe(before - ONE - 2n * FEE)
  await job.requester.stop()
})

test('a requester that pays too little: the worker contests, the relay answers for it, and the difference is burned', async () => {
  const before = await world.accountUnits()
  const paidBefore = await paidTo(0)
  const job = await world.openJob('short line', 2)
  const lease = await job.lease(0)
  const tracked = await lease.root()
  await sendReceipt(world, job, tracked)
  await job.settle([lease.line(ONE / 4n, 'partial')])
  await job.requester.stop()
  const worker = testPursuer(world)
  await worker.date(tracked)
  await worker.pursue(job.job, tracked)
  await worker.pursue(job.job, tracked)
  expect(worker.sent).toEqual(['contest'])
  expect(await world.chain.owner.job(job.job)).toMatchObject({ contests: 1 })

  await world.sweep()
  expect(await world.chain.owner.job(job.job)).toMatchObject({ contests: 0, burnUnits: (3n * ONE) / 4n })
  await world.advance(claimDelay)
  expect(await worker.claim(0, job.job)).toBe('claimed')
  await world.advance(1)
  await world.sweep()
  expect((await paidTo(0)) - paidBefore).toBe(ONE / 4n)
  // The lie earned the requester nothing: what it kept back is nobody's.
  expect(await world.accountUnits()).toBe(before - ONE - 2n * FEE)
})

test('a settlement whose lines nobody shows: contested after half the window, unanswered, void, paid by default', async () => {
  const before = await world.accountUnits()
  const paidBefore = [await paidTo(0), await paidTo(1)]
  const job = await world.openJob('hidden lines', 2)
  const [one, two] = [await job.lease(0), await job.lease(1)]
  const [tracked, other] = [await one.root(), await two.root()]
  for (const each of [tracked, other]) await sendReceipt(world, job, each)
  await job.requester.stop()
  await job.settle([one.line(ONE, 'full'), two.line(ONE, 'full')], 'chain only')
  const worker = testPursuer(world)
  await worker.date(tracked, other)
  await worker.pursue(job.job, tracked)
  expect(worker.sent).toEqual([])
  await world.advance(claimDelay / 2)
  await worker.pursue(job.job, tracked)
  expect(worker.sent).toEqual(['contest'])
  // The relay has no lines to answer with.
  await world.sweep()

  // The contesting worker vanishes. Another one finds its contest on chain: nobody's pay is stuck behind it.
  const neighbour = testPursuer(world, { gasKey: 6 })
  await world.advance(claimDelay / 2 + 60)
  await neighbour.pursue(job.job, other)
  expect(neighbour.sent).toEqual([])
  await world.advance(claimDelay / 2)
  await neighbour.pursue(job.job, other)
  await neighbour.pursue(job.job, other)
  expect(neighbour.sent).toEqual(['void-others', 'claim-default'])
  await world.advance(claimDelay + 1)
  await neighbour.pursue(job.job, other)
  expect([(await paidTo(0)) - paidBefore[0]!, (await paidTo(1)) - paidBefore[1]!]).toEqual([0n, ONE])
  // The one that stayed away from its own claim gets nothing; the account has its part back.
  expect(await worker.pursue(job.job, tracked)).toBe(1)
  await world.advance(claimDelay + 1)
  await world.sweep()
  expect(await world.accountUnits()).toBe(before - ONE - FEE)
})

test('a worker that signed two roots and contests is struck by anybody who has both, and the settlement stands', async () => {
  const before = await world.accountUnits()
  const job = await world.openJob('equivocation', 1)
  const lease = await job.lease(0)
  const tracked = await lease.root()
  await sendReceipt(world, job, tracked)
  await job.settle([lease.line(0n, 'equivocation')])
  const worker = testPursuer(world)
  await worker.date(tracked)
  await worker.pursue(job.job, tracked)
  expect(worker.sent).toEqual(['contest'])
  const { slot } = lease.offer.message
  await world.chain.anyone.strike(slot, tracked.proof.root, await otherRoot(lease))
  expect(await world.chain.anyone.strike(slot, tracked.proof.root, await otherRoot(lease))).toBe('already-done')
  await world.advance(claimDelay + 1)
  await worker.pursue(job.job, tracked)
  await world.sweep()
  expect(await world.chain.owner.job(job.job)).toMatchObject({ state: 'closed', burnUnits: 0n })
  expect(worker.sent).toEqual(['contest'])
  expect(await world.accountUnits()).toBe(before - 2n * FEE)
  await job.requester.stop()
})

test('a cancelled burst: workers are paid by the slice, contest nothing, and the account has the rest', async () => {
  const before = await world.accountUnits()
  const paidBefore = await paidTo(0)
  const job = await world.openJob('cancelled', 3)
  const lease = await job.lease(0)
  await job.requester.pool.cancel(job.job)
  const tracked = await lease.root(1)
  await sendReceipt(world, job, tracked)
  await job.settle([lease.line(ONE / 4n, 'partial')])
  const worker = testPursuer(world)
  await worker.date(tracked)
  await worker.pursue(job.job, tracked)
  expect(worker.sent).toEqual([])
  await world.advance(claimDelay + 1)
  expect(await worker.claim(0, job.job)).toBe('claimed')
  await world.sweep()
  expect((await paidTo(0)) - paidBefore).toBe(ONE / 4n)
  expect(await world.accountUnits()).toBe(before - ONE / 4n - 2n * FEE)
  await job.requester.stop()
})

test('a frozen job: its workers claim at once, are paid when the freeze is over, and what the owner challenges is burned', async () => {
  const before = await world.accountUnits()
  const paidBefore = await paidTo(0)
  const job = await world.openJob('frozen', 2)
  const [honest, thief] = [await job.lease(0), await job.lease(1)]
  const [mine, theirs] = [await honest.root(), await thief.root()]
  for (const each of [mine, theirs]) await sendReceipt(world, job, each)
  const worker = testPursuer(world)
  await worker.date(mine, theirs)
  await world.chain.owner.freeze(job.job)
  expect(await world.chain.owner.freeze(job.job)).toBe('already-done')
  await worker.pursue(job.job, mine, theirs)
  expect(worker.sent).toEqual(['claim-default', 'claim-default'])
  await world.chain.owner.challengeDefault(job.job, thief.offer.message.slot)
  expect(await world.chain.owner.challengeDefault(job.job, thief.offer.message.slot)).toBe('already-done')
  await world.advance(productionWindows.freeze + claimDelay + 1)
  expect(await worker.pursue(job.job, mine, theirs)).toBe(1)
  expect((await paidTo(0)) - paidBefore).toBe(ONE)
  await world.advance(claimDelay + 1)
  await world.sweep()
  expect(await world.accountUnits()).toBe(before - 2n * ONE - FEE)
  await job.requester.stop()
})

test('a requester that gives one slot to two workers: shown together, both leases burn and the lie earns nothing', async () => {
  const before = await world.accountUnits()
  const job = await world.openJob('one slot twice', 1)
  const lease = await job.lease(0)
  const tracked = await lease.root()
  await sendReceipt(world, job, tracked)
  const worker = testPursuer(world)
  await worker.date(tracked)
  // The job key signs the same slot for an accomplice behind the relay's back.
  const twin = await accompliceOf(world, job, tracked)
  await world.advance(SILENT)
  await world.chain.anyone.claimDefault(job.job, twin)
  await worker.pursue(job.job, tracked)
  expect(worker.sent).toEqual(['claim-default'])
  expect(await world.chain.owner.postOf(job.job, 0)).toMatchObject({ state: 'burned', units: ONE })
  expect(await worker.pursue(job.job, tracked)).toBe(1)
  await world.advance(2 * claimDelay + 1)
  await world.sweep()
  expect(await world.accountUnits()).toBe(before - ONE - FEE)
  await job.requester.stop()
})
