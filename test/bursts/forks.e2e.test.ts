// A fork's pull request over the pool, by two workflows: the one that builds has nothing, the one that pays builds nothing.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoChain, startDemoChain } from '../../src/cli/demo/demoChain.ts'
import { type DemoPool, startDemoPool } from '../../src/cli/demo/demoPool.ts'
import { zBytes32 } from '../../src/protocol/primitives.ts'
import { zReport } from '../../src/report/report.ts'
import { afterRunEvent, pullRequestEvent } from '../harness/githubEvents.ts'
import { type GithubProject, githubProject } from '../harness/githubJob.ts'
import { READ_ONLY } from '../servers/github/permissions.ts'
import { BOT } from '../servers/github/server.ts'
import { runStep, type StepEnd } from '../servers/githubRunner.ts'

let project: GithubProject
let folder: string
let chain: DemoChain
let pool: DemoPool
let head = ''
let run = 0

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'fuzzburst-forks-'))
  chain = await startDemoChain(() => {})
  pool = await startDemoPool(chain, path.join(folder, 'pool'), 2, () => {})
  project = await githubProject('findings')
  head = project.commit('a forgetful purse')
  project.github.grant('fork', { actor: BOT, permissions: READ_ONLY })
  project.github.state.pulls.push({
    number: 2,
    state: 'open',
    head: { ref: 'changes', sha: head, repository: 'mallory/Hello-World' },
    base: { ref: 'main', sha: 'f'.repeat(40) },
    files: [],
  })
  const event = pullRequestEvent({ head, base: 'f'.repeat(40), fork: true })
  const planned = await project.run('pull_request', event, { inputs: { token: 'fork', mode: 'plan' } })
  expect(planned.code, planned.log).toBe(0)
  run = project.lastRun()
})
afterAll(async () => {
  await project?.close()
  await pool?.stop()
  await chain?.anvil.stop()
  rmSync(folder, { recursive: true, force: true })
})

const inputs = (): Record<string, string> => ({
  mode: 'burst',
  budget: '24s',
  'shard-time': '6s',
  workers: '2',
  // The cap of one run.
  'max-spend': '1',
  relay: pool.relayUrl,
  'rpc-url': chain.anvil.rpcUrl,
  account: chain.account,
  key: chain.spenderKey,
})
const empty = (): string => mkdtempSync(path.join(folder, 'empty-'))
const event = () => {
  const done = afterRunEvent(run, head)
  // Code of a private one would not go to this public pool.
  Object.assign(done.repository, { private: false, visibility: 'public' })
  return done
}

test('the second workflow bursts what the first built over the pool, pays workers under its cap, and reports on the pull request', async () => {
  const end = await project.run('workflow_run', event(), { workspace: empty(), inputs: inputs() })
  const report = zReport.parse(JSON.parse(readFileSync(end.outputs.get('report-json') ?? '', 'utf8')))
  expect(report, end.log).toMatchObject({ mode: 'pool', verdict: 'failed', fallbackReason: null })
  expect(report.project.commit).toBe(head)
  expect(report.workers.some(({ earnedUnits }) => earnedUnits > 0n)).toBe(true)
  expect(Number(end.outputs.get('spent'))).toBeLessThanOrEqual(1)
  expect(await chain.owner.job(zBytes32.parse(end.outputs.get('job')))).toMatchObject({ state: 'settled' })
  expect(project.github.state.checks.at(-1)).toMatchObject({ head_sha: head, conclusion: 'failure' })
  expect(project.github.state.comments).toMatchObject([{ issue: 2 }])
  expect(end.log.replaceAll(/::add-mask::.*\n/g, '')).not.toContain(chain.spenderKey.slice(2))
})

test('a second workflow that is killed in mid-burst is settled by its post step, which builds nothing either', async () => {
  let job: string | undefined
  const workspace = empty()
  const temp = path.join(folder, 'temp')
  const killed: StepEnd = await project.run('workflow_run', event(), {
    workspace,
    inputs: inputs(),
    env: { RUNNER_TEMP: temp },
    onLine(line, stop) {
      job ??= /job (0x[0-9a-f]{64}) is open/.exec(line)?.[1]
      if (job !== undefined) stop('SIGKILL')
    },
  })
  expect([killed.signal, await chain.owner.job(zBytes32.parse(job))]).toMatchObject(['SIGKILL', { state: 'open' }])
  const post = await runStep({
    program: path.resolve(import.meta.dirname, '../../dist/post.mjs'),
    workspace,
    inputs: { ...inputs(), token: 'token' },
    event: event(),
    state: killed.state,
    env: {
      RUNNER_TEMP: temp,
      GITHUB_API_URL: project.github.url,
      GITHUB_REPOSITORY: project.github.state.repository,
      GITHUB_EVENT_NAME: 'workflow_run',
    },
  })
  expect([post.code, post.outputs.get('job')]).toEqual([0, job])
  expect(await chain.owner.job(zBytes32.parse(job))).toMatchObject({ state: 'settled' })
  // On the fork's commit, not on the main branch's.
  expect(project.github.state.checks.at(-1)).toMatchObject({ head_sha: head, conclusion: 'neutral' })
  expect(project.github.violations).toEqual([])
})
