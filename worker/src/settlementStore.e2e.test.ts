import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256 } from '../../src/protocol/digest.ts'
import { workerKey } from './offer.fixture.ts'
import { shownPayout } from './payouts.fixture.ts'
import { openSettlementStore } from './settlementStore.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fbworker-settlements-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const job = sha256('job')
const payout = shownPayout(job, [
  { slot: 3, lease: sha256('lease'), worker: workerKey.address, payUnits: 2n ** 100n, rewardUnits: 1n, reason: 'full' },
])

test('an altered file is a coded error that names it', async () => {
  const store = await openSettlementStore(dir)
  await store.keep(payout)
  const [name] = await readdir(join(dir, 'settlements'))
  await writeFile(join(dir, 'settlements', name!), '{}')
  await expect(store.load()).rejects.toMatchObject({ code: 'FB3208', summary: expect.stringContaining(name!) })
})

test('what is kept is found by the next process, to the last unit, until it is dropped', async () => {
  await (await openSettlementStore(dir)).keep(payout)
  const again = await openSettlementStore(dir)
  expect(await again.load()).toEqual([payout])
  await again.drop(job)
  await again.drop(job)
  expect(await (await openSettlementStore(dir)).load()).toEqual([])
})
