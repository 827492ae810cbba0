import { Octokit } from '@octokit/rest'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ADVISORIES } from '../../test/servers/github/permissions.ts'
import { type GithubServer, startGithub } from '../../test/servers/github/server.ts'
import { renderAdvisory } from '../report/renderAdvisory.ts'
import { sampleReport, sequenceFinding, singleFinding } from '../report/report.fixture.ts'
import { sampleContext } from '../report/surfaceContext.fixture.ts'
import { keepAdvisories } from './keepAdvisories.ts'
import { NEW_ADVISORIES_LIMIT, postAdvisories } from './postAdvisories.ts'

const maintainer = { login: 'maintainer', type: 'User' } as const
let server: GithubServer
beforeEach(async () => {
  server = await startGithub()
  server.grant('advisories', { actor: maintainer, permissions: ADVISORIES })
})
afterEach(async () => {
  await server.close()
  expect(server.violations).toEqual([])
})

const nothing = { opened: 0, updated: 0, kept: 0, left: 0 }
const post = (report = sampleReport, context = sampleContext) =>
  postAdvisories(
    { github: new Octokit({ auth: 'advisories', baseUrl: server.url }), owner: 'octo', repo: 'vault' },
    report,
    context,
  )
async function keep(token: string, rules = { isPrivate: true, isForeign: false }): Promise<string> {
  const lines: string[] = []
  const context = {
    ...{ apiUrl: server.url, serverUrl: 'https://github.com', owner: 'octo', repo: 'vault', eventName: 'push' },
    ...{ actor: 'octocat', event: {}, visibility: 'public' as const, sha: 'c'.repeat(40), ref: 'refs/heads/main' },
    ...{ pull: null, run: 7, attempt: 1 },
  }
  const place = { root: '/x', projectPath: '' }
  await keepAdvisories(sampleReport, token, rules, context, place, (line) => lines.push(line))
  return lines.join('\n')
}
const operations = () => server.served.map(({ operation }) => operation)

test('a token that may not, as a workflow’s own never may, leaves one line and no detail', async () => {
  for (const token of ['token', 'unknown']) {
    const said = await keep(token)
    expect(said).toMatch(
      /^no draft advisories, because advisories-token may not .*: counts and ids are all that is shown$/,
    )
    expect(said).not.toContain('invariant_solvent')
  }
  expect(server.state.advisories).toEqual([])
})

test('what GitHub refuses is told by its number: its words may repeat what was sent', async () => {
  server.fail('security-advisories/create-repository-advisory', 'unprocessable')
  expect(await keep('advisories')).toBe(
    'draft advisories could not be kept: GitHub answered 422; counts and ids are all that is shown',
  )
})

test('public findings, and what a stranger built, make no advisory and ask GitHub nothing', async () => {
  expect(await keep('advisories', { isPrivate: false, isForeign: false })).toContain('advisories-token is not used')
  expect(await keep('advisories', { isPrivate: true, isForeign: true })).toContain('built by the pull request itself')
  expect(operations()).toEqual([])
})

test('somebody’s private report with a copy of our mark is never written to: its reporter reads along', async () => {
  const { summary, description } = renderAdvisory(sequenceFinding, sampleContext)
  server.state.advisories.push({
    ...{ id: 'GHSA-9999-9999-9999', user: { login: 'mallory', type: 'User' }, created: new Date(0).toISOString() },
    ...{ summary, description: description.split('\n')[0]!, state: 'draft', isReport: true },
  })
  expect(await post({ ...sampleReport, findings: [sequenceFinding] })).toEqual({ ...nothing, opened: 1 })
  expect(server.state.advisories[0]?.description).not.toContain('Replay')
})

test('one draft for each finding, once; a later run changes it only when the finding has', async () => {
  expect(await post()).toEqual({ ...nothing, opened: 2 })
  expect(server.state.advisories).toMatchObject([
    { summary: sequenceFinding.title, state: 'draft', user: maintainer },
    { summary: singleFinding.title, state: 'draft' },
  ])
  const next = { ...sampleContext, run: 8, runUrl: `${sampleContext.runUrl}8` }
  expect(await post(sampleReport, next)).toEqual(nothing)
  // Lines have moved: the finding has another id, and is the same.
  const moved = sampleReport.findings.map((finding, i) => ({ ...finding, id: `F-0000000${i}` }))
  expect(await post({ ...sampleReport, findings: moved }, next)).toEqual({ ...nothing, updated: 2 })
  expect(server.state.advisories[0]?.description).toContain('F-00000000')
  // GitHub may hand lines back as it keeps them.
  for (const one of server.state.advisories) one.description = one.description.replaceAll('\n', '\r\n').trim()
  expect(await post({ ...sampleReport, findings: moved }, next)).toEqual(nothing)
  expect(server.state.advisories).toHaveLength(2)
  const other = { ...sampleContext, marker: `<!-- fuzzburst:comment ${'1'.repeat(16)} -->` }
  expect(await post(sampleReport, other)).toEqual({ ...nothing, opened: 2 })
})

test('what a maintainer has edited, closed or published stays as it is', async () => {
  await post()
  const [edited, closed] = server.state.advisories
  edited!.description += '\nWorse than it looks.'
  closed!.state = 'closed'
  const moved = sampleReport.findings.map((finding, i) => ({ ...finding, id: `F-0000000${i}` }))
  expect(await post({ ...sampleReport, findings: moved })).toEqual({ ...nothing, kept: 2 })
  closed!.state = 'published'
  expect(await post({ ...sampleReport, findings: moved })).toEqual({ ...nothing, kept: 2 })
  expect(edited?.description).toContain('Worse than it looks.')
})

test('a project that breaks everywhere gets twenty drafts a run', async () => {
  const findings = Array.from({ length: NEW_ADVISORIES_LIMIT + 5 }, (_, i) => ({
    ...sequenceFinding,
    finding: { ...sequenceFinding.finding, target: `t${i}` },
  }))
  expect(await post({ ...sampleReport, findings })).toEqual({ ...nothing, opened: NEW_ADVISORIES_LIMIT, left: 5 })
})

test('a description that is too long loses its trace, then its test, and never the replay command', async () => {
  const finding = { ...sequenceFinding, trace: 'é'.repeat(100_000) }
  await post({ ...sampleReport, findings: [finding, { ...singleFinding, title: 'x'.repeat(3_000) }] })
  const [long, titled] = server.state.advisories
  expect(long?.description).toContain('Replay: ')
  expect(long?.description).not.toContain('ééé')
  expect(titled?.summary.length).toBe(1_024)
})

test('two runs at the same time end with one draft for each finding', async () => {
  await Promise.all([post(), post(), post()])
  const drafts = server.state.advisories.filter(({ state }) => state === 'draft')
  expect(drafts.map(({ summary }) => summary).sort()).toEqual([sequenceFinding.title, singleFinding.title].sort())
})
