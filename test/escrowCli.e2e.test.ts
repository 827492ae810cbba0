import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { privateKeyToAccount, privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deployTestToken } from '../src/escrow/deployEscrow.ts'
import { productionWindows } from '../src/escrow/deployment.ts'
import { mintTestToken } from '../src/escrow/mintTestToken.ts'
import { ONE, startTestEscrow, type TestEscrow } from '../src/escrow/testEscrow.fixture.ts'
import { sha256 } from '../src/protocol/digest.ts'
import type { Evidence } from '../src/protocol/evidence.ts'
import type { JobSecrets } from '../src/protocol/jobSecrets.ts'
import { jobId, leaseId, messageHash } from '../src/protocol/messages.ts'
import { payoutTree } from '../src/protocol/payout.ts'
import type { JobId } from '../src/protocol/primitives.ts'
import { signMessageStruct } from '../src/protocol/signing.ts'
import { saveSettlement } from '../src/requester/projectState.ts'
import { runCli } from './harness/runCli.ts'

// `fuzzburst account …` and `fuzzburst job …` as somebody types them, on a real chain: no setting but the endpoint and a key.

let world: TestEscrow
let cwd: string
let key: `0x${string}`
beforeAll(async () => {
  world = await startTestEscrow()
  cwd = await mkdtemp(path.join(tmpdir(), 'fuzzburst-cli-'))
  key = world.anvil.accounts[7]!
  const gas = { rpcUrl: world.anvil.rpcUrl, key, pollingMs: 20 }
  const token = await deployTestToken(gas)
  await mintTestToken(gas, { token, to: privateKeyToAddress(key), units: 100n * ONE })
})
afterAll(async () => {
  await rm(cwd, { recursive: true, force: true })
  await world?.anvil.stop()
})

function cli(args: readonly string[], env: Record<string, string> = { FUZZBURST_OWNER_KEY: key }) {
  return runCli(args, { cwd, env: { FUZZBURST_RPC_URL: world.anvil.rpcUrl, ...env } })
}
async function json(...args: string[]): Promise<Record<string, unknown>> {
  const end = await cli([...args, '--json'])
  expect(end.stderr).toBe('')
  return JSON.parse(end.stdout)
}

test('nothing is sent without a key, without a yes, for a wrong amount or on another chain; each says what to do', async () => {
  const { account } = world
  const [noKey, noYes, tooFine, otherChain, noChain, notMine] = await Promise.all([
    cli(['account', 'fund', account, '1', '--yes'], {}),
    cli(['account', 'fund', account, '1']),
    cli(['account', 'fund', account, '0.0000001', '--yes']),
    cli(['account', 'fund', account, '1', '--yes', '--chain', 'base']),
    cli(['account', 'status', account, '--chain', 'bass']),
    cli(['account', 'caps', account, world.spender.address, '--max-per-job', '1', '--max-per-day', '1', '--yes']),
  ])
  expect([noKey, noYes, tooFine, otherChain, noChain, notMine].map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 2])
  expect(noKey.stderr).toContain('error FB2030')
  expect(noYes.stderr).toMatch(
    /error FB2031: Not confirmed: Deposit 1 tUSDC from 0x\w+ into the account of 0x\w+: only/,
  )
  expect(tooFine.stderr).toContain('error FB2049')
  expect(otherChain.stderr).toContain('error FB2002')
  expect(noChain.stderr).toContain('error FB2046')
  expect(notMine.stderr).toContain('error FB2042')
  for (const { stdout } of [noKey, noYes, tooFine, otherChain, noChain, notMine]) expect(stdout).toBe('')
})

test('an account is created, funded by permit, capped, shown, and emptied after its delay, in whole tokens throughout', async () => {
  const salt = sha256('cli')
  const create = ['account', 'create', '--token', world.token, '--salt', salt, '--yes']
  const { account, owner, alreadyDone } = await json(...create)
  expect([owner, alreadyDone]).toEqual([privateKeyToAddress(key), false])
  expect(await json(...create)).toMatchObject({ account, alreadyDone: true, transaction: null })
  const id = String(account)

  const transactions = async () => Number((await world.anyone.account(id as `0x${string}`))!.balanceUnits)
  expect(await transactions()).toBe(0)
  expect(await json('account', 'fund', id, '12.5', '--yes')).toMatchObject({ units: '12500000', alreadyDone: false })
  const spender = world.spender.address
  await json('account', 'caps', id, spender, '--max-per-job', '2', '--max-per-day', '5', '--days', '7', '--yes')
  const shown = await cli(['account', 'status', id, '--spender', spender])
  expect(shown.code).toBe(0)
  expect(shown.stdout).toMatch(
    /free +12\.5 tUSDC\nlocked +0 tUSDC\nspender +0x\w+: 2 tUSDC a job, 5 tUSDC of 5 tUSDC left/,
  )

  const asked = await json('account', 'withdraw', id, '--amount', '12.5', '--yes')
  expect(Number(asked.availableAt) - (await world.anyone.now())).toBe(productionWindows.withdrawalDelay)
  const early = await cli(['account', 'withdraw', id, '--yes'])
  expect([early.code, early.stderr]).toEqual([2, expect.stringContaining('error FB2040')])
  await world.anvil.advanceSeconds(productionWindows.withdrawalDelay)
  await json('account', 'withdraw', id, '--yes')
  expect(await world.tokensOf(privateKeyToAddress(key))).toBe(100n * ONE)
  const again = await cli(['account', 'withdraw', id, '--yes'])
  expect(again.stderr).toContain('error FB2043')
})

