import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { hexToBytes } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectPool } from '../pool/connectPool.ts'
import type { PoolConnection } from '../pool/pool.ts'
import { hmac, sha256 } from '../protocol/digest.ts'
import { sessionSigner } from '../protocol/requestSignature.ts'
import { copyFreshDatabase } from './freshDatabase.fixture.ts'
import type { RelaySettingsInput } from './startRelay.ts'
import {
  layer,
  relayKey,
  signedRoot,
  spender,
  steeredClock,
  type TestRelay,
  testJob,
  testRequester,
  testWorker,
  workers,
} from './testRelay.fixture.ts'

const clock = steeredClock()
let dataDir: string
let child: ChildProcess
let url: string

async function start(port: number): Promise<void> {
  const settings: RelaySettingsInput = {
    dataDir,
    port,
    key: relayKey,
    private: { requesters: [spender.address], workers: workers.map(({ address }) => address) },
  }
  const program = fileURLToPath(new URL('./relayProcess.fixture.ts', import.meta.url))
  child = spawn(process.execPath, [program, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string]
  url = line
}

async function kill(): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'fbrelay'))
  await copyFreshDatabase(join(dataDir, 'database'))
  await start(0)
})
afterAll(async () => {
  await kill()
  await rm(dataDir, { recursive: true, force: true })
})

/** As much of a test relay as requester and worker fixtures need. */
function remote(): TestRelay {
  return {
    url,
    clock,
    connect: (account: PrivateKeyAccount): Promise<PoolConnection> =>
      connectPool({
        url,
        account,
        session: sessionSigner(hmac(hexToBytes(sha256(account.address)), 'session first')),
        clock,
        fetch,
        retryForMs: 60_000,
      }),
  } as TestRelay
}

test('a relay killed at any step of a lease loses nothing that it acknowledged', async () => {
  const port = Number(new URL(url).port)
  const job = await testJob('killed', 2)
  const requester = await testRequester(remote(), job)
  const worker = await testWorker(remote(), workers[0]!)
  const offer = (await worker.nextLease({ freeSlots: 1, waitSeconds: 20 }))!
  await worker.heartbeat(offer.lease, 2)

  await kill()
  // The call starts while nothing listens and ends once the relay is back.
  const beating = worker.heartbeat(offer.lease, 3)
  await start(port)
  expect(await beating).toBe('continue')

  const root = await signedRoot(workers[0]!, offer)
  const receipt = await worker.root(offer.lease, root)
  await kill()
  await start(port)
  expect(await worker.root(offer.lease, root)).toEqual(receipt)
  const sealed = new TextEncoder().encode('sealed')
  const digest = await worker.putResults(offer.lease, sealed)

  await kill()
  await start(port)
  await requester.saw('results')
  expect(await requester.pool.getBlob(digest, { maxBytes: 100 })).toEqual(sealed)
  await requester.pool.verdict(job.job, { lease: offer.lease, verdict: 'accepted' })

  // The other shard is still there, at the next slot, and the event stream has neither gap nor repetition.
  const next = (await worker.nextLease({ freeSlots: 1, waitSeconds: 20 }))!
  expect(next.message.slot).toBe(1)
  expect(await worker.getBlob(next.layers[0]!.digest, { maxBytes: 1_000 })).toEqual(layer)
  await requester.saw('leased', 2)
  const numbers = requester.seen.map(({ number }) => number)
  expect(numbers).toEqual(numbers.map((_, i) => i + 1))
  const view = await requester.pool.job(job.job)
  expect(view.shards.map(({ state }) => state).sort()).toEqual(['accepted', 'leased'])
  await requester.stop()
}, 120_000)

test('a poll that the killed relay held is asked again, and its proposed shard is not lost', async () => {
  const port = Number(new URL(url).port)
  const job = await testJob('killed in proposal', 1)
  const requester = await testRequester(remote(), job, { sign: false })
  const worker = await testWorker(remote(), workers[1]!)
  const polling = worker.nextLease({ freeSlots: 1, waitSeconds: 20 }).catch((error: unknown) => error)
  await requester.saw('proposal')
  await kill()
  expect(await polling).toMatchObject({ code: 'FB3101' })
  await start(port)
  await requester.saw('lapsed')
  expect((await requester.pool.job(job.job)).shards).toEqual([{ index: 0, state: 'queued' }])
  await requester.stop()
}, 120_000)
