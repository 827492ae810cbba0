import { createPublicClient, custom, http, type Transport } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testTokenAbi } from './generated/testTokenAbi.ts'
import { mintTestToken } from './mintTestToken.ts'
import { ONE, startTestEscrow, type TestEscrow } from './testEscrow.fixture.ts'

let world: TestEscrow
beforeAll(async () => {
  world = await startTestEscrow()
})
afterAll(() => world?.anvil.stop())

/** eip712Domain() of EIP-5267. */
const DOMAIN = '0x84b0196e'

/** The chain as it is, but for the token's domain. */
function withDomain(answer: (real: unknown) => unknown): Transport {
  const real = http(world.anvil.rpcUrl)({})
  return custom({
    async request({ method, params }: { method: string; params: [{ data?: string }] }) {
      const result = await real.request({ method, params } as never)
      return method === 'eth_call' && params[0]?.data === DOMAIN ? answer(result) : result
    },
  })
}

async function deposited(account: number, transport?: Transport) {
  const key = world.anvil.accounts[account]!
  const owner = privateKeyToAddress(key)
  const gas = { rpcUrl: world.anvil.rpcUrl, key: world.anvil.accounts[1]!, pollingMs: 20 }
  await mintTestToken(gas, { token: world.token, to: owner, units: 2n * ONE })
  const client = createPublicClient({ transport: http(world.anvil.rpcUrl) })
  const before = await client.getTransactionCount({ address: owner })
  const balance = async () => (await world.anyone.account(world.account))!.balanceUnits
  const held = await balance()
  await world.writer(key, transport === undefined ? {} : { transport }).deposit(world.account, ONE)
  expect((await balance()) - held).toBe(ONE)
  const permits = await client.readContract({
    address: world.token,
    abi: testTokenAbi,
    functionName: 'nonces',
    args: [owner],
  })
  return { transactions: (await client.getTransactionCount({ address: owner })) - before, permits: Number(permits) }
}

test('a token without permits, or with a domain that is not its own, is approved first and then deposited', async () => {
  const none = withDomain(() => '0x')
  expect(await deposited(5, none)).toEqual({ transactions: 2, permits: 0 })
  // The chain id in the domain, one off.
  const foreign = withDomain((real) => String(real).replace(/7a69/, '7a6a'))
  expect(await deposited(6, foreign)).toEqual({ transactions: 2, permits: 0 })
})

test('a token with permits is deposited in one transaction', async () => {
  expect(await deposited(7)).toEqual({ transactions: 1, permits: 1 })
})
