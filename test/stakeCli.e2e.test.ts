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
  expect(noYes.stderr).toMatch(
    /error FB3215: Not confirmed: Stake 1 tUSDC from 0x\w+ for 0x\w+, make that the key it returns to, and register no determinism class/,
  )
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

/** Another worker: its own key has gas. */
function other(command: string, ...args: string[]) {
  const env = {
    FUZZBURST_WORKER_RPC_URL: world.anvil.rpcUrl,
    FUZZBURST_WORKER_KEY: world.anvil.accounts[7]!,
    FUZZBURST_WORKER_PAYOUT_KEY: payoutKey,
  }
  return runWorkerCli(['stake', command, ...args], { cwd, env })
}
const refusals = (ends: readonly { code: number | null; stderr: string }[]) =>
  ends.map(({ code, stderr }) => [code, /FB[0-9]+/.exec(stderr)?.[0]])

test('no class is declared for an unknown worker, without one, by a key without gas, or without a yes', async () => {
  const first = sha256('class')
  const ends = await Promise.all([
    other('class', '--yes'),
    other('class', '--class', first, '--yes'),
    other('payout', worker.address, '--yes'),
    runWorkerCli(['stake', 'class', '--class', '0x12', '--yes'], { cwd }),
    runWorkerCli(['stake', 'class', '--class', first, '--yes'], {
      cwd,
      env: { FUZZBURST_WORKER_RPC_URL: world.anvil.rpcUrl, FUZZBURST_WORKER_KEY: workerKey },
    }),
  ])
  expect(refusals(ends)).toEqual([
    [2, 'FB3214'],
    [2, 'FB3214'],
    [2, 'FB3214'],
    [2, undefined],
    [2, 'FB2010'],
  ])
})

test('a class is registered with the first deposit, only changed on purpose, and found in the status', async () => {
  const [first, second] = [sha256('class'), sha256('another class')]
  const token = ['--token', world.token]
  const made = await other('deposit', '5', '--class', first, ...token, '--yes', '--json')
  expect(JSON.parse(made.stdout)).toMatchObject({ determinismClass: first, units: '5000000' })
  const again = await other('deposit', '5', '--class', second, ...token, '--yes')
  const noYes = await other('class', '--class', second)
  expect(refusals([again, noYes])).toEqual([
    [2, 'FB3214'],
    [2, 'FB3215'],
  ])
  expect(noYes.stderr).toContain(`in place of the determinism class ${first}`)
  expect(JSON.parse((await other('class', '--class', second, '--yes', '--json')).stdout)).toMatchObject({
    determinismClass: second,
    alreadyDone: false,
  })
  expect((await other('class', '--class', second, '--yes')).stdout).toBe('This was done before.\n')
  expect((await other('status', ...token)).stdout).toContain(`class      ${second}\n`)
})

test('a self-test names the class of this machine, and contradicts another', async () => {
  const wrong = await other('class', '--self-test', '--class', sha256('wrong'), '--yes')
  expect(refusals([wrong])).toEqual([[2, 'FB3214']])
  const found = /this machine is of class (0x[0-9a-f]{64}), not/.exec(wrong.stderr)?.[1]
  const declared = await other('class', '--self-test', '--yes', '--json')
  expect(JSON.parse(declared.stdout)).toMatchObject({ determinismClass: found, alreadyDone: false })
})

test('stake is handed to another payout key by the present one alone, and then belongs to that one', async () => {
  const operatorKey = world.anvil.accounts[7]!
  const next = world.anvil.accounts[8]!
  const to = privateKeyToAddress(next)
  const as = (payout: `0x${string}`, ...args: string[]) =>
    runWorkerCli(['stake', ...args], {
      cwd,
      env: {
        FUZZBURST_WORKER_RPC_URL: world.anvil.rpcUrl,
        FUZZBURST_WORKER_KEY: operatorKey,
        FUZZBURST_WORKER_PAYOUT_KEY: payout,
      },
    })
  const ends = [await as(next, 'payout', to, '--yes'), await as(payoutKey, 'payout', to)]
  expect(refusals(ends)).toEqual([
    [2, 'FB2052'],
    [2, 'FB3215'],
  ])
  expect(ends[1]!.stderr).toContain(`Only ${to} can ask it back`)
  const handed = await as(payoutKey, 'payout', to, '--yes', '--json')
  expect(JSON.parse(handed.stdout)).toMatchObject({ payout: to, alreadyDone: false })
  expect((await as(payoutKey, 'payout', to, '--yes')).stdout).toBe('This was done before.\n')
  const unbond = ['unbond', '1', '--token', world.token, '--yes']
  expect(refusals([await as(payoutKey, ...unbond)])).toEqual([[2, 'FB2052']])
  expect((await as(next, ...unbond)).code).toBe(0)
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
