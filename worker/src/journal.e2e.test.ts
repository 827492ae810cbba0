import { appendFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256 } from '../../src/protocol/digest.ts'
import { zeroBytes32 } from '../../src/protocol/primitives.ts'
import type { SliceRecord } from '../../src/protocol/results.ts'
import { signShardRoot } from './commitShard.ts'
import { resultFor } from './engine.fixture.ts'
import { openJournal } from './journal.ts'
import { makeOffer, workerKey } from './offer.fixture.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fbworker-journal-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const offer = await makeOffer()
const record = (k: number): SliceRecord => ({
  k,
  salt: sha256(`salt ${k}`),
  corpusDigest: zeroBytes32,
  cpuMs: 10,
  result: resultFor({ seed: offer.spec.seeds[k]!, invocation: offer.spec.invocation }),
})
const leaseDir = () => join(dir, 'leases', offer.lease.slice(2))

test('a lease that is in the journal, or was signed once, is never begun again', async () => {
  const journal = await openJournal(dir)
  const lease = await journal.begin('http://relay.test', offer)
  await expect(journal.begin('http://relay.test', offer)).rejects.toMatchObject({ flaw: 'already-rooted' })
  await lease.append(record(0))
  await lease.commitRoot(await signShardRoot(workerKey, offer, lease.slices))
  await lease.close()
  const restarted = await openJournal(dir)
  await expect(restarted.begin('http://relay.test', offer)).rejects.toMatchObject({ flaw: 'already-rooted' })
  expect(await restarted.proofs()).toMatchObject([{ lease: offer.message, receipt: null }])
})

test('an altered file of the journal is a coded error that names it', async () => {
  await (await openJournal(dir)).begin('http://relay.test', offer)
  await writeFile(join(leaseDir(), 'offer.json'), '{}')
  await expect((await openJournal(dir)).pending()).rejects.toMatchObject({
    code: 'FB3208',
    summary: expect.stringContaining('offer.json'),
  })
})

test('the second root of a lease is thrown away for the first', async () => {
  const lease = await (await openJournal(dir)).begin('http://relay.test', offer)
  await lease.append(record(0))
  const first = await lease.commitRoot(await signShardRoot(workerKey, offer, lease.slices))
  await lease.append(record(1))
  const second = await lease.commitRoot(await signShardRoot(workerKey, offer, lease.slices))
  expect(second).toEqual(first)
  const [again] = await (await openJournal(dir)).pending()
  expect(again!.root).toEqual(first)
})

test('slices come back after a crash, and a line that was torn off is cut away', async () => {
  const lease = await (await openJournal(dir)).begin('http://relay.test', offer)
  await lease.append(record(0))
  await lease.append(record(1))
  await appendFile(join(leaseDir(), 'slices.jsonl'), '{"k":2,"salt":"0x')
  const [again] = await (await openJournal(dir)).pending()
  expect(again!.offer).toEqual(offer)
  expect(again!.slices).toEqual([record(0), record(1)])
  await again!.append(record(2))
  const [third] = await (await openJournal(dir)).pending()
  expect(third!.slices.map(({ k }) => k)).toEqual([0, 1, 2])
})

test('a lease that a crash left half-begun is none', async () => {
  const journal = await openJournal(dir)
  await mkdir(join(dir, 'leases', `.new-${offer.lease.slice(2)}`))
  expect(await journal.pending()).toEqual([])
  await journal.begin('http://relay.test', offer)
  expect(await readdir(join(dir, 'leases'))).toEqual([offer.lease.slice(2)])
})

test('proofs of leases that ended long ago are dropped', async () => {
  const journal = await openJournal(dir)
  const lease = await journal.begin('http://relay.test', offer)
  await lease.append(record(0))
  await lease.commitRoot(await signShardRoot(workerKey, offer, lease.slices))
  await lease.close()
  await journal.prune(offer.message.expires)
  expect(await journal.proofs()).toHaveLength(1)
  await journal.prune(offer.message.expires + 1)
  expect(await journal.proofs()).toEqual([])
})

test('a root is found again while its lease is open and after it, with the requester’s receipt and whether it was delivered', async () => {
  const journal = await openJournal(dir)
  const lease = await journal.begin('http://relay.test', offer)
  expect(lease.proof).toBeNull()
  await lease.append(record(0))
  const root = await lease.commitRoot(await signShardRoot(workerKey, offer, lease.slices))
  const message = { job: offer.message.job, lease: offer.lease, rootMessage: zeroBytes32, receivedAt: 5 }
  const receipt = { message, signature: root.signature }
  expect(await (await openJournal(dir)).rooted()).toMatchObject([{ proof: { root }, requesterReceipt: null }])
  // The order in which both are written must not matter.
  await journal.keepRequesterReceipt(offer.lease, receipt)
  await lease.close(false)
  expect(await (await openJournal(dir)).rooted()).toMatchObject([
    { proof: { root, relay: 'http://relay.test', delivered: false }, requesterReceipt: receipt },
  ])
  await journal.prune(offer.message.expires + 1)
  expect(await journal.rooted()).toEqual([])
  expect(await readdir(join(dir, 'receipts'))).toEqual([])
})
