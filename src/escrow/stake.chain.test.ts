import { createPublicClient, http, zeroAddress } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { jobId, type Lease, leaseId, type Root } from '../protocol/messages.ts'
import { zeroBytes32 } from '../protocol/primitives.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import { connectRegistry, connectRegistryWriter } from './connectRegistry.ts'
import { deployRegistry } from './deployEscrow.ts'
import { equivocationAbi } from './generated/equivocationAbi.ts'
import { mintTestToken } from './mintTestToken.ts'
import { proveEquivocation } from './proveEquivocation.ts'
import type { EquivocationProof, RegistryWriter } from './registry.ts'
import { signRegistration } from './signRegistration.ts'
import { ONE, startTestEscrow, type TestEscrow } from './testEscrow.fixture.ts'

const operator = privateKeyToAccount(sha256('an operator key beside other people’s code'))
let world: TestEscrow
let target: Awaited<ReturnType<typeof deployRegistry>>
let payout: RegistryWriter
let stranger: RegistryWriter

beforeAll(async () => {
  world = await startTestEscrow()
  const { anvil, token, venue } = world
  const [, deployerKey, payoutKey] = anvil.accounts
  const deployer = { rpcUrl: anvil.rpcUrl, key: deployerKey!, pollingMs: 20 }
  target = await deployRegistry(deployer, venue.escrow)
  const at = { rpcUrl: anvil.rpcUrl, venue: { chainId: venue.chainId, registry: target.registry }, pollingMs: 20 }
  payout = connectRegistryWriter({ ...at, key: payoutKey! })
  stranger = connectRegistryWriter({ ...at, key: deployerKey! })
  await mintTestToken(deployer, { token, to: payout.sender, units: 100n * ONE })
})
afterAll(() => world?.anvil.stop())

const reader = () => connectRegistry({ rpcUrl: world.anvil.rpcUrl, venue: payout.venue })

test('nobody stakes for an unknown operator, and nobody names a payout key for it', async () => {
  await expect(payout.deposit(operator.address, world.token, ONE)).rejects.toMatchObject({ code: 'FB2050' })
  const request = { operator: operator.address, payout: stranger.sender, determinismClass: zeroBytes32 }
  const forOther = { payout: payout.sender, determinismClass: zeroBytes32 }
  const signature = await signRegistration(operator, payout.venue, forOther)
  await expect(stranger.register({ ...request, signature })).rejects.toMatchObject({ code: 'FB2050' })
  expect(await reader().worker(operator.address)).toBeUndefined()
})

test('stake goes in, waits, and comes out to the payout key alone', async () => {
  const { token } = world
  const determinismClass = sha256('class')
  const signature = await signRegistration(operator, payout.venue, { payout: payout.sender, determinismClass })
  const request = { operator: operator.address, payout: payout.sender, determinismClass, signature }
  await stranger.register(request)
  expect(await stranger.register(request)).toBe('already-done')
  expect(await reader().worker(operator.address)).toEqual({ payout: payout.sender, determinismClass })
  await expect(payout.deposit(operator.address, token, 101n * ONE)).rejects.toMatchObject({ code: 'FB2010' })
  await payout.deposit(operator.address, token, 60n * ONE)
  await expect(stranger.unbond(operator.address, token, ONE)).rejects.toMatchObject({ code: 'FB2052' })
  await payout.unbond(operator.address, token, 20n * ONE)
  await expect(stranger.withdraw(operator.address, token)).rejects.toMatchObject({ code: 'FB2040' })
  await payout.rebond(operator.address, token)
  await payout.unbond(operator.address, token, 10n * ONE)
  const { availableAt, ...units } = await reader().stake(operator.address, token)
  expect(units).toEqual({ bondedUnits: 50n * ONE, unbondingUnits: 10n * ONE })
  await world.anvil.advanceSeconds(availableAt! - (await reader().now()))
  await stranger.withdraw(operator.address, token)
  expect(await world.tokensOf(payout.sender)).toBe(50n * ONE)
  expect(await reader().stake(operator.address, token)).toEqual({
    bondedUnits: 50n * ONE,
    unbondingUnits: 0n,
    availableAt: null,
  })
})

test('two roots that a worker signed are proven by anybody: nineteen of twenty prices burn, one goes back', async () => {
  const { intent, signature, secrets } = await world.intent('equivocation')
  await world.anyone.open(intent, signature)
  const message: Lease = {
    job: jobId(intent),
    slot: 0,
    worker: operator.address,
    specDigest: sha256('spec'),
    slices: 10,
    price: ONE,
    expires: intent.settleBy,
  }
  const rootOf = async (root: string) => {
    const said: Root = {
      job: message.job,
      lease: leaseId(message),
      specDigest: message.specDigest,
      root: sha256(root),
      done: 10,
    }
    return { message: said, signature: await signMessageStruct(operator, world.venue, 'Root', said) }
  }
  const lease = { message, signature: await signMessageStruct(secrets.jobKey, world.venue, 'Lease', message) }
  const proof: EquivocationProof = { lease, one: await rootOf('one'), other: await rootOf('other') }
  const settings = { rpcUrl: world.anvil.rpcUrl, venue: world.venue, key: world.anvil.accounts[1]!, pollingMs: 20 }
  const honest = { ...proof, other: proof.one }
  await expect(proveEquivocation(settings, target, honest)).rejects.toMatchObject({ code: 'FB2051' })
  const before = (await world.owner.account(world.account))!.balanceUnits
  await proveEquivocation(settings, target, proof)
  expect(await proveEquivocation(settings, target, proof)).toBe('already-done')
  expect((await world.owner.account(world.account))!.balanceUnits - before).toBe(ONE)
  expect((await reader().stake(operator.address, world.token)).bondedUnits).toBe(30n * ONE)
  const client = createPublicClient({ transport: http(world.anvil.rpcUrl) })
  const isProven = { address: target.equivocation, abi: equivocationAbi, functionName: 'isProven' } as const
  expect(await client.readContract({ ...isProven, args: [target.registry, leaseId(message)] })).toBe(true)
  expect(await client.readContract({ ...isProven, args: [zeroAddress, leaseId(message)] })).toBe(false)
})
