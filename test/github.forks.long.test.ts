// Pull requests from forks by two workflows, on the runner alone. Through a pool: test/bursts/forks.e2e.test.ts.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Report, zReport } from '../src/report/report.ts'
import { afterRunEvent, pullRequestEvent, recordedEvent } from './harness/githubEvents.ts'
import { type GithubProject, githubProject } from './harness/githubJob.ts'
import { READ_ONLY } from './servers/github/permissions.ts'
import { BOT } from './servers/github/server.ts'
import type { StepEnd } from './servers/githubRunner.ts'

let project: GithubProject
let empty: string
let [base, head] = ['', '']
let planned: StepEnd
let run = 0

/** A purse that a fork makes forgetful; its own workflow plans, with a token that may only read. */
beforeAll(async () => {
  project = await githubProject('findings')
  empty = mkdtempSync(path.join(tmpdir(), 'fuzzburst-empty-'))
  const source = path.join(project.repository, 'src/Purse.sol')
  const forgetful = readFileSync(source, 'utf8')
  writeFileSync(source, forgetful.replace('amount > 200 ? amount - 1 : amount', 'amount'))
  base = project.commit('a purse')
  writeFileSync(source, forgetful)
  head = project.commit('a forgetful purse')
  project.github.grant('fork', { actor: BOT, permissions: READ_ONLY })
  project.github.state.pulls.push({
    number: 2,
    state: 'open',
    head: { ref: 'changes', sha: head, repository: 'mallory/Hello-World' },
    base: { ref: 'main', sha: base },
    files: [],
  })
  planned = await project.run('pull_request', pullRequestEvent({ head, base, fork: true }), {
    inputs: { token: 'fork', mode: 'plan' },
  })
  run = project.lastRun()
})
afterAll(async () => {
  rmSync(empty, { recursive: true, force: true })
  await project.close()
  expect(project.github.violations).toEqual([])
})

const readReport = (end: StepEnd): Report =>
  zReport.parse(JSON.parse(readFileSync(end.outputs.get('report-json') ?? '', 'utf8')))
const privileged = (event: unknown, inputs: Record<string, string> = {}): Promise<StepEnd> =>
  project.run('workflow_run', event, { workspace: empty, inputs })

/** The plan's artifact with some of its files changed, as another run's. */
function forged(change: (files: Record<string, Uint8Array>) => void, about: { head_sha?: string } = {}): number {
  const { artifacts, runs } = project.github.state
  const files = unzipSync(artifacts.find(({ name }) => name === 'fuzzburst-plan')!.zip)
  change(files)
  const id = 5_000 + runs.length
  runs.push({ id, event: 'pull_request', head_sha: about.head_sha ?? head })
  artifacts.push({ id, run: id, name: 'fuzzburst-plan', zip: Buffer.from(zipSync(files, { level: 0 })) })
  return id
}
/** As above, with one text of plan.json replaced. */
const reworded = (from: string | RegExp, to: string, about?: { head_sha?: string }): number =>
  forged((files) => {
    const text = Buffer.from(files['plan.json']!).toString('utf8')
    expect(text).toMatch(from)
    files['plan.json'] = Buffer.from(text.replace(from, to))
  }, about)

test('the first workflow builds, leaves a plan, fuzzes nothing, posts nothing, and says so', () => {
  expect(planned.code, planned.log).toBe(0)
  expect(planned.log).toContain('mode plan: ')
  expect(planned.log).toMatch(
    /left 4 target\(s\) and [\d.]+ MB of layers as the artifact fuzzburst-plan\. Nothing was fuzzed/,
  )
  expect(planned.summary).toContain('Planned, not fuzzed')
  expect(planned.outputs.has('verdict')).toBe(false)
  const { artifacts, checks, comments } = project.github.state
  expect(artifacts.map(({ name }) => name)).toEqual(['fuzzburst-plan'])
  expect([checks, comments]).toEqual([[], []])
})

