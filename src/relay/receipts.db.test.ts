import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messageHash, type Receipt } from '../protocol/messages.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import {
  bytes32,
  privateVenue,
  refusalOf,
  relayKey,
  signedRoot,
  startTestRelay,
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

async function leased(name: string) {
  const job = await testJob(name, 1)
  const requester = await testRequester(relay, job)
  const worker = await testWorker(relay, workers[0]!)
  const offer = (await worker.nextLease({ freeSlots: 1, waitSeconds: 20 }))!
  const root = await signedRoot(workers[0]!, offer)
  const receipt = async (change: Partial<Receipt> = {}, key = job.secrets.jobKey) => {
    const rootMessage = messageHash('Root', root.message)
    const message = { job: job.job, lease: offer.lease, rootMessage, receivedAt: 1_000, ...change }
    return { message, signature: await signMessageStruct(key, privateVenue, 'Receipt', message) }
  }
  return { job, requester, worker, offer, root, receipt }
}

test('a receipt before the root, of another key, for another root, lease or job is refused', async () => {
  const { job, requester, worker, offer, root, receipt } = await leased('refused receipts')
  const { pool } = requester
  expect(await refusalOf(pool.receipt(job.job, await receipt()))).toBe('FB3070')
  await worker.root(offer.lease, root)
  // A relay's word dates nothing for the escrow: it must not pass for the requester's.
  expect(await refusalOf(pool.receipt(job.job, await receipt({}, privateKeyToAccount(relayKey))))).toBe('FB3070')
  expect(await refusalOf(pool.receipt(job.job, await receipt({}, workers[0])))).toBe('FB3070')
  expect(await refusalOf(pool.receipt(job.job, await receipt({ rootMessage: bytes32('other') })))).toBe('FB3070')
  expect(await refusalOf(pool.receipt(job.job, await receipt({ lease: bytes32('other') })))).toBe('FB3007')
  expect(await refusalOf(pool.receipt(job.job, await receipt({ job: bytes32('other') })))).toBe('FB3007')
  const stranger = await relay.connect(workers[1]!)
  expect(await refusalOf(stranger.requester.receipt(job.job, await receipt()))).toBe('FB3008')
  expect(await refusalOf(stranger.worker.requesterReceipt(offer.lease))).toBe('FB3008')
  expect(await worker.requesterReceipt(offer.lease)).toBeNull()
  await requester.stop()
})

test('the job key’s receipt reaches the worker of the root, the first one stays, and a restart keeps it', async () => {
  const { job, requester, worker, offer, root, receipt } = await leased('receipts')
  await worker.root(offer.lease, root)
  const first = await receipt()
  await requester.pool.receipt(job.job, first)
  await requester.pool.receipt(job.job, await receipt({ receivedAt: 2_000 }))
  await requester.pool.receipt(job.job, first)
  expect(await worker.requesterReceipt(offer.lease)).toEqual(first)
  await requester.stop()
  await relay.reopen()
  expect(await worker.requesterReceipt(offer.lease)).toEqual(first)
  expect((await requester.pool.job(job.job)).leases[0]).toMatchObject({ requesterReceipt: first })
})
