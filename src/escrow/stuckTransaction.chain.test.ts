import { createTestClient, type Hex, http, publicActions } from 'viem'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Intent, jobId } from '../protocol/messages.ts'
import { startTestEscrow, type TestEscrow } from './testEscrow.fixture.ts'

let world: TestEscrow
beforeAll(async () => {
  world = await startTestEscrow()
})
afterAll(() => world?.anvil.stop())
beforeEach(async () => chain().setAutomine(true))

const chain = () => createTestClient({ mode: 'anvil', transport: http(world.anvil.rpcUrl) }).extend(publicActions)

/** What waits to be mined: resolves with the first transaction that `wanted` picks. */
async function waiting(
  wanted: (fee: bigint, hash: Hex, from: string) => boolean = () => true,
): Promise<{ fee: bigint; hash: Hex }> {
  for (;;) {
    const { pending } = await chain().getTxpoolContent()
    const found = Object.values(pending)
      .flatMap((byNonce) => Object.values(byNonce))
      .map((transaction) => ({
        fee: BigInt(transaction.maxFeePerGas ?? 0),
        hash: transaction.hash,
        from: transaction.from,
      }))
      .find(({ fee, hash, from }) => wanted(fee, hash, from))
    if (found !== undefined) return found
  }
}

/** A way to the chain that says when a transaction was seen in a block, once more. */
function watched() {
  let seen: () => void = () => undefined
  const transport = http(world.anvil.rpcUrl, {
    async onFetchResponse(response) {
      const { result } = (await response.clone().json()) as { result?: { transactionHash?: unknown } | null }
      if (typeof result === 'object' && result?.transactionHash !== undefined) seen()
    },
  })
  const receipt = () =>
    new Promise<void>((resolve) => {
      seen = resolve
    })
  return { transport, receipt }
}

/** Opens of the account so far, by the chain's log: what a second open of one intent would add to. */
async function opens(intent: Intent): Promise<number> {
  const logs = await chain().getLogs({ address: world.venue.escrow, fromBlock: 0n })
  return logs.filter(({ topics }) => topics[1] === jobId(intent) && topics.length === 4).length
}

async function lockedUnits(): Promise<bigint> {
  return (await world.anyone.account(world.account))!.lockedUnits
}

test('a transaction that is not mined is sent again with the same nonce and a higher fee, and opens the job once', async () => {
  const writer = world.writer(world.anvil.accounts[4]!, { patienceSeconds: 0.3 })
  const { intent, signature } = await world.intent('stuck', { slots: 3 })
  await chain().setAutomine(false)
  const opening = writer.open(intent, signature)
  const first = await waiting()
  await waiting((fee) => fee > first.fee)
  await chain().mine({ blocks: 1 })
  expect(await opening).toMatchObject({ gasUsed: expect.any(BigInt) })
  expect(await chain().getTransactionCount({ address: writer.sender })).toBe(1)
  expect(await writer.job(jobId(intent))).toMatchObject({ state: 'open' })
  expect(await opens(intent)).toBe(1)
})

test('an open counts only with its confirmations', async () => {
  const { transport, receipt } = watched()
  const writer = world.writer(world.anvil.accounts[5]!, { confirmations: 3, transport })
  const { intent, signature } = await world.intent('deep', { slots: 3 })
  await chain().setAutomine(false)
  let done = false
  const opening = writer.open(intent, signature).then((result) => {
    done = true
    return result
  })
  await waiting()
  await chain().mine({ blocks: 2 })
  // It sees the transaction in a block, again and again, and still waits.
  for (let look = 0; look < 3; look++) await receipt()
  expect(done).toBe(false)
  await chain().mine({ blocks: 1 })
  expect(await opening).toMatchObject({ gasUsed: expect.any(BigInt) })
})

test('an open that a reorg takes away before it is confirmed is sent again by itself, the same one, and opens the job once', async () => {
  const { transport, receipt } = watched()
  const writer = world.writer(world.anvil.accounts[6]!, { confirmations: 3, patienceSeconds: 30, transport })
  const { intent, signature } = await world.intent('reorganised', { slots: 3 })
  const before = await lockedUnits()
  await chain().setAutomine(false)
  const opening = writer.open(intent, signature)
  const { hash } = await waiting()
  await chain().mine({ blocks: 2 })
  expect(await writer.job(jobId(intent))).toMatchObject({ state: 'open' })
  // It has seen its transaction in a block before that block goes. Two looks: the first may have been under way.
  for (let look = 0; look < 2; look++) await receipt()
  await world.anvil.reorg(2)
  expect(await writer.job(jobId(intent))).toBeUndefined()
  expect((await waiting()).hash).toBe(hash)
  await chain().mine({ blocks: 3 })
  expect(await opening).toMatchObject({ transaction: hash })
  expect(await opens(intent)).toBe(1)
  expect((await lockedUnits()) - before).toBeGreaterThan(0n)
  expect(await chain().getTransactionCount({ address: writer.sender })).toBe(1)
})

test('an open that a deeper reorg took away is opened again by the same call, once', async () => {
  const { intent, signature } = await world.intent('deep reorg', { slots: 3 })
  await world.anyone.open(intent, signature)
  await world.anvil.reorg(1)
  expect(await world.anyone.job(jobId(intent))).toBeUndefined()
  expect(await world.anyone.open(intent, signature)).not.toBe('already-done')
  expect(await world.anyone.open(intent, signature)).toBe('already-done')
  expect(await opens(intent)).toBe(1)
})

test('one intent that several send at once, two of them with one key, is opened once, and nobody is told that it failed', async () => {
  const { intent, signature } = await world.intent('race', { slots: 3 })
  const before = await lockedUnits()
  const writers = [7, 7, 8].map((n) => world.writer(world.anvil.accounts[n]!, { patienceSeconds: 1 }))
  await chain().setAutomine(false)
  const opening = Promise.all(writers.map((writer) => writer.open(intent, signature)))
  await waiting((_fee, _hash, from) => from === writers[0]!.sender.toLowerCase())
  await waiting((_fee, _hash, from) => from === writers[2]!.sender.toLowerCase())
  await chain().setAutomine(true)
  await chain().mine({ blocks: 1 })
  expect((await opening).some((result) => result !== 'already-done')).toBe(true)
  expect(await opens(intent)).toBe(1)
  const lock = (await world.anyone.job(jobId(intent)))!.lockUnits
  expect((await lockedUnits()) - before).toBe(lock)
})
