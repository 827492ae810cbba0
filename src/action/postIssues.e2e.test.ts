import { Octokit } from '@octokit/rest'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BOT, type GithubServer, startGithub } from '../../test/servers/github/server.ts'
import { sampleReport, sequenceFinding, singleFinding } from '../report/report.fixture.ts'
import { sampleContext } from '../report/surfaceContext.fixture.ts'
import { NEW_ISSUES_LIMIT, postIssues } from './postIssues.ts'

let server: GithubServer
beforeEach(async () => {
  server = await startGithub()
})
afterEach(async () => {
  await server.close()
  expect(server.violations).toEqual([])
})

const nothing = { opened: 0, reopened: 0, updated: 0, closed: 0, left: 0 }
const post = (report = sampleReport, context = sampleContext) =>
  postIssues(
    { github: new Octokit({ auth: 'token', baseUrl: server.url }), owner: 'octo', repo: 'vault' },
    report,
    context,
  )
const gone = { ...sampleReport, findings: [], earlier: null }
const states = () => server.state.issues.map(({ state }) => state)

test('one issue for each finding, once', async () => {
  expect(await post()).toEqual({ ...nothing, opened: 2 })
  expect(server.state.issues).toMatchObject([
    { title: sequenceFinding.title, labels: ['fuzzburst'], state: 'open' },
    { title: singleFinding.title, state: 'open' },
  ])
  // The next night is another run at another commit, and lines have moved: the finding has another id.
  const moved = sampleReport.findings.map((finding, i) => ({ ...finding, id: `F-0000000${i}` }))
  const next = { ...sampleContext, run: 8, runUrl: `${sampleContext.runUrl}8` }
  expect(await post({ ...sampleReport, findings: moved }, next)).toEqual({ ...nothing, updated: 2 })
  expect(await post({ ...sampleReport, findings: moved }, sampleContext)).toEqual(nothing)
  expect(server.state.issues).toHaveLength(2)
})

test('an issue is closed when its input passes, not when it was merely not found, and opened again when it is back', async () => {
  await post()
  expect(await post(gone)).toEqual(nothing)
  const passed = [{ id: sequenceFinding.id, title: 'x' }]
  expect(await post({ ...gone, earlier: { replayed: 2, passed } })).toEqual({ ...nothing, closed: 1 })
  expect(states()).toEqual(['closed', 'open'])
  expect(await post()).toEqual({ ...nothing, reopened: 1 })
  expect(states()).toEqual(['open', 'open'])
})

test('an issue with our mark by somebody else is left alone, and so is another project’s', async () => {
  await post()
  server.state.issues.splice(0, 1, { ...server.state.issues[0]!, user: { login: 'mallory', type: 'User' } })
  expect(await post()).toEqual({ ...nothing, opened: 1 })
  const other = { ...sampleContext, marker: `<!-- fuzzburst:comment ${'1'.repeat(16)} -->` }
  expect(await post(sampleReport, other)).toEqual({ ...nothing, opened: 2 })
  expect(server.state.issues.at(-1)?.user).toEqual(BOT)
})

test('a project that breaks everywhere gets twenty issues a night', async () => {
  const findings = Array.from({ length: NEW_ISSUES_LIMIT + 5 }, (_, i) => ({
    ...sequenceFinding,
    finding: { ...sequenceFinding.finding, target: `t${i}` },
  }))
  expect(await post({ ...sampleReport, findings })).toEqual({ ...nothing, opened: NEW_ISSUES_LIMIT, left: 5 })
})
