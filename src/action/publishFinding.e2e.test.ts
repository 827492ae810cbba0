import { Octokit } from '@octokit/rest'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BOT, type GithubServer, startGithub } from '../../test/servers/github/server.ts'
import { writeCommentState } from '../report/commentState.ts'
import { sampleReport, sequenceFinding } from '../report/report.fixture.ts'
import { type FindingsSecret, makeFindingsKey, sealFindings } from '../requester/sealedFindings.ts'
import type { GithubContext } from './githubContext.ts'
import { publishFinding } from './publishFinding.ts'

const { id, title } = sequenceFinding
const author = { login: 'maintainer', type: 'User' } as const
let server: GithubServer
let secret: FindingsSecret
let sealed: string

/** A pull request with this program's comment, written by run 7, which left what it found sealed. */
beforeEach(async () => {
  server = await startGithub()
  const made = await makeFindingsKey()
  secret = made.secret
  sealed = await sealFindings({ v: 1, repository: 'octo/vault', report: sampleReport }, made.key)
  const side = { ref: 'x', sha: 'a'.repeat(40) }
  server.state.pulls.push({ number: 1, state: 'closed', head: { ...side, repository: 'm/v' }, base: side, files: [] })
  comment(BOT, 7)
  leave(7, { 'findings.jwe': sealed })
})
afterEach(async () => {
  await server.close()
  expect(server.violations).toEqual([])
})

const own = () => server.state.comments.filter(({ body }) => body.startsWith('<!-- fuzzburst:published'))
function comment(user: { login: string; type: 'Bot' | 'User' }, run: number, more: object = {}): void {
  const state = {
    v: 1 as const,
    sha: 'a'.repeat(40),
    run,
    attempt: 1,
    findings: [{ id, title: 'withheld' }],
    fixed: [],
    ...more,
  }
  const body = `<!-- fuzzburst:comment 0123456789abcdef -->\n${writeCommentState(state)}\nwithheld`
  server.state.comments.unshift({ id: server.state.comments.length + 1, issue: 1, user, body, edits: 0 })
}
function leave(run: number, files: Record<string, string>): void {
  const zip = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])))
  server.state.artifacts.push({
    id: 100 + server.state.artifacts.length,
    run,
    name: 'fuzzburst-findings',
    zip: Buffer.from(zip),
  })
}
const publish = (more: { finding?: string; secret?: FindingsSecret | null; pull?: number } = {}) => {
  const github = new Octokit({ auth: 'token', baseUrl: server.url })
  return publishFinding(
    { pull: more.pull ?? 1, finding: more.finding ?? id, author: author.login },
    more.secret === undefined ? secret : more.secret,
    { github, owner: 'octo', repo: 'vault' },
    { serverUrl: 'https://github.com' } as GithubContext,
  )
}

test('without the key, with another one, and for a finding that is not there nothing is published', async () => {
  expect(await publish({ secret: null })).toContain('has no findings-secret')
  expect(await publish({ secret: (await makeFindingsKey()).secret })).toContain('does not open what that run sealed')
  expect(await publish({ finding: 'F-00000000' })).toContain("no finding F-00000000 is in this pull request's comment")
  expect(await publish({ pull: 2 })).toContain("is in this pull request's comment")
  expect(own()).toEqual([])
})

test("somebody else's copy of the comment leads to no other run", async () => {
  leave(66, {
    'findings.jwe': await sealFindings(
      {
        v: 1,
        repository: 'octo/vault',
        report: { ...sampleReport, findings: [{ ...sequenceFinding, title: 'forged' }] },
      },
      secretKey(),
    ),
  })
  comment({ login: 'mallory', type: 'User' }, 66)
  expect(await publish()).toBeNull()
  expect(own()[0]?.body).not.toContain('forged')
})

test('what was sealed in another repository, what is no sealed file and what is gone is refused', async () => {
  server.state.artifacts.splice(0)
  expect(await publish()).toContain('left no sealed findings')
  leave(7, { 'findings.jwe': await sealFindings({ v: 1, repository: 'm/v', report: sampleReport }, secretKey()) })
  expect(await publish()).toContain('of this repository')
  leave(7, { 'findings.jwe': 'x' })
  expect(await publish()).toContain('does not open')
  leave(7, { 'findings.jwe': sealed, '../x': 'x' })
  await expect(publish()).rejects.toMatchObject({ code: 'FB7011' })
  expect(own()).toEqual([])
})

test('a finding is published once, with its calls and who published it, from the run that fuzzed', async () => {
  server.state.comments.splice(0)
  comment(BOT, 5, { logRun: 7 })
  expect(await publish()).toBeNull()
  expect(await publish()).toBeNull()
  expect(own()).toMatchObject([{ issue: 1, user: BOT }])
  expect(own()[0]?.body).toContain(sequenceFinding.replayCommand)
  expect(own()[0]?.body).toContain('maintainer')
  expect(own()[0]?.body).toContain(title.slice(0, 20))
})

function secretKey(): Omit<FindingsSecret, 'd'> {
  const { d: _d, ...key } = secret
  return key
}
