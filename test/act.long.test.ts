// The example workflows as they are, run by act on this host against the same servers, caches and artifacts included.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ActEnd, exportAction, findAct, runWorkflow } from './harness/act.ts'
import { afterRunEvent, pullRequestEvent, recordedEvent } from './harness/githubEvents.ts'
import { type GithubProject, githubProject } from './harness/githubJob.ts'
import { ALL } from './servers/github/permissions.ts'
import { runtimeVariables } from './servers/github/results.ts'
import { BOT } from './servers/github/server.ts'

const root = path.resolve(import.meta.dirname, '..')
const act = findAct()
let project: GithubProject
let folder: string
/** Git does not have it: all targets run. */
const base = 'f'.repeat(40)
let head = ''
let runs = 9_000

beforeAll(async () => {
  project = await githubProject('findings')
  folder = mkdtempSync(path.join(tmpdir(), 'fuzzburst-act-'))
  exportAction(path.join(folder, 'action'))
  const workflows = path.join(project.repository, '.github/workflows')
  mkdirSync(workflows, { recursive: true })
  for (const name of readdirSync(path.join(root, 'examples/workflows'))) {
    cpSync(path.join(root, 'examples/workflows', name), path.join(workflows, name))
    // The time is less than a user's, and RUNNER_TEMP the same in each job, as GitHub's is and act's is not: caches are kept by path.
    const text = readFileSync(path.join(workflows, name), 'utf8')
      .replaceAll("'10m'", "'6s'")
      .replaceAll('budget: 10m', 'budget: 6s')
      .replace(/^( +)- uses: fuzzburst.*$/m, `$&\n$1  env: { RUNNER_TEMP: ${temp()} }`)
    writeFileSync(path.join(workflows, name), text)
  }
  const solc = path.join(root, 'scripts/solc.mjs')
  writeFileSync(path.join(project.repository, 'fuzzburst.toml'), `solc = "${solc}"\nslice-time = "2s"\n`)
  head = project.commit('a forgetful purse')
  project.git('remote', 'add', 'origin', `https://github.com/${project.github.state.repository}.git`)
  // act takes the repository's name from there; git shall ask nobody.
  project.git('config', 'url.file:///nonexistent/.insteadOf', 'https://github.com/')
  project.github.grant('secret-of-this-job', { actor: BOT, permissions: ALL })
  project.github.state.permissions.set('Codertocat', 'write')
  project.github.state.pulls.push({
    number: 2,
    state: 'open',
    head: { ref: 'changes', sha: head, repository: project.github.state.repository },
    base: { ref: 'main', sha: base },
    files: [],
  })
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await project.close()
  expect(project.github.violations).toEqual([])
})

const temp = (): string => path.join(folder, 'temp')

/** One workflow as GitHub would run it. Where act cannot be had the lane fails with the reason: it is run to be seen. */
async function workflow(name: string, eventName: string, event: unknown): Promise<ActEnd> {
  if ('missing' in act) throw new Error(act.missing)
  const run = ++runs
  // GitHub empties it before each job.
  rmSync(temp(), { recursive: true, force: true })
  mkdirSync(temp())
  const pull = (event as { pull_request?: { head: { sha: string } } }).pull_request
  project.github.state.runs.push({ id: run, event: eventName, head_sha: pull?.head.sha ?? head })
  const eventFile = path.join(folder, `event-${run}.json`)
  writeFileSync(eventFile, JSON.stringify(event))
  return runWorkflow(act.program, {
    repository: project.repository,
    workflow: `.github/workflows/${name}`,
    eventName,
    eventFile,
    home: folder,
    action: path.join(folder, 'action'),
    github: project.github,
    run,
    token: 'secret-of-this-job',
    service: runtimeVariables(project.github.url, run),
  })
}
const fork = (is: boolean): void => {
  const { state } = project.github
  const repository = is ? 'mallory/Hello-World' : state.repository
  state.pulls[0] = { ...state.pulls[0]!, head: { ref: 'changes', sha: head, repository } }
}

test('fuzz.yml fuzzes a push, posts its check, and keeps failing cases that the next run executes first', async () => {
  const first = await workflow('fuzz.yml', 'push', recordedEvent('push'))
  expect(first.code, first.log).toBe(1)
  const { checks, caches } = project.github.state
  expect(checks.at(-1)).toMatchObject({ name: 'fuzzburst', conclusion: 'failure' })
  expect(caches).toHaveLength(1)
  const second = await workflow('fuzz.yml', 'push', recordedEvent('push'))
  expect(second.log).toMatch(/restored \d+ failing case\(s\) and the calibration of an earlier run/)
})

test('fuzz.yml and fork-report.yml: a fork is fuzzed by the one and posted by the other', async () => {
  fork(true)
  const event = pullRequestEvent({ head, base, fork: true })
  const fuzzed = await workflow('fuzz.yml', 'pull_request', event)
  expect(fuzzed.log).toContain('left the report as the artifact fuzzburst-report')
  const done = afterRunEvent(runs, head)
  Object.assign(done.workflow_run.head_repository, { full_name: 'mallory/Hello-World' })
  const posted = await workflow('fork-report.yml', 'workflow_run', done)
  expect(posted.code, posted.log).toBe(0)
  expect(project.github.state.checks.at(-1)?.output.summary).toContain("As told by the pull request's own workflow run")
})

test('fork-plan.yml and fork-burst.yml: a fork is built by the one and burst by the other', async () => {
  fork(true)
  const planned = await workflow('fork-plan.yml', 'pull_request', pullRequestEvent({ head, base, fork: true }))
  expect(planned.code, planned.log).toBe(0)
  expect(planned.log).toContain('as the artifact fuzzburst-plan')
  const done = afterRunEvent(runs, head)
  Object.assign(done.workflow_run, { conclusion: 'success' })
  const burst = await workflow('fork-burst.yml', 'workflow_run', done)
  expect(project.github.state.checks.at(-1)?.output.summary, burst.log).toContain('Fuzzed here, but built by')
})

test('commands.yml starts the fuzzing workflow for somebody with write access', async () => {
  fork(false)
  const event = recordedEvent('issue_comment', 'created')
  Object.assign(event.issue, { number: 2, pull_request: {} })
  Object.assign(event.comment, { body: '/fuzzburst run 5' })
  const end = await workflow('commands.yml', 'issue_comment', event)
  expect(end.code, end.log).toBe(0)
  expect(project.github.state.dispatches).toMatchObject([
    { workflow: 'fuzz.yml', ref: 'changes', inputs: { minutes: '5' } },
  ])
})
