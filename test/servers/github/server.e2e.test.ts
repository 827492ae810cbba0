import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectGithub } from '../../../src/action/connectGithub.ts'
import { operations } from './description.ts'
import { handlers } from './handlers.ts'
import { READ_ONLY } from './permissions.ts'
import { BOT, type GithubServer, startGithub } from './server.ts'

let github: GithubServer
beforeAll(async () => {
  github = await startGithub()
  github.grant('fork', { actor: BOT, permissions: READ_ONLY })
  github.state.pulls.push({
    number: 7,
    state: 'open',
    head: { ref: 'feature', sha: 'a'.repeat(40), repository: 'octo/vault' },
    base: { ref: 'main', sha: 'b'.repeat(40) },
    files: Array.from({ length: 130 }, (_, i) => ({ filename: `src/F${i}.sol`, status: 'modified' })),
  })
})
afterAll(() => github.close())

const call = async (
  method: string,
  path: string,
  body?: unknown,
  token: string | null = 'token',
): Promise<{ status: number; json: Record<string, unknown> }> => {
  const response = await fetch(`${github.url}${path}`, {
    method,
    headers: token === null ? {} : { authorization: `token ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, json: text === '' ? {} : JSON.parse(text) }
}
const repo = '/repos/octo/vault'
const violations = (): string[] => github.violations.splice(0)
const annotation = { path: 'src/A.sol', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'x' }
const check = (output: object): object => ({
  name: 'fuzz',
  head_sha: 'a'.repeat(40),
  output: { title: 't', summary: 's', ...output },
})

test('the server has a handler for each operation of the fixture that workflows call', () => {
  expect(Object.keys(handlers).sort()).toEqual(
    operations.map(({ id }) => id).filter((id) => id !== 'users/get-authenticated'),
  )
})

test('without a token that it knows nothing is answered', async () => {
  expect((await call('GET', `${repo}/pulls/7`, undefined, null)).status).toBe(401)
  expect((await call('GET', `${repo}/pulls/7`, undefined, 'other')).status).toBe(401)
  expect(violations()).toEqual([])
})

test('a path that GitHub does not have, a field that it does not know and a wrong type are violations', async () => {
  await call('GET', '/repos/octo/vault/secrets')
  await call('POST', `${repo}/check-runs`, { ...check({}), conclusionn: 'failure' })
  await call('POST', `${repo}/issues/7/comments`, { body: 5 })
  await call('GET', `${repo}/issues/7/comments?per_pages=100`)
  expect(violations()).toEqual([
    'no operation: GET /repos/octo/vault/secrets',
    expect.stringContaining('checks/create: body must NOT have additional properties'),
    'issues/create-comment: body/body must be string',
    expect.stringContaining('query per_pages'),
  ])
  expect(github.state.checks).toEqual([])
})

test('a read-only token reads and writes nothing', async () => {
  expect((await call('GET', `${repo}/issues/7/comments`, undefined, 'fork')).status).toBe(200)
  for (const [method, path, body] of [
    ['POST', `${repo}/check-runs`, check({})],
    ['POST', `${repo}/issues/7/comments`, { body: 'x' }],
    ['POST', `${repo}/code-scanning/sarifs`, { commit_sha: 'a'.repeat(40), ref: 'refs/heads/x', sarif: 'x' }],
  ] as const)
    expect(await call(method, path, body, 'fork')).toMatchObject({
      status: 403,
      json: { message: 'Resource not accessible by integration' },
    })
  expect(violations()).toEqual([])
})

test('51 annotations, 65,536 characters of a summary and 65,537 of a comment are refused', async () => {
  const annotations = (count: number) => Array.from({ length: count }, () => annotation)
  expect((await call('POST', `${repo}/check-runs`, check({ annotations: annotations(51) }))).status).toBe(422)
  expect((await call('POST', `${repo}/check-runs`, check({ summary: 'x'.repeat(65_536) }))).status).toBe(422)
  expect((await call('POST', `${repo}/check-runs`, check({ text: 'x'.repeat(65_536) }))).status).toBe(422)
  expect(violations()).toHaveLength(3)
  expect((await call('POST', `${repo}/issues/7/comments`, { body: 'x'.repeat(65_537) })).status).toBe(422)
  expect((await call('POST', `${repo}/check-runs`, check({ annotations: annotations(50) }))).status).toBe(201)
  expect((await call('POST', `${repo}/issues/7/comments`, { body: 'x'.repeat(65_536) })).status).toBe(201)
  expect(violations()).toEqual([])
})

test('a check keeps the annotations of every request and the last output', async () => {
  const { json } = await call('POST', `${repo}/check-runs`, check({ annotations: [annotation] }))
  const output = { title: 'now', summary: 'done', annotations: [annotation, annotation] }
  await call('PATCH', `${repo}/check-runs/${json.id}`, { conclusion: 'failure', output })
  expect(github.state.checks.at(-1)).toMatchObject({
    conclusion: 'failure',
    status: 'completed',
    output: { title: 'now' },
  })
  expect(github.state.checks.at(-1)?.annotations).toHaveLength(3)
  expect((await call('GET', `${repo}/commits/${'a'.repeat(40)}/check-runs?check_name=fuzz`)).json.total_count).toBe(2)
  expect(violations()).toEqual([])
})

test('lists come in pages that name the next', async () => {
  const octokit = connectGithub(github.url, 'token', () => {})
  const files = await octokit.paginate(octokit.rest.pulls.listFiles, {
    owner: 'octo',
    repo: 'vault',
    pull_number: 7,
    per_page: 100,
  })
  expect(files.map(({ filename }) => filename)).toHaveLength(130)
  expect(violations()).toEqual([])
})

test('issues are made, found by label, and closed', async () => {
  const made = await call('POST', `${repo}/issues`, { title: 'F-1', body: 'x', labels: ['fuzzburst'] })
  expect(made.status).toBe(201)
  await call('PATCH', `${repo}/issues/${made.json.number}`, { state: 'closed', state_reason: 'completed' })
  expect((await call('GET', `${repo}/issues?labels=fuzzburst`)).json).toEqual([])
  expect((await call('GET', `${repo}/issues?labels=fuzzburst&state=all`)).json).toHaveLength(1)
  expect(violations()).toEqual([])
})

test('the client waits out a secondary limit and a bad gateway, and takes a refusal for one', async () => {
  const said: string[] = []
  const octokit = connectGithub(github.url, 'token', (line) => said.push(line))
  const comment = { owner: 'octo', repo: 'vault', issue_number: 7, body: 'patient' }
  github.fail('issues/create-comment', 'secondary-limit')
  expect((await octokit.rest.issues.createComment(comment)).status).toBe(201)
  expect(said).toEqual([expect.stringMatching(/secondary rate limit is met at POST .*: tried again in 1 s$/)])
  github.fail('pulls/get', 'bad-gateway')
  expect((await octokit.rest.pulls.get({ owner: 'octo', repo: 'vault', pull_number: 7 })).data.number).toBe(7)
  github.fail('issues/create-comment', 'unprocessable')
  await expect(octokit.rest.issues.createComment(comment)).rejects.toMatchObject({ status: 422 })
  expect(github.state.comments.filter(({ body }) => body === 'patient')).toHaveLength(1)
  expect(violations()).toEqual([])
})
