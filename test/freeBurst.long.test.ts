import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { zBytes32 } from '../src/protocol/primitives.ts'
import { zLedger, zSponsorInfo } from '../src/protocol/sponsorship.ts'
import { zReport } from '../src/report/report.ts'
import { copyProject, solc } from './harness/copyProject.ts'
import { pullRequestEvent } from './harness/githubEvents.ts'
import { runCli } from './harness/runCli.ts'
import { type SponsorPool, startSponsorPool } from './harness/sponsorPool.ts'
import { runStep, type Step, type StepEnd } from './servers/githubRunner.ts'
import { publicWorkflow } from './servers/oidc.ts'

const dist = path.resolve(import.meta.dirname, '..', 'dist')
const publicEvent = { repository: { private: false, visibility: 'public' } }

let pool: SponsorPool
let project: ReturnType<typeof copyProject>
let temp: string
beforeAll(async () => {
  project = copyProject('test/fixtures/passing')
  temp = mkdtempSync(path.join(tmpdir(), 'fuzzburst-temp-'))
  const settings = ['budget = "8s"', 'slice-time = "1s"', 'shard-time = "2s"', 'workers = 2', `solc = "${solc}"`]
  writeFileSync(path.join(project.dir, 'fuzzburst.toml'), `${settings.join('\n')}\n`)
  pool = await startSponsorPool(2)
})
afterAll(async () => {
  await pool?.stop()
  project.remove()
  rmSync(temp, { recursive: true, force: true })
})
beforeEach(() => {
  pool.oidc.claims = publicWorkflow
  pool.oidc.keysUp = true
})

/** All steps of a job share RUNNER_TEMP; none of them has an input. */
const step = (program: string, more: Partial<Step> = {}): Promise<StepEnd> =>
  runStep({
    program: path.join(dist, program),
    workspace: project.dir,
    inputs: {},
    event: publicEvent,
    env: { FUZZBURST_SPONSOR: pool.relayUrl, RUNNER_TEMP: temp, ...pool.oidc.env },
    ...more,
  })
const reportOf = (end: StepEnd) => zReport.parse(JSON.parse(readFileSync(end.outputs.get('report-json') ?? '', 'utf8')))

test('without `id-token: write` the burst runs on the runner, and says loudly why and what to add', async () => {
  const end = await step('main.mjs', { env: { FUZZBURST_SPONSOR: pool.relayUrl, RUNNER_TEMP: temp } })
  const warnings = end.commands.filter(({ name }) => name === 'warning').map(({ properties }) => properties.title)
  expect(warnings).toContain('Fuzzburst FB2080')
  expect(reportOf(end)).toMatchObject({ mode: 'fallback', job: null })
  expect(reportOf(end).fallbackReason).toContain('FB2080')
  expect(pool.oidc.audiences).toEqual([])
})

test('a repository that is not public asks for no token', async () => {
  const end = await step('main.mjs', { event: { repository: { private: true } } })
  expect(reportOf(end).mode).toBe('local')
  expect(pool.oidc.audiences).toEqual([])
})

test('what the sponsor refuses runs on the runner, with the sponsor’s reason', async () => {
  pool.oidc.claims = { ...publicWorkflow, event_name: 'pull_request_target' }
  const end = await step('main.mjs')
  expect(end.log).toContain('FB3051')
  expect(end.log).toContain('THE POOL IS NOT USED')
  expect(reportOf(end)).toMatchObject({ mode: 'fallback', job: null })
})

test('a main step that is killed in mid-burst is handed in by the post step, audited and settled', async () => {
  let job: string | undefined
  const killed = await step('main.mjs', {
    onLine(line, stop) {
      job ??= /job (0x[0-9a-f]{64}) is open/.exec(line)?.[1]
      if (job !== undefined) stop('SIGKILL')
    },
  })
  expect(killed.signal).toBe('SIGKILL')
  const tokens = pool.oidc.audiences.length
  const post = await step('post.mjs', { state: killed.state })
  expect(post.code, post.log).toBe(0)
  expect(post.outputs.get('job')).toBe(job)
  // The job has its grant: nobody is asked again.
  expect(pool.oidc.audiences.length).toBe(tokens)
  const auditing = ['sponsor', 'audit', '--relay', pool.relayUrl, '--once', '--json']
  const audit = await runCli(auditing, { cwd: project.dir, env: { FUZZBURST_AUDITOR_KEY: pool.auditorKey } })
  expect(audit.code, audit.stderr).toBe(0)
  expect(JSON.parse(audit.stdout)).toMatchObject({ job, verdict: 'passed' })
  expect(await pool.chain.owner.job(zBytes32.parse(job))).toMatchObject({ state: 'settled' })
})

