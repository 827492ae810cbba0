import { createHash } from 'node:crypto'
import { Octokit } from '@octokit/rest'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { READ_ONLY } from '../../test/servers/github/permissions.ts'
import { BOT, type GithubServer, startGithub } from '../../test/servers/github/server.ts'
import { readCommentState } from '../report/commentState.ts'
import { sampleReport, sequenceFinding } from '../report/report.fixture.ts'
import type { Report } from '../report/report.ts'
import { connectGithub } from './connectGithub.ts'
import type { GithubContext } from './githubContext.ts'
import { postSurfaces } from './postSurfaces.ts'

const [head, merge] = ['a'.repeat(40), 'c'.repeat(40)]
const passed: Report = { ...sampleReport, verdict: 'passed', verdictReasons: [], findings: [], unconfirmed: [] }

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

let server: GithubServer
let said: string[]
beforeEach(async () => {
  server = await startGithub()
  said = []
  server.grant('fork', { actor: BOT, permissions: READ_ONLY })
  server.state.pulls.push({
    number: 7,
    state: 'open',
    head: { ref: 'feature', sha: head, repository: 'octo/vault' },
    base: { ref: 'main', sha: 'b'.repeat(40) },
    files: [],
  })
})
afterEach(async () => {
  await server.close()
  expect(server.violations).toEqual([])
})

const post = (
  report: Report,
  more: {
    token?: string
    patient?: boolean
    run?: number
    attempt?: number
    isPrivate?: boolean
    push?: boolean
    head?: string
  } = {},
) => {
  const context: GithubContext = {
    apiUrl: server.url,
    serverUrl: 'https://github.com',
    owner: 'octo',
    repo: 'vault',
    eventName: more.push ? 'push' : 'pull_request',
    actor: 'octocat',
    event: {},
    visibility: 'public',
    sha: merge,
    ref: 'refs/pull/7/merge',
    pull: more.push ? null : { number: 7, headSha: more.head ?? head, baseSha: 'b'.repeat(40), isFork: false },
    run: more.run ?? 100,
    attempt: more.attempt ?? 1,
  }
  return postSurfaces(report, {
    // The real client leaves a second between two writes: only the test that needs its patience takes it.
    github: more.patient
      ? connectGithub(server.url, 'token', (line) => said.push(line))
      : new Octokit({ auth: more.token ?? 'token', baseUrl: server.url, log: silent }),
    context,
    projectPath: 'packages/vault',
    isPrivate: more.isPrivate ?? false,
    say: (line) => said.push(line),
  })
}

test('a read-only token costs one line and no verdict', async () => {
  expect(await post(sampleReport, { token: 'fork' })).toEqual({ check: false })
  expect(said).toEqual([
    "not posted, because this job's token may not: the check run (checks: write), the comment (pull-requests: write), code scanning (security-events: write). The summary and the annotations hold the same.",
  ])
  expect(server.state).toMatchObject({ checks: [], comments: [], sarifs: [] })
})

test('what GitHub will not take is said, and the rest is posted', async () => {
  server.fail('checks/create', 'unprocessable')
  expect(await post(sampleReport)).toEqual({ check: false })
  expect(said).toEqual([expect.stringMatching(/^the check run could not be posted: Validation Failed/)])
  expect(server.state.comments).toHaveLength(1)
  expect(server.state.sarifs).toHaveLength(1)
})

test('a pull request gets a check on its head, one comment and SARIF for the commit that was checked out', async () => {
  expect(await post(sampleReport)).toEqual({ check: true })
  expect(server.state.checks).toMatchObject([
    { name: 'fuzzburst (packages/vault)', head_sha: head, conclusion: 'failure' },
  ])
  expect(server.state.checks[0]?.annotations).toHaveLength(3)
  expect(server.state.comments).toMatchObject([{ issue: 7, user: BOT }])
  expect(server.state.sarifs).toMatchObject([{ commit_sha: merge, ref: 'refs/pull/7/merge' }])
  expect(said).toEqual([])
})

test('a push has no comment', async () => {
  await post(sampleReport, { push: true })
  expect(server.state.checks).toMatchObject([{ head_sha: merge }])
  expect(server.state.comments).toEqual([])
})

test('130 annotations go in batches of fifty, and the check is not complete before the last', async () => {
  const findings = Array.from({ length: 65 }, (_, i) => ({ ...sequenceFinding, id: `F-${String(i).padStart(8, '0')}` }))
  server.fail('checks/update', 'bad-gateway')
  await post({ ...sampleReport, findings }, { patient: true, push: true })
  const [check] = server.state.checks
  expect(check).toMatchObject({ conclusion: 'failure', writes: 3 })
  expect(check?.annotations).toHaveLength(130)
})

