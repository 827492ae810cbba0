import { createTestClient, http, publicActions } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobId } from '../protocol/messages.ts'
import { startTestEscrow, type TestEscrow } from './testEscrow.fixture.ts'

let world: TestEscrow
beforeAll(async () => {
  world = await startTestEscrow()
})
afterAll(() => world?.anvil.stop())

/** Resolves when the waiting transaction of an address pays more than `above`. */
async function waitingFee(above: bigint): Promise<bigint> {
  const client = createTestClient({ mode: 'anvil', transport: http(world.anvil.rpcUrl) })
  for (;;) {
    const { pending } = await client.getTxpoolContent()
    const fees = Object.values(pending)
      .flatMap((byNonce) => Object.values(byNonce))
      .map((transaction) => BigInt(transaction.maxFeePerGas ?? 0))
    const fee = fees.find((candidate) => candidate > above)
    if (fee !== undefined) return fee
  }
}

test('a transaction that is not mined is sent again with the same nonce and a higher fee, and opens the job once', async () => {
  const client = createTestClient({ mode: 'anvil', transport: http(world.anvil.rpcUrl) }).extend(publicActions)
  const writer = world.writer(world.anvil.accounts[4]!, { patienceSeconds: 0.3 })
  const { intent, signature } = await world.intent('stuck')
  await client.setAutomine(false)
  const opening = writer.open(intent, signature)
  await waitingFee(await waitingFee(0n))
  await client.mine({ blocks: 1 })
  expect(await opening).toMatchObject({ gasUsed: expect.any(BigInt) })
  await client.setAutomine(true)
  expect(await client.getTransactionCount({ address: writer.sender })).toBe(1)
  expect(await writer.job(jobId(intent))).toMatchObject({ state: 'open' })
})

test('an open that a reorg dropped is opened again by the same call, once', async () => {
  const client = createTestClient({ mode: 'anvil', transport: http(world.anvil.rpcUrl) }).extend(publicActions)
  const { intent, signature } = await world.intent('reorg')
  const snapshot = await client.snapshot()
  await world.anyone.open(intent, signature)
  await client.revert({ id: snapshot })
  expect(await world.anyone.job(jobId(intent))).toBeUndefined()
  expect(await world.anyone.open(intent, signature)).not.toBe('already-done')
  expect(await world.anyone.open(intent, signature)).toBe('already-done')
})
