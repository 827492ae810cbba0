import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { type Grant, jobId } from '../protocol/messages.ts'
import { zeroBytes32 } from '../protocol/primitives.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import { connectEscrow } from './connectEscrow.ts'
import { deployEscrow, deployTestToken } from './deployEscrow.ts'
import { productionWindows } from './deployment.ts'
import { ONE, startTestEscrow, type TestEscrow } from './testEscrow.fixture.ts'

let world: TestEscrow
beforeAll(async () => {
  world = await startTestEscrow()
})
afterAll(() => world?.anvil.stop())

const stranger = privateKeyToAccount(sha256('stranger'))

test('an endpoint where nobody listens is FB2001, without the key that its path may hold', async () => {
  const reader = connectEscrow({ rpcUrl: 'http://127.0.0.1:1/v2/SECRET', venue: world.venue })
  const failed = await reader.now().catch((error: unknown) => error)
  expect(failed).toMatchObject({ code: 'FB2001', summary: expect.not.stringContaining('SECRET') })
})

test('another chain, no contract, and another contract are FB2002', async () => {
  const { rpcUrl } = world.anvil
  const at = (chainId: number, escrow: `0x${string}`) => connectEscrow({ rpcUrl, venue: { chainId, escrow } })
  await expect(at(1, world.venue.escrow).now()).rejects.toMatchObject({ code: 'FB2002' })
  await expect(at(31_337, stranger.address).now()).rejects.toMatchObject({ code: 'FB2002' })
})

test('a lock above the balance is FB2003, with both figures in human units', async () => {
  const { account, owner, spender } = world
  const expires = (await owner.now()) + 30 * 86_400
  const all = 10_000n * ONE
  await owner.setSpender(account, spender.address, { maxPerJobUnits: all, maxPerDayUnits: all, expires })
  const { intent, signature } = await world.intent('dear', { finderReserve: 500n * ONE })
  await expect(world.anyone.checkOpen(intent, signature)).rejects.toMatchObject({
    code: 'FB2003',
    summary: 'The account holds 100 tUSDC; this needs 511.5 tUSDC.',
  })
  await expect(world.anyone.open(intent, signature)).rejects.toMatchObject({ code: 'FB2003' })
  const caps = { maxPerJobUnits: 20n * ONE, maxPerDayUnits: 50n * ONE, expires }
  await owner.setSpender(account, spender.address, caps)
})

test('a lock above the cap for a job, or for the day, is FB2004', async () => {
  const dear = await world.intent('above the cap', { finderReserve: 30n * ONE })
  await expect(world.anyone.checkOpen(dear.intent, dear.signature)).rejects.toMatchObject({
    code: 'FB2004',
    summary: expect.stringContaining('its cap for one job is 20 tUSDC'),
  })
  for (const name of ['first', 'second', 'third']) {
    const { intent, signature } = await world.intent(name)
    await world.anyone.open(intent, signature)
  }
  expect(await world.anyone.spender(world.account, world.spender.address)).toMatchObject({ leftTodayUnits: 6_500_000n })
  const fourth = await world.intent('fourth')
  await expect(world.anyone.checkOpen(fourth.intent, fourth.signature)).rejects.toMatchObject({
    code: 'FB2004',
    summary: expect.stringContaining('6.5 tUSDC is left of its cap for this UTC day'),
  })
})

test('a key that is no spender is FB2005', async () => {
  const { intent } = await world.intent('stranger')
  const signature = await signMessageStruct(stranger, world.venue, 'Intent', intent)
  await expect(world.anyone.checkOpen(intent, signature)).rejects.toMatchObject({ code: 'FB2005' })
  expect(await world.anyone.spender(world.account, stranger.address)).toBeUndefined()
})

test('an intent that comes too late, or whose deadline is past, is FB2006', async () => {
  const now = await world.owner.now()
  const late = await world.intent('late', { openBy: now - 1 })
  await expect(world.anyone.checkOpen(late.intent, late.signature)).rejects.toMatchObject({ code: 'FB2006' })
  const past = await world.intent('past', { settleBy: now - 1 })
  await expect(world.anyone.checkOpen(past.intent, past.signature)).rejects.toMatchObject({ code: 'FB2006' })
})

