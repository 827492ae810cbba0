import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Report, zReport } from '../src/report/report.ts'
import { pullRequestEvent, recordedEvent } from './harness/githubEvents.ts'
import { type GithubProject, githubProject } from './harness/githubJob.ts'
import { READ_ONLY } from './servers/github/permissions.ts'
import { BOT } from './servers/github/server.ts'
import { runStep, type StepEnd } from './servers/githubRunner.ts'

let project: GithubProject
let [base, head] = ['', '']

/** A forgetful purse, and a pull request that touches another source and its test. */
beforeAll(async () => {
  project = await githubProject('findings')
  base = project.commit('a forgetful purse')
  write('src/Box.sol', box(''))
  write('test/Box.t.sol', boxTest)
  head = project.commit('a box')
  project.github.grant('fork', { actor: BOT, permissions: READ_ONLY })
  project.github.state.pulls.push({
    number: 2,
    state: 'open',
    head: { ref: 'changes', sha: head, repository: 'Codertocat/Hello-World' },
    base: { ref: 'main', sha: base },
    files: [],
  })
})
afterAll(async () => {
  await project.close()
  expect(project.github.violations).toEqual([])
})

const header = '// SPDX-License-Identifier: MIT\npragma solidity 0.8.37;\n'
const box = (more: string): string =>
  `${header}contract Box { function half(uint8 x) external pure returns (uint8) { ${more} return x / 2; } }\n`
const boxTest = `${header}import {Box} from "../src/Box.sol";
contract BoxTest { function testFuzz_halfIsLess(uint8 x) external { require(new Box().half(x) <= x, "half is more"); } }\n`
const write = (name: string, text: string): void => writeFileSync(path.join(project.repository, name), text)
const readReport = (end: StepEnd): Report =>
  zReport.parse(JSON.parse(readFileSync(end.outputs.get('report-json') ?? '', 'utf8')))
const errors = (end: StepEnd): string[] =>
  end.commands.filter(({ name }) => name === 'error').map(({ properties }) => properties.title ?? '')

test('a pull request that touches one source runs what depends on it, and says so', async () => {
  const end = await project.run('pull_request', pullRequestEvent({ head, base }))
  expect(end.code).toBe(0)
  expect(readReport(end)).toMatchObject({ verdict: 'passed', selection: { kind: 'affected', chosen: 1, of: 5 } })
  expect(project.github.state.checks.at(-1)).toMatchObject({ conclusion: 'success', head_sha: head })
  expect(project.github.state.comments).toEqual([])
})

test('what fails on the base too fails no pull request, and is listed as not new', async () => {
  const end = await project.run('pull_request', pullRequestEvent({ head, base }), { inputs: { targets: 'all' } })
  const { findings, verdict } = readReport(end)
  expect(findings.length).toBeGreaterThan(0)
  for (const { origin, originWhy } of findings)
    expect([origin, originWhy]).toEqual([
      'pre-existing',
      `The base commit ${base.slice(0, 12)} fails on this input too.`,
    ])
  expect([end.code, verdict]).toEqual([0, 'passed'])
  expect(project.github.state.checks.at(-1)).toMatchObject({ conclusion: 'success' })
  expect(project.github.state.comments.at(-1)?.body).toContain('On the base commit too')
})

test('a pull request that can affect nothing is neutral and stops nobody; one that changes settings runs everything', async () => {
  write('README.md', 'words')
  const words = project.commit('words')
  const none = await project.run('pull_request', pullRequestEvent({ head: words, base: head }))
  expect(none.code).toBe(0)
  expect(none.outputs.get('verdict')).toBe('neutral')
  expect(project.github.state.checks.at(-1)).toMatchObject({
    conclusion: 'neutral',
    output: { title: 'NEUTRAL, not green: nothing ran' },
  })
  const toml = readFileSync(path.join(project.repository, 'foundry.toml'), 'utf8')
  write('foundry.toml', `${toml}\n[fuzz]\nruns = 100\n`)
  const settings = project.commit('settings')
  const all = await project.run('pull_request', pullRequestEvent({ head: settings, base: head }))
  expect(readReport(all).selection).toEqual({
    kind: 'all',
    chosen: 5,
    of: 5,
    why: 'all, because foundry.toml changed.',
  })
})