test('a burst that found nothing makes no comment, and updates the one that is there', async () => {
  await post(passed)
  expect(server.state.comments).toEqual([])
  await post(sampleReport, { run: 101 })
  const earlier = { replayed: 2, passed: sampleReport.findings.map(({ id, title }) => ({ id, title })) }
  await post({ ...passed, earlier }, { run: 102 })
  expect(server.state.comments).toMatchObject([{ edits: 1, body: expect.stringContaining('✅') }])
  expect(server.state.comments[0]?.body.match(/~~F-/g)).toHaveLength(2)
})

test('a comment with our marker by somebody else is left alone', async () => {
  await post(sampleReport)
  const [ours] = server.state.comments
  server.state.comments.splice(0, 1, { ...ours!, id: 1, user: { login: 'mallory', type: 'User' } })
  await post(sampleReport, { run: 101 })
  expect(server.state.comments).toMatchObject([{ user: { login: 'mallory' }, edits: 0 }, { user: BOT }])
})

test('the same words are not written again', async () => {
  await post(sampleReport)
  await post(sampleReport)
  expect(server.state.comments).toMatchObject([{ edits: 0 }])
})

test('an older run that ends later does not overwrite the newer one, nor an older attempt', async () => {
  await post(passed, { run: 200 })
  await post(sampleReport, { run: 201, attempt: 2 })
  await post(passed, { run: 200 })
  await post(passed, { run: 201, attempt: 1 })
  expect(server.state.comments).toMatchObject([{ edits: 0 }])
  expect(said).toEqual(Array(2).fill('a newer run has written the comment of this pull request: it stays'))
  expect(readCommentState(server.state.comments[0]!.body)).toMatchObject({ run: 201, attempt: 2 })
})

test('a run whose commit is no longer the head writes no comment, nor does one that a newer run has overtaken', async () => {
  server.state.pulls[0]!.head.sha = 'd'.repeat(40)
  await post(sampleReport)
  expect(server.state.comments).toEqual([])
  expect(said).toEqual(['a newer run has written the comment of this pull request: it stays'])
  // Its check is on its own commit, where it belongs.
  expect(server.state.checks).toMatchObject([{ head_sha: head }])
  server.state.pulls[0]!.head.sha = head
  await post({ ...sampleReport, superseded: true })
  expect(server.state.comments).toEqual([])
})

test('of two pushes whose runs end at the same moment the newer one has the comment, whoever writes last', async () => {
  await post(sampleReport, { run: 400 })
  server.state.pulls[0]!.head.sha = 'd'.repeat(40)
  const newer = { run: 402, head: 'd'.repeat(40) }
  await Promise.all([
    post(passed, newer),
    post({ ...sampleReport, findings: sampleReport.findings.slice(0, 1) }, { run: 401 }),
    post(passed, newer),
  ])
  expect(server.state.comments).toHaveLength(1)
  expect(readCommentState(server.state.comments[0]!.body)).toMatchObject({ run: 402, sha: 'd'.repeat(40) })
})

test('a comment that another run has just taken away as a double is looked for again', async () => {
  await post(sampleReport)
  server.fail('issues/update-comment', 'gone')
  await post({ ...sampleReport, findings: sampleReport.findings.slice(0, 1) }, { run: 101 })
  expect(server.state.comments).toMatchObject([{ edits: 1 }])
  expect(said).toEqual([])
})

test("two runs that make the comment at the same time end with one, which is the newer one's", {
  timeout: 60_000,
}, async () => {
  await Promise.all([post(sampleReport, { run: 300 }), post(sampleReport, { run: 301 })])
  await post(sampleReport, { run: 302 })
  expect(server.state.comments).toHaveLength(1)
})

test('findings that no compression makes small enough for code scanning are left out of it, in order, and counted', async () => {
  const noise = (seed: number): string =>
    createHash('shake256', { outputLength: 3_000 }).update(`${seed}`).digest('base64')
  const findings = Array.from({ length: 5_100 }, (_, i) => ({
    ...sequenceFinding,
    id: `F-${String(i).padStart(8, '0')}`,
    finding: { ...sequenceFinding.finding, reason: noise(i) },
    property: null,
    failure: null,
  }))
  await post({ ...sampleReport, findings }, { push: true })
  const [{ sarif }] = server.state.sarifs as unknown as [
    { sarif: { runs: [{ results: { partialFingerprints: object }[] }] } },
  ]
  const [{ results }] = sarif.runs
  expect(results).toHaveLength(2_500)
  expect(results.at(-1)?.partialFingerprints).toMatchObject({ 'fuzzburstFinding/v1': 'F-00002499' })
  expect(sarif.runs[0]).toMatchObject({ properties: { truncated: '2500 of 5100 findings' } })
  expect(said).toEqual([expect.stringContaining('code scanning takes 2500 of 5100 findings')])
})

test('private findings go to no code scanning', async () => {
  await post(sampleReport, { isPrivate: true })
  expect(server.state.sarifs).toEqual([])
})
