import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { privateKeyToAccount, privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deployRegistry } from '../src/escrow/deployEscrow.ts'
import { mintTestToken } from '../src/escrow/mintTestToken.ts'
import { ONE, startTestEscrow, type TestEscrow } from '../src/escrow/testEscrow.fixture.ts'
import { sha256 } from '../src/protocol/digest.ts'
import type { FraudEvidence } from '../src/protocol/fraudEvidence.ts'
import { jobId, type Lease, leaseId, type Root } from '../src/protocol/messages.ts'
import { toWire } from '../src/protocol/primitives.ts'
import { signMessageStruct } from '../src/protocol/signing.ts'
import { runCli, runWorkerCli } from './harness/runCli.ts'

// `fuzzburst-worker stake …` and `fuzzburst equivocation prove` as somebody types them, on a real chain.

const workerKey = sha256('a worker’s key')
const worker = privateKeyToAccount(workerKey)
let world: TestEscrow
let cwd: string
let payoutKey: `0x${string}`
beforeAll(async () => {
  world = await startTestEscrow()
  cwd = await mkdtemp(path.join(tmpdir(), 'fuzzburst-stake-'))
  payoutKey = world.anvil.accounts[6]!
  const gas = { rpcUrl: world.anvil.rpcUrl, key: payoutKey, pollingMs: 20 }
  await deployRegistry(gas, world.venue.escrow)
  await mintTestToken(gas, { token: world.token, to: privateKeyToAddress(payoutKey), units: 100n * ONE })
})
afterAll(async () => {
  await rm(cwd, { recursive: true, force: true })
  await world?.anvil.stop()
})

function stake(...args: string[]) {
  const env = {
    FUZZBURST_WORKER_RPC_URL: world.anvil.rpcUrl,
    FUZZBURST_WORKER_KEY: workerKey,
    FUZZBURST_WORKER_PAYOUT_KEY: payoutKey,
  }
  return runWorkerCli(['stake', ...args, '--token', world.token], { cwd, env })
}
async function json(...args: string[]): Promise<Record<string, unknown>> {
  const end = await stake(...args, '--json')
  expect(end.stderr).toBe('')
  return JSON.parse(end.stdout)
}

test('nothing is staked without a yes, for a wrong amount or from an empty purse; each says what to do', async () => {
  const [noYes, tooFine, tooMuch] = await Promise.all([
    stake('deposit', '1'),
    stake('deposit', '0.0000001', '--yes'),
    stake('unbond', 'all', '--yes'),
  ])
  expect([noYes, tooFine, tooMuch].map(({ code }) => code)).toEqual([2, 2, 2])
  expect(noYes.stderr).toMatch(/error FB3215: Not confirmed: Stake 1 tUSDC from 0x\w+ for 0x\w+, and make that the key/)
  expect(tooFine.stderr).toContain('error FB3214')
  expect(tooMuch.stderr).toContain('error FB3214')
})

test('stake is paid in, asked back, kept after all, and shown in words', async () => {
  expect(await json('deposit', '60', '--yes')).toMatchObject({
    payout: privateKeyToAddress(payoutKey),
    units: '60000000',
  })
  await json('unbond', '20', '--yes')
  const early = await stake('withdraw', '--yes')
  expect([early.code, early.stderr.includes('error FB2040')]).toEqual([2, true])
  const { stdout } = await stake('status')
  expect(stdout).toMatch(
    /bonded {5}40 tUSDC: one lease at 2 tUSDC, or more at less\nunbonding {2}20 tUSDC, possible from 20/,
  )
  await json('rebond', '--yes')
  expect(await json('status')).toMatchObject({ bondedUnits: '60000000', unbondingUnits: '0', availableAt: null })
})

test('evidence of two roots is checked first, then brought to the stake, and a second time finds it done', async () => {
  const { intent, signature, secrets } = await world.intent('equivocation')
  await world.anyone.open(intent, signature)
  const specDigest = sha256('spec')
  const lease: Lease = {
    ...{ job: jobId(intent), slot: 0, worker: worker.address, specDigest },
    ...{ slices: 10, price: ONE, expires: intent.settleBy },
  }
  const rootOf = async (text: string) => {
    const message: Root = { job: lease.job, lease: leaseId(lease), specDigest, root: sha256(text), done: 10 }
    return { message, signature: await signMessageStruct(worker, world.venue, 'Root', message) }
  }
  const [one, other] = await Promise.all([rootOf('one'), rootOf('other')])
  const evidence: FraudEvidence = {
    ...{ v: 1, kind: 'equivocation', venue: world.venue, intent },
    lease: { message: lease, signature: await signMessageStruct(secrets.jobKey, world.venue, 'Lease', lease) },
    roots: [one, other],
  }
  await writeFile(path.join(cwd, 'two.json'), toWire(evidence))
  await writeFile(path.join(cwd, 'one.json'), toWire({ ...evidence, roots: [one, one] }))
  await writeFile(path.join(cwd, 'none.json'), '{')
  const prove = (file: string) =>
    runCli(['equivocation', 'prove', file, '--yes', '--json'], {
      cwd,
      env: { FUZZBURST_RPC_URL: world.anvil.rpcUrl, FUZZBURST_GAS_KEY: world.anvil.accounts[5]! },
    })
  for (const file of ['one.json', 'none.json', 'missing.json']) {
    const end = await prove(file)
    expect([file, end.code, end.stderr.includes('error FB2051')]).toEqual([file, 2, true])
  }
  expect(JSON.parse((await prove('two.json')).stdout)).toMatchObject({ worker: worker.address, alreadyDone: false })
  expect(JSON.parse((await prove('two.json')).stdout)).toMatchObject({ alreadyDone: true })
  expect(await json('status')).toMatchObject({ bondedUnits: '40000000' })
})