test('a base that git does not have makes all targets run, and findings count as new', async () => {
  const end = await project.run('pull_request', pullRequestEvent({ head, base: 'f'.repeat(40) }))
  const { selection, findings } = readReport(end)
  expect(end.code).toBe(1)
  expect(selection).toMatchObject({ kind: 'all', why: expect.stringContaining('could not be compared with') })
  expect(new Set(findings.map(({ origin }) => origin))).toEqual(new Set(['unknown']))
})

test('a pull request from a fork has a read-only token: one line says so, and the log annotates', async () => {
  const { state } = project.github
  const before = [state.checks.length, state.comments.length, state.sarifs.length]
  const event = pullRequestEvent({ head, base: 'f'.repeat(40), fork: true })
  const end = await project.run('pull_request', event, { inputs: { token: 'fork' } })
  expect(end.code).toBe(1)
  expect(end.log.match(/not posted, because this job's token may not/g)).toHaveLength(1)
  expect(errors(end).length).toBeGreaterThan(0)
  expect([state.checks.length, state.comments.length, state.sarifs.length]).toEqual(before)
  // The second workflow is the main branch's: it has a token, and no checkout at all.
  state.pulls[0] = { ...state.pulls[0]!, head: { ref: 'changes', sha: head, repository: 'mallory/Hello-World' } }
  const done = recordedEvent('workflow_run', 'completed')
  Object.assign(done.workflow_run, { id: project.lastRun(), event: 'pull_request', head_sha: head })
  const empty = mkdtempSync(path.join(tmpdir(), 'fuzzburst-empty-'))
  const posted = await project.run('workflow_run', done, { workspace: empty })
  rmSync(empty, { recursive: true })
  expect(posted.code).toBe(0)
  expect(posted.log).toContain(
    `mode auto: bursts what run ${done.workflow_run.id} of the pull request's own workflow planned, else posts its report`,
  )
  expect(state.checks.at(-1)).toMatchObject({ head_sha: head, conclusion: 'failure' })
  expect(state.comments.at(-1)?.body).toContain("As told by the pull request's own workflow run")
  expect(state.sarifs.length).toBe(before[2])
  Object.assign(done.workflow_run, { head_sha: 'e'.repeat(40) })
  const late = await project.run('workflow_run', done, { workspace: project.repository })
  expect([late.code, late.log]).toEqual([0, expect.stringContaining('is out of date and is not posted')])
})

test('a night opens an issue for each finding, and a later night closes those whose inputs pass', async () => {
  const { issues } = project.github.state
  const first = await project.run('schedule', { schedule: '17 3 * * *' })
  expect(first.code).toBe(1)
  const found = readReport(first).findings
  expect(issues).toMatchObject(found.map(({ title }) => ({ title, state: 'open' })))
  expect(first.log).toContain(`saved ${found.length} failing case(s)`)
  const source = readFileSync(path.join(project.repository, 'src/Purse.sol'), 'utf8')
  write('src/Purse.sol', source.replace('amount > 200 ? amount - 1 : amount', 'amount'))
  const second = await project.run('schedule', { schedule: '17 3 * * *' })
  expect(second.code).toBe(0)
  expect(readReport(second).earlier).toMatchObject({ replayed: found.length, passed: found.map(({ id }) => ({ id })) })
  expect(issues.map(({ state }) => state)).toEqual(found.map(() => 'closed'))
  expect(second.summary).toContain('Executions a night')
  write('src/Purse.sol', source)
})

test('a second push that mends the first one strikes its findings through, in the same comment', async () => {
  const { comments } = project.github.state
  const source = readFileSync(path.join(project.repository, 'src/Purse.sol'), 'utf8')
  comments.splice(0)
  const broken = pullRequestEvent({ head, base: 'f'.repeat(40) })
  const first = await project.run('pull_request', broken)
  const found = readReport(first).findings
  write('src/Purse.sol', source.replace('amount > 200 ? amount - 1 : amount', 'amount'))
  const mended = project.commit('mend the purse')
  const second = await project.run('pull_request', pullRequestEvent({ head: mended, base: head }))
  expect([first.code, second.code]).toEqual([1, 0])
  expect(comments).toHaveLength(1)
  write('src/Purse.sol', source)
  project.commit('break it again')
  for (const { id } of found) expect(comments[0]?.body).toContain(`~~${id} `)
  expect(project.github.state.checks.at(-1)).toMatchObject({ head_sha: mended, conclusion: 'success' })
})

const oddTest = `${header}interface Vm { function assume(bool) external pure; }
contract OddTest {
  Vm private constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);
  function testFuzz_noInputIsGoodEnough(uint256 x) external pure { vm.assume(x != x); }
}
`

test.each<[what: string, reason: string, inputs: Record<string, string>]>([
  [
    'a plan that a limit cuts short',
    'Cut short by `max-time`: 4 s on 1 workers hold 4 s of the 600 s',
    { budget: '600s', 'max-time': '4s', workers: '1', match: 'BoxTest' },
  ],
  [
    'a budget of time that is used up before anything ran',
    'planned slice(s) did not run',
    { budget: '2s', 'max-time': '2s', 'slice-time': '1s', workers: '1', jobs: '1', match: 'BoxTest' },
  ],
  [
    'an engine that gives up',
    'Failed without an input that shows it',
    // Calibration takes the rejected inputs for the price of a run.
    { budget: '200s', 'slice-time': '100s', match: 'OddTest' },
  ],
])('%s is never green: the check is neutral and says why', async (_what, reason, inputs) => {
  write('test/Odd.t.sol', oddTest)
  const end = await project.run('workflow_dispatch', recordedEvent('workflow_dispatch'), {
    inputs: { cache: 'false', ...inputs },
  })
  rmSync(path.join(project.repository, 'test/Odd.t.sol'))
  expect([end.code, end.outputs.get('verdict')], end.log).toEqual([1, 'neutral'])
  expect(readReport(end).verdictReasons.join('\n')).toContain(reason)
  const check = project.github.state.checks.at(-1)
  expect(check).toMatchObject({ conclusion: 'neutral', output: { title: expect.stringContaining('not green') } })
  expect(check?.output.summary?.replaceAll('\\', '')).toContain(reason)
  expect(end.summary.replaceAll('\\', '')).toContain(reason)
})

test.each(['SIGINT', 'SIGTERM'] as const)('a job that %s stops is neutral, and says so', async (signal) => {
  const end = await project.run('workflow_dispatch', recordedEvent('workflow_dispatch'), {
    // A target that holds, and no failing cases of earlier runs: what is known to fail would be reported all the same.
    inputs: { budget: '600s', match: 'BoxTest', cache: 'false' },
    onLine: (line, stop) => {
      if (line.startsWith('fuzzing')) stop(signal)
    },
  })
  expect(end.code).toBe(1)
  expect(end.outputs.get('verdict')).toBe('neutral')
  expect(project.github.state.checks.at(-1)).toMatchObject({
    conclusion: 'neutral',
    output: { summary: expect.stringContaining('The burst was stopped') },
  })
  // GitHub runs the post step of a cancelled job all the same: nothing is left to do, and it says nothing.
  const post = await runStep({
    program: path.resolve(import.meta.dirname, '../dist/post.mjs'),
    workspace: project.repository,
    inputs: { token: 'token' },
    event: recordedEvent('workflow_dispatch'),
    state: end.state,
    env: { GITHUB_API_URL: project.github.url, GITHUB_EVENT_NAME: 'workflow_dispatch' },
  })
  expect(post).toMatchObject({ code: 0, log: '' })
})

test('private findings on a push leave ids and counts in log, summary and check', async () => {
  const end = await project.run('push', recordedEvent('push'), { inputs: { findings: 'private' } })
  expect(end.code).toBe(1)
  const check = project.github.state.checks.at(-1)
  const shown = [end.summary, JSON.stringify(check), end.log].join('\n')
  expect(shown).toMatch(/F-[0-9a-f]{8}/)
  for (const word of ['nothingIsForgotten', 'coinsAreReceived', 'a coin is forgotten', 'the purse is off'])
    expect([word, shown.includes(word)]).toEqual([word, false])
})