test('a second push ends the free burst of the first one: both are settled, and the sponsor gets back what was not used', async () => {
  const pushed = (run: string, more: Partial<Step> = {}): Promise<StepEnd> => {
    const event = { ...pullRequestEvent({ head: run.repeat(40), base: 'f'.repeat(40) }), ...publicEvent }
    const env = { FUZZBURST_SPONSOR: pool.relayUrl, ...pool.oidc.env, GITHUB_REPOSITORY: 'somebody/vault' }
    const job = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: '1' }
    const runnerTemp = path.join(temp, `run-${run}`)
    mkdirSync(runnerTemp)
    return step('main.mjs', {
      event,
      env: { ...env, ...job, RUNNER_TEMP: runnerTemp },
      inputs: { targets: 'all' },
      ...more,
    })
  }
  let second: Promise<StepEnd> | undefined
  const first = await pushed('1', {
    inputs: { targets: 'all', budget: '60s' },
    onLine: (line) => {
      if (/job 0x[0-9a-f]{64} is open/.test(line)) second ??= pushed('2')
    },
  })
  const [older, newer] = [reportOf(first), reportOf(await second!)]
  expect([older.mode, older.superseded, older.verdict], first.log).toEqual(['pool', true, 'neutral'])
  expect([newer.mode, newer.superseded, newer.verdict]).toEqual(['pool', false, 'passed'])
  const auditing = ['sponsor', 'audit', '--relay', pool.relayUrl, '--once']
  for (const _job of [older, newer])
    await runCli(auditing, { cwd: project.dir, env: { FUZZBURST_AUDITOR_KEY: pool.auditorKey } })
  for (const { job } of [older, newer]) expect(await pool.chain.owner.job(job!)).toMatchObject({ state: 'settled' })
  const { totalUnits, lockUnits } = (await pool.chain.owner.job(older.job!))!
  expect(totalUnits * 2n).toBeLessThan(lockUnits)
})

test('the workers of a free burst claim their pay like any others', async () => {
  const end = await step('main.mjs')
  const { job } = reportOf(end)
  const auditing = ['sponsor', 'audit', '--relay', pool.relayUrl, '--once']
  await runCli(auditing, { cwd: project.dir, env: { FUZZBURST_AUDITOR_KEY: pool.auditorKey } })
  const { totalUnits } = (await pool.chain.owner.job(job!))!
  expect(totalUnits).toBeGreaterThan(0n)
  await pool.chain.anvil.advanceSeconds(86_401)
  await expect.poll(async () => (await pool.chain.owner.job(job!))!.claimedUnits, { timeout: 120_000 }).toBe(totalUnits)
})

test('anybody can look at the sponsor and at what it gave; its owner changes caps and denies', async () => {
  const at = ['--relay', pool.relayUrl, '--json']
  const cli = (args: string[], env: Record<string, string> = {}) =>
    runCli(['sponsor', ...args], { cwd: project.dir, env })
  const status = zSponsorInfo.parse(JSON.parse((await cli(['status', ...at])).stdout))
  expect(status.account).toBe(pool.chain.account)
  const given = zLedger.parse(JSON.parse((await cli(['ledger', ...at])).stdout))
  expect(given.entries.map(({ licence, audit }) => [licence, audit])).toEqual(
    Array.from({ length: 4 }, () => ['MIT', 'passed']),
  )
  const owner = { FUZZBURST_OWNER_KEY: pool.chain.anvil.accounts[1]! }
  const stranger = await cli(['caps', ...at, '--budget', '1', '--yes'], { FUZZBURST_OWNER_KEY: pool.spenderKey })
  expect(stranger.stderr).toContain('FB3008')
  const caps = await cli(['caps', ...at, '--budget', '9.5', '--per-owner', '3', '--yes'], owner)
  expect(JSON.parse(caps.stdout)).toMatchObject({
    budgetUnits: '9500000',
    perOwnerUnits: '3000000',
    perBurstUnits: '2000000',
  })
  const { token } = (await pool.chain.owner.account(pool.chain.account))!
  const [auditor, keyFile] = [pool.chain.venue.escrow, path.join(project.dir, 'sponsor.key')]
  const create = ['--token', token.address, '--auditor', auditor, '--budget', '500', '--key-file', keyFile, '--yes']
  const where = ['--rpc-url', pool.chain.anvil.rpcUrl, '--escrow', pool.chain.venue.escrow, '--json']
  const made = JSON.parse((await cli(['create', ...create, ...where], owner)).stdout)
  expect(made.settings).toContain(`budgetUnits = "500000000"`)
  expect(statSync(keyFile).mode & 0o777).toBe(0o600)
  expect(privateKeyToAddress(zBytes32.parse(readFileSync(keyFile, 'utf8').trim()))).toBe(made.spender)
  expect(await pool.chain.owner.spender(made.account, made.spender)).toMatchObject({ maxPerJobUnits: 2_000_000n })
  const denied = await cli(['deny', ...at, '--owner-id', '71', '--why', 'farms', '--yes'], owner)
  expect(JSON.parse(denied.stdout)).toEqual({ kind: 'owner', id: 71, why: 'farms' })
})
