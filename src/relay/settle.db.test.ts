import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Settlement } from '../protocol/messages.ts'
import { type PayoutLine, payoutTree } from '../protocol/payout.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import { lockDataFolder } from './lockDataFolder.ts'
import { startRelay } from './startRelay.ts'
import {
  bytes32,
  privateVenue,
  refusalOf,
  relayKey,
  signedRoot,
  spender,
  startTestRelay,
  type TestJob,
  type TestRelay,
  testJob,
  testRequester,
  testWorker,
  workers,
} from './testRelay.fixture.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay()
})
afterAll(() => relay.dispose())

async function settlementOf(
  job: TestJob,
  lines: PayoutLine[],
  change: Partial<Settlement> = {},
  key = job.secrets.jobKey,
) {
  const tree = payoutTree(job.job, lines)
  const message: Settlement = {
    job: job.job,
    payoutRoot: tree.root,
    payoutDepth: tree.depth,
    total: tree.totalUnits,
    auditSecret: job.secrets.auditSecret,
    ...change,
  }
  return { message, signature: await signMessageStruct(key, privateVenue, 'Settlement', message), lines }
}

test('a settlement that does not fit its lines, key, secret or leases is refused; the right one is kept and shown', async () => {
  const job = await testJob('settled', 2)
  const requester = await testRequester(relay, job)
  const worker = await testWorker(relay, workers[0]!)
  const offer = (await worker.nextLease({ freeSlots: 1, waitSeconds: 20 }))!
  const open = (await worker.nextLease({ freeSlots: 1, waitSeconds: 20 }))!
  await worker.root(offer.lease, await signedRoot(workers[0]!, offer))
  await worker.putResults(offer.lease, new Uint8Array(9))
  await requester.pool.verdict(job.job, { lease: offer.lease, verdict: 'accepted' })
  const line: PayoutLine = {
    slot: offer.message.slot,
    lease: offer.lease,
    worker: workers[0]!.address,
    payUnits: 1_000n,
    rewardUnits: 0n,
    reason: 'full',
  }
  const refusal = async (settlement: ReturnType<typeof settlementOf>) =>
    refusalOf(requester.pool.settle(job.job, await settlement))
  expect(await refusal(settlementOf(job, [line], { total: 1n }))).toBe('FB3025')
  expect(await refusal(settlementOf(job, [line], { auditSecret: bytes32('invented') }))).toBe('FB3025')
  expect(await refusal(settlementOf(job, [line], {}, spender))).toBe('FB3025')
  expect(await refusal(settlementOf(job, [{ ...line, worker: workers[1]!.address }]))).toBe('FB3025')
  expect(await refusal(settlementOf(job, [{ ...line, lease: bytes32('no lease') }]))).toBe('FB3025')
  expect(await worker.payouts()).toEqual([])

  const settlement = await settlementOf(job, [line])
  expect(await requester.pool.settle(job.job, settlement)).toEqual({ transaction: null })
  expect(await requester.pool.settle(job.job, settlement)).toEqual({ transaction: null })
  expect(await refusal(settlementOf(job, [{ ...line, payUnits: 0n }]))).toBe('FB3025')
  await requester.saw('settled')
  expect(await worker.payouts()).toEqual([{ job: job.job, message: settlement.message, lines: [line] }])
  expect(await (await testWorker(relay, workers[1]!)).payouts()).toEqual([])

  // What was still running is over.
  expect(await worker.heartbeat(open.lease, 1)).toBe('gone')
  expect(await refusalOf(worker.root(open.lease, await signedRoot(workers[0]!, open)))).toBe('FB3027')
  expect(await refusalOf(requester.pool.verdict(job.job, { lease: offer.lease, verdict: 'void' }))).toBe('FB3027')
  expect(await requester.pool.job(job.job)).toMatchObject({ state: 'settled', settlement })
  expect(requester.seen.filter(({ type }) => type === 'settled')).toHaveLength(1)
  await requester.stop()
})

test('a private relay sends no transactions', async () => {
  const job = await testJob('no chain')
  const { requester } = await relay.connect(job.secrets.jobKey)
  const open = { intent: job.intent, signature: job.document.intentSignature }
  expect(await refusalOf(requester.submitOpen(open))).toBe('FB3026')
  expect(await refusalOf(requester.submitClose(job.job))).toBe('FB3026')
})

test('a requester that comes back reads every event it missed, over a restart of the relay', async () => {
  const job = await testJob('comes back', 1)
  const requester = await testRequester(relay, job)
  const worker = await testWorker(relay, workers[0]!)
  const offer = (await worker.nextLease({ freeSlots: 1, waitSeconds: 20 }))!
  await requester.saw('leased')
  await requester.stop()
  await worker.heartbeat(offer.lease, 1)
  await relay.reopen()
  await worker.heartbeat(offer.lease, 2)
  const types = []
  for await (const { number, event } of requester.pool.events(job.job, { after: 2 })) {
    types.push([number, event.type])
    if (types.length === 2) break
  }
  expect(types).toEqual([
    [3, 'progress'],
    [4, 'progress'],
  ])
  expect((await requester.pool.job(job.job)).leases[0]).toMatchObject({ state: 'active', done: 2 })
})

test('settings that do not fit, and a folder that another relay uses, are refused before anything starts', async () => {
  const deps = { clock: relay.clock, pid: process.pid, version: '0', logger: pino({ level: 'silent' }) }
  const dataDir = await mkdtemp(join(tmpdir(), 'fbrelay'))
  const settings = { dataDir, key: relayKey, private: { requesters: [spender.address], workers: [spender.address] } }
  try {
    const refused = (input: unknown) => expect(startRelay(input, deps)).rejects
    await refused({ ...settings, private: undefined }).toMatchObject({ code: 'FB3029' })
    await refused({ ...settings, key: '0x12' }).toMatchObject({ code: 'FB3029' })
    await refused({ ...settings, private: { requesters: [], workers: [] } }).toMatchObject({ code: 'FB3029' })
    // The test runner's parent lives as long as this test.
    const unlock = await lockDataFolder(dataDir, process.ppid)
    await refused(settings).toMatchObject({ code: 'FB3030' })
    await unlock()
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})