test.each<[string, () => number, string]>([
  ['names another pull request', () => reworded('"pull":2', '"pull":3'), 'FB7020'],
  ['names another commit', () => reworded(/"head":"[0-9a-f]{40}"/, `"head":"${'e'.repeat(40)}"`), 'FB7020'],
  ['is for another repository', () => reworded('Codertocat/Hello-World', 'mallory/Hello-World'), 'FB7020'],
  [
    'is of a run that GitHub has for another commit',
    () => reworded('"v":1', '"v":1', { head_sha: 'd'.repeat(40) }),
    'FB7020',
  ],
  ['names another engine', () => reworded('"version":"1.7.1"', '"version":"1.7.2"'), 'FB1043'],
  [
    "names another engine's binary",
    () => reworded(/"linux-x64":"0x[0-9a-f]{64}"/, `"linux-x64":"0x${'11'.repeat(32)}"`),
    'FB1043',
  ],
  [
    'names another digest than its layer has',
    () => reworded(/"digest":"0x[0-9a-f]{64}"/, `"digest":"0x${'22'.repeat(32)}"`),
    'FB1023',
  ],
  ['announces less than its layer holds', () => reworded(/"unpackedBytes":\d+/, '"unpackedBytes":1024'), 'FB1043'],
  [
    'holds a file that climbs',
    () => forged((files) => void Object.assign(files, { '../../../etc/x': Buffer.from('x') })),
    'FB7011',
  ],
  ['holds a tar that is none', () => forged(notTar), 'FB1021'],
])('a plan that %s is refused, and nothing of it is run', async (_what, forge, code) => {
  const id = forge()
  const before = project.github.state.checks.length
  const end = await privileged(afterRunEvent(id, head))
  expect([end.code, end.log]).toEqual([1, expect.stringContaining(`error ${code}: `)])
  expect(end.log).not.toContain('calibrating')
  expect(project.github.state.checks).toHaveLength(before)
})

/** A layer that is honest about its size and its digest, and holds a member outside of the project. */
function notTar(files: Record<string, Uint8Array>): void {
  const plain = Buffer.alloc(2_048)
  plain.write('../../escaped', 0)
  const blob = gzipSync(plain)
  const plan = JSON.parse(Buffer.from(files['plan.json']!).toString('utf8'))
  const layer = plan.build.layers[0]
  Object.assign(layer, {
    digest: `0x${createHash('sha256').update(blob).digest('hex')}`,
    bytes: blob.length,
    unpackedBytes: plain.length,
  })
  files[`${layer.kind}.layer`] = blob
  files['plan.json'] = Buffer.from(JSON.stringify(plan))
}

test('a workflow that must burst finds no plan where the other run left none; one that may report says that there is none', async () => {
  project.github.state.runs.push({ id: 4_999, event: 'pull_request', head_sha: head })
  const missing = await privileged(afterRunEvent(4_999, head), { mode: 'burst' })
  expect([missing.code, missing.log]).toEqual([1, expect.stringContaining('error FB7022: ')])
  const nothing = await privileged(afterRunEvent(4_999, head))
  expect([nothing.code, nothing.log]).toEqual([0, expect.stringContaining('run 4999 left no report')])
})

test('a plan of a commit that the pull request has left behind is not burst', async () => {
  const end = await privileged(afterRunEvent(run, 'c'.repeat(40)))
  expect([end.code, end.log]).toEqual([0, expect.stringContaining('is out of date and is not posted')])
})

test('the second workflow bursts the plan without a checkout, compiles nothing, and posts check and comment', async () => {
  const { checks, comments, sarifs, caches } = project.github.state
  // A compiler that would leave a trace if anybody asked it.
  const trap = path.join(empty, 'trap')
  mkdirSync(trap)
  const solc = path.join(trap, 'solc')
  writeFileSync(solc, `#!/bin/sh\ntouch ${trap}/asked\nexit 1\n`, { mode: 0o755 })
  const end = await privileged(afterRunEvent(run, head), { solc })
  expect(existsSync(path.join(trap, 'asked'))).toBe(false)
  expect(end.code, end.log).toBe(1)
  expect(end.log).toContain(`mode auto: bursts what run ${run} of the pull request's own workflow planned`)
  const report = readReport(end)
  expect(report).toMatchObject({ verdict: 'failed', project: { commit: head, name: 'Hello-World' } })
  expect(report.selection).toMatchObject({ kind: 'affected' })
  for (const { repro, reproImpossible } of report.findings)
    expect([repro, reproImpossible]).toEqual([null, expect.stringContaining('not compiled in a job that holds a key')])
  expect(checks.at(-1)).toMatchObject({ head_sha: head, conclusion: 'failure' })
  expect(checks.at(-1)?.output.summary).toContain("built by the pull request's own workflow run")
  expect(checks.at(-1)?.details_url).toContain(`/actions/runs/${project.lastRun()}`)
  expect(comments).toMatchObject([{ issue: 2 }])
  for (const { id } of report.findings) expect(comments[0]?.body).toContain(id)
  // Nothing that a stranger built reaches code scanning or the main branch's caches.
  expect([sarifs, caches]).toEqual([[], []])
})

test('a plan needs a pull request and a place to leave it: without, the step is red', async () => {
  const push = await project.run('push', recordedEvent('push'), { inputs: { mode: 'plan' } })
  expect([push.code, push.log]).toEqual([1, expect.stringContaining('error FB7021: ')])
  const event = pullRequestEvent({ head, base, fork: true })
  const nowhere = await project.run('pull_request', event, {
    inputs: { mode: 'plan' },
    env: { ACTIONS_RESULTS_URL: '' },
  })
  expect([nowhere.code, nowhere.log]).toEqual([1, expect.stringContaining('has no service for artifacts')])
})