test('a job is explained in words with times, frozen by its owner only, and closed by anybody', async () => {
  const { intent, signature } = await world.intent('shown by the command line')
  const job = jobId(intent)
  const unknown = await cli(['job', 'show', job])
  expect([unknown.code, unknown.stdout]).toEqual([1, `There is no job ${job}.\n`])
  await world.anyone.open(intent, signature)
  const open = await cli(['job', 'show', job])
  expect(open.code).toBe(0)
  expect(open.stdout).toMatch(/locked +14\.5 tUSDC for 10 slots and 1 spares at 1 tUSDC/)
  expect(open.stdout).toMatch(/\nOpen: workers may run its shards.*\n- the requester can still settle it until \d{4}-/)

  const [stranger, early, nothing, nobody] = await Promise.all([
    cli(['job', 'freeze', job, '--yes']),
    cli(['job', 'close', job, '--yes']),
    cli(['job', 'answer', job, '--yes']),
    cli(['job', 'challenge', job, '0', '--yes']),
  ])
  expect(stranger.stderr).toContain('error FB2042')
  expect(early.stderr).toContain('error FB2040')
  expect([nothing.code, nothing.stdout]).toEqual([0, 'No contest waits for an answer.\n'])
  expect([nobody.code, nobody.stdout]).toEqual([1, `Nobody claims slot 0 of job ${job}.\n`])

  const owner = { FUZZBURST_OWNER_KEY: world.anvil.accounts[0]! }
  expect((await cli(['job', 'freeze', job, '--yes'], owner)).stdout).toMatch(/^frozen in 0x/)
  const frozen = await json('job', 'show', job)
  expect(frozen).toMatchObject({ state: 'voided', explanation: { now: expect.stringContaining('Void:') } })
  await world.anvil.advanceSeconds(productionWindows.freeze + 2 * productionWindows.claimDelay + 1)
  // Anybody with gas: no owner's key is needed for it.
  const anybody = { FUZZBURST_GAS_KEY: world.anvil.accounts[8]! }
  expect((await cli(['job', 'close', job, '--yes'], anybody)).stdout).toMatch(/^closed in 0x/)
  expect((await cli(['job', 'close', job, '--yes'], anybody)).stdout).toBe('This was done before.\n')
})

test('contests are answered from the lines in the folder, and what no line answers is voided by anybody', async () => {
  const { intent, signature, secrets } = await world.intent('answered by hand')
  const job = jobId(intent)
  await world.anyone.open(intent, signature)
  const works = [await workedLease(job, secrets, 0), await workedLease(job, secrets, 1)]
  for (const { root } of works) await world.anyone.recordRoot(messageHash('Root', root.message))
  // One line is short, one is missing.
  const { message: lease } = works[0]!.lease
  const reason = 'unaudited' as const
  const lines = [{ slot: 0, lease: leaseId(lease), worker: lease.worker, payUnits: 1n, rewardUnits: 0n, reason }]
  const tree = payoutTree(job, lines)
  const { auditSecret } = secrets
  const message = { job, payoutRoot: tree.root, payoutDepth: tree.depth, total: tree.totalUnits, auditSecret }
  await world.anyone.settle(message, await signMessageStruct(secrets.jobKey, world.venue, 'Settlement', message))
  for (const work of works) await world.anyone.contest(job, work)

  const gas = { FUZZBURST_GAS_KEY: world.anvil.accounts[8]! }
  expect((await cli(['job', 'answer', job, '--yes'], gas)).stderr).toContain('error FB2047')
  await saveSettlement(path.join(cwd, '.fuzzburst'), { message, lines: [{ ...lines[0]!, payUnits: 2n }] })
  expect((await cli(['job', 'answer', job, '--yes'], gas)).stderr).toContain('not the ones that were settled')
  await saveSettlement(path.join(cwd, '.fuzzburst'), { message, lines })
  const answered = await cli(['job', 'answer', job, '--yes'], gas)
  expect(answered.code).toBe(1)
  expect(answered.stdout).toContain(`${leaseId(lease)}: answered in 0x`)
  expect(answered.stdout).toContain(`${leaseId(works[1]!.lease.message)}: the settlement has no line for it`)
  expect(await world.anyone.job(job)).toMatchObject({ contests: 1, burnUnits: ONE - 1n })

  expect((await cli(['job', 'void', job, '--yes'], gas)).stderr).toContain('error FB2040')
  await world.anvil.advanceSeconds(productionWindows.claimDelay + 1)
  const shown = await cli(['job', 'show', job])
  expect(shown.stdout).toMatch(/contest +0x\w+ wants 1 tUSDC for lease 0x\w+; to be answered by/)
  expect((await cli(['job', 'void', job, '--yes'], gas)).stdout).toMatch(/^voided in 0x/)
  expect(await world.anyone.job(job)).toMatchObject({ state: 'voided', burnUnits: 0n })
})

/** A lease of slot `slot` with all of its work done. */
async function workedLease(job: JobId, secrets: JobSecrets, slot: number): Promise<Evidence> {
  const worker = privateKeyToAccount(sha256(`worker ${slot}`))
  const expires = (await world.anyone.now()) + 600
  const specDigest = sha256('spec')
  const lease = { job, slot, worker: worker.address, specDigest, slices: 4, price: ONE, expires }
  const root = { job, lease: leaseId(lease), specDigest, root: sha256('root'), done: 4 }
  return {
    lease: { message: lease, signature: await signMessageStruct(secrets.jobKey, world.venue, 'Lease', lease) },
    assignerSignature: null,
    root: { message: root, signature: await signMessageStruct(worker, world.venue, 'Root', root) },
    receipt: null,
  }
}
