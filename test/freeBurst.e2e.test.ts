import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zLedger } from '../src/protocol/sponsorship.ts'
import { type Report, zReport } from '../src/report/report.ts'
import { copyProject, solc } from './harness/copyProject.ts'
import { runCli } from './harness/runCli.ts'
import { type SponsorPool, startSponsorPool } from './harness/sponsorPool.ts'
import { runStep, type StepEnd } from './servers/githubRunner.ts'

const program = path.resolve(import.meta.dirname, '..', 'dist', 'main.mjs')
const publicEvent = { repository: { private: false, visibility: 'public' } }

let pool: SponsorPool
let project: ReturnType<typeof copyProject>
beforeAll(async () => {
  project = copyProject('test/fixtures/passing')
  const settings = ['budget = "4s"', 'slice-time = "1s"', 'shard-time = "3s"', 'workers = 2', `solc = "${solc}"`]
  writeFileSync(path.join(project.dir, 'fuzzburst.toml'), `${settings.join('\n')}\n`)
  pool = await startSponsorPool(2)
}, 180_000)
afterAll(async () => {
  await pool?.stop()
  project.remove()
})

/** One step without any input: no key, no account, no relay. What the job may do is in its environment. */
const step = (env: Record<string, string>, event: unknown = publicEvent): Promise<StepEnd> =>
  runStep({ program, workspace: project.dir, inputs: {}, event, env: { FUZZBURST_SPONSOR: pool.relayUrl, ...env } })

function reportOf(end: StepEnd): Report {
  expect(end.outputs.get('report-json'), end.log).toBeDefined()
  return zReport.parse(JSON.parse(readFileSync(end.outputs.get('report-json')!, 'utf8')))
}
const ledger = async () => zLedger.parse(await (await fetch(`${pool.relayUrl}/v1/sponsor/ledger`)).json())

let paid: Report
test('with it a public repository gets a burst: no secret, no wallet, no input', async () => {
  const end = await step(pool.oidc.env)
  paid = reportOf(end)
  expect(end.code, end.log).toBe(0)
  expect(paid).toMatchObject({ mode: 'pool', fallbackReason: null, verdict: 'passed' })
  expect(paid.work.slicesDone).toBe(paid.work.slices)
  expect(paid.workers.every((worker) => worker.refused.length === 0)).toBe(true)
  expect(paid.money).toMatchObject({ sponsored: true, symbol: 'tUSDC' })
  expect(end.summary).toContain('a free burst')
  // The token was asked for this job alone, and appears in nothing but its mask.
  const masks = end.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message)
  const token = masks.find((text) => text.startsWith('ey'))!
  expect(end.log.split(token).length).toBe(2)
  expect((await ledger()).entries).toMatchObject([{ job: paid.job, repository: 'somebody/vault', repositoryId: 4001 }])
  // Nothing is paid before the sponsor's auditor has looked.
  expect(await pool.chain.owner.job(paid.job!)).toMatchObject({ state: 'open', account: pool.chain.account })
}, 300_000)

test('the sponsor’s auditor runs slices again; then the settlement is co-signed and sent', async () => {
  const auditing = ['sponsor', 'audit', '--relay', pool.relayUrl, '--once', '--json']
  const stranger = await runCli(auditing, { cwd: project.dir, env: { FUZZBURST_AUDITOR_KEY: `0x${'44'.repeat(32)}` } })
  expect(stranger.code).toBe(2)
  expect(stranger.stderr).toContain('FB3060')
  const end = await runCli(auditing, { cwd: project.dir, env: { FUZZBURST_AUDITOR_KEY: pool.auditorKey } })
  expect(end.code, end.stderr).toBe(0)
  const verdict = JSON.parse(end.stdout)
  expect(verdict).toMatchObject({ job: paid.job, verdict: 'passed' })
  expect(verdict.leases.every((lease: { ks: number[] }) => lease.ks.length > 0)).toBe(true)
  const job = (await pool.chain.owner.job(paid.job!))!
  expect(job.state).toBe('settled')
  expect(job.totalUnits).toBe(paid.workers.reduce((sum, worker) => sum + worker.earnedUnits, 0n))
}, 240_000)
