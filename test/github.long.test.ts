import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Report, zReport } from '../src/report/report.ts'
import { pullRequestEvent, recordedEvent } from './harness/githubEvents.ts'
import { type GithubProject, githubProject } from './harness/githubJob.ts'
import { READ_ONLY } from './servers/github/permissions.ts'
import { BOT } from './servers/github/server.ts'
import type { StepEnd } from './servers/githubRunner.ts'

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
