import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { intentLockUnits, jobId, type Settlement } from '../protocol/messages.ts'
import { claimProof, type PayoutLine, payoutTree } from '../protocol/payout.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import { productionWindows } from './deployment.ts'
import { ONE, startTestEscrow, type TestEscrow } from './testEscrow.fixture.ts'

let world: TestEscrow
beforeAll(async () => {
  world = await startTestEscrow()
})
afterAll(() => world?.anvil.stop())

const ada = privateKeyToAccount(sha256('ada')).address
const bob = privateKeyToAccount(sha256('bob')).address

test('a whole life: escrow in equals escrow out to the last unit, and every repeated call is already done', async () => {
  const { owner, anyone, account, venue, anvil } = world
  const { intent, signature, secrets } = await world.intent('life')
  const job = jobId(intent)
  expect(await anyone.job(job)).toBeUndefined()
  const before = (await anyone.account(account))!

  // The spender has no gas: somebody else submits, and takes a fee.
  expect(await anyone.open(intent, signature, undefined, 200_000n)).toMatchObject({ gasUsed: expect.any(BigInt) })
  expect(await anyone.open(intent, signature)).toBe('already-done')
  const lock = intentLockUnits(intent)
  expect(await anyone.job(job)).toMatchObject({ state: 'open', lockUnits: lock, claimableAt: null, totalUnits: 0n })
  expect(await anyone.account(account)).toMatchObject({
    balanceUnits: before.balanceUnits - lock,
    lockedUnits: lock - 200_000n,
  })

  const line = (slot: number, worker: typeof ada, payUnits: bigint, rewardUnits = 0n): PayoutLine => ({
    slot,
    lease: sha256(`lease ${slot}`),
    worker,
    payUnits,
    rewardUnits,
    reason: 'full',
  })
  const tree = payoutTree(job, [line(0, ada, ONE), line(1, bob, ONE / 3n), line(2, ada, ONE, 3n * ONE)])
  const settlement: Settlement = {
    job,
    payoutRoot: tree.root,
    payoutDepth: tree.depth,
    total: tree.totalUnits,
    auditSecret: secrets.auditSecret,
  }
  const word = await signMessageStruct(secrets.jobKey, venue, 'Settlement', settlement)
  await anyone.settle(settlement, word, { relayerFeeUnits: 300_000n })
  expect(await owner.settle(settlement, word)).toBe('already-done')
  await expect(anyone.claim(job, claimProof(tree, ada)!)).rejects.toMatchObject({ code: 'FB2040' })
  await expect(anyone.close(job)).rejects.toMatchObject({ code: 'FB2040' })

  await anvil.advanceSeconds(productionWindows.claimDelay)
  await anyone.claim(job, claimProof(tree, ada)!)
  expect(await anyone.claim(job, claimProof(tree, ada)!)).toBe('already-done')
  await anyone.close(job)
  expect(await owner.close(job)).toBe('already-done')
  await anyone.claim(job, claimProof(tree, bob)!)

  expect(await world.tokensOf(ada)).toBe(5n * ONE)
  expect(await world.tokensOf(bob)).toBe(ONE / 3n)
  expect(await world.tokensOf(anyone.sender)).toBe(ONE / 2n)
  const after = (await anyone.account(account))!
  expect(after.lockedUnits).toBe(0n)
  expect(after.balanceUnits).toBe(100n * ONE - tree.totalUnits - ONE / 2n)
  expect(await anyone.job(job)).toMatchObject({
    state: 'closed',
    claimedUnits: tree.totalUnits,
    relayerFeeUnits: ONE / 2n,
  })

  await owner.requestWithdrawal(account, after.balanceUnits)
  await expect(owner.withdraw(account, owner.sender)).rejects.toMatchObject({ code: 'FB2040' })
  await anvil.advanceSeconds(productionWindows.withdrawalDelay)
  await owner.withdraw(account, owner.sender)
  expect(await world.tokensOf(venue.escrow)).toBe(0n)
  expect(await world.tokensOf(owner.sender)).toBe(1_000n * ONE - tree.totalUnits - ONE / 2n)
})