test('a settlement of an unknown job is FB2008; an unknown account FB2009', async () => {
  const settlement = {
    job: sha256('none'),
    payoutRoot: zeroBytes32,
    payoutDepth: 0,
    total: 0n,
    auditSecret: zeroBytes32,
  }
  const signature = await signMessageStruct(stranger, world.venue, 'Settlement', settlement)
  await expect(world.anyone.settle(settlement, signature)).rejects.toMatchObject({ code: 'FB2008' })
  await expect(world.anyone.token(sha256('none'))).rejects.toMatchObject({ code: 'FB2009' })
  expect(await world.anyone.account(sha256('none'))).toBeUndefined()
})

test('a sender without gas or without the tokens it deposits is FB2010', async () => {
  const poor = world.writer(sha256('a key that holds nothing'))
  const { intent, signature } = await world.intent('poor sender')
  await world.anvil.advanceSeconds(86_400)
  await expect(poor.deposit(world.account, 1n)).rejects.toMatchObject({ code: 'FB2010' })
  const fresh = await world.intent('poor sender, next day')
  await expect(poor.open(fresh.intent, fresh.signature)).rejects.toMatchObject({ code: 'FB2010' })
  await expect(world.anyone.checkOpen(intent, signature)).rejects.toMatchObject({ code: 'FB2006' })
})

test('an expired spender key is FB2005 with the time', async () => {
  const { owner, account } = world
  const expires = (await owner.now()) - 1
  const caps = { maxPerJobUnits: 20n * ONE, maxPerDayUnits: 50n * ONE, expires }
  await owner.setSpender(account, world.spender.address, caps)
  const { intent, signature } = await world.intent('expired')
  await expect(world.anyone.checkOpen(intent, signature)).rejects.toMatchObject({
    code: 'FB2005',
    summary: expect.stringContaining('expired at 20'),
  })
  await owner.setSpender(account, world.spender.address, { ...caps, expires: expires + 999_999 })
})

test('a grant lets a job key open one job, and a second deployment finds the first', async () => {
  const { intent, secrets } = await world.intent('granted')
  const signature = await signMessageStruct(secrets.jobKey, world.venue, 'Intent', intent)
  const grant: Grant = {
    account: world.account,
    spender: world.spender.address,
    jobKey: secrets.jobKey.address,
    amount: 14_500_000n,
    validUntil: intent.openBy,
    nonce: sha256('grant'),
  }
  const sign = (message: Grant) => signMessageStruct(world.spender, world.venue, 'Grant', message)
  const small = { ...grant, amount: grant.amount - 1n }
  const refused = world.anyone.checkOpen(intent, signature, { message: small, signature: await sign(small) })
  await expect(refused).rejects.toMatchObject({ code: 'FB2004', summary: expect.stringContaining('its grant is for') })
  const granted = { message: grant, signature: await sign(grant) }
  await world.anyone.checkOpen(intent, signature, granted)
  await world.anyone.open(intent, signature, granted)
  expect(await world.anyone.open(intent, signature, granted)).toBe('already-done')
  expect(await world.anyone.job(jobId(intent))).toMatchObject({ state: 'open' })

  const deployer = { rpcUrl: world.anvil.rpcUrl, key: world.anvil.accounts[2]!, pollingMs: 20 }
  expect(await deployEscrow({ ...deployer, windows: productionWindows })).toEqual(world.venue)
  expect(await deployTestToken(deployer)).toBe(world.token)
})

test('two senders of one key open their jobs at the same time', async () => {
  const key = world.anvil.accounts[3]!
  const [left, right] = [world.writer(key), world.writer(key)]
  const [a, b] = [await world.intent('left'), await world.intent('right')]
  const results = await Promise.all([left.open(a.intent, a.signature), right.open(b.intent, b.signature)])
  expect(results).toEqual([expect.objectContaining({ gasUsed: expect.any(BigInt) }), expect.anything()])
  expect(await left.job(jobId(b.intent))).toMatchObject({ state: 'open' })
})
