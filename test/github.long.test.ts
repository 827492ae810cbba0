import { afterAll, beforeAll, expect, test } from 'vitest'
import { pullRequestEvent, recordedEvent } from './harness/githubEvents.ts'
import { type GithubProject, githubProject } from './harness/githubJob.ts'
import { READ_ONLY } from './servers/github/permissions.ts'
import { BOT } from './servers/github/server.ts'
import type { StepEnd } from './servers/githubRunner.ts'

let project: GithubProject
let head: string

beforeAll(async () => {
  project = await githubProject('findings')
  head = project.commit('a purse')
  project.github.grant('fork', { actor: BOT, permissions: READ_ONLY })
  project.github.state.pulls.push({
    number: 2,
    state: 'open',
    head: { ref: 'changes', sha: head, repository: 'Codertocat/Hello-World' },
    base: { ref: 'main', sha: head },
    files: [],
  })
})
afterAll(async () => {
  await project.close()
  expect(project.github.violations).toEqual([])
})

const errors = (end: StepEnd): string[] =>
  end.commands.filter(({ name }) => name === 'error').map(({ properties }) => properties.title ?? '')

test('a pull request from a fork has a read-only token: one line says so, and the log annotates', async () => {
  const { state } = project.github
  const before = [state.checks.length, state.comments.length, state.sarifs.length]
  const event = pullRequestEvent({ head, base: head, fork: true })
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
