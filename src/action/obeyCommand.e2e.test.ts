import { Octokit } from '@octokit/rest'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type GithubServer, startGithub } from '../../test/servers/github/server.ts'
import type { GithubContext } from './githubContext.ts'
import { obeyCommand } from './obeyCommand.ts'
import { readCommand } from './readCommand.ts'

let server: GithubServer
let said: string[]
beforeEach(async () => {
  server = await startGithub()
  said = []
  server.state.permissions.set('maintainer', 'write')
  const pull = { state: 'open' as const, base: { ref: 'main', sha: 'b'.repeat(40) }, files: [] }
  const head = { ref: 'feature', sha: 'a'.repeat(40) }
  server.state.pulls.push({ ...pull, number: 1, head: { ...head, repository: 'octo/vault' } })
  server.state.pulls.push({ ...pull, number: 2, head: { ...head, repository: 'mallory/vault' } })
  server.state.pulls.push({ ...pull, number: 3, state: 'closed', head: { ...head, repository: 'octo/vault' } })
})
afterEach(async () => {
  await server.close()
  expect(server.violations).toEqual([])
})

const obey = (body: string, more: { pull?: number; author?: string } = {}): Promise<void> => {
  const context = { owner: 'octo', repo: 'vault' } as GithubContext
  const comment = { id: 55, pull: more.pull ?? 1, author: more.author ?? 'maintainer', command: readCommand(body)! }
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
  const github = new Octokit({ auth: 'token', baseUrl: server.url, log: silent })
  return obeyCommand(
    comment,
    { workflow: 'fuzz.yml', findingsSecret: null },
    { github, context, say: (line) => said.push(line) },
  )
}

test('who may not write starts nothing and gets no answer', async () => {
  await obey('/fuzzburst run', { author: 'stranger' })
  expect(server.state).toMatchObject({ dispatches: [], reactions: [] })
  expect(said).toEqual(['the command is not carried out: stranger has no write access'])
})

test.each([
  ['a command that is none', '/fuzzburst fly', 1, 'is not understood'],
  ['a fork', '/fuzzburst run', 2, "a fork's branch is not in this repository"],
  ['a closed pull request', '/fuzzburst run', 3, 'is closed'],
  ['a finding without the key', '/fuzzburst publish F-1a2b3c4d', 1, 'has no findings-secret'],
])('%s is refused with a reaction and a reason', async (_what, body, pull, why) => {
  await obey(body, { pull })
  expect(server.state).toMatchObject({ dispatches: [], reactions: [{ comment: 55, content: 'confused' }] })
  expect(said[0]).toContain(why)
})

test('a workflow that cannot be started is said', async () => {
  server.fail('actions/create-workflow-dispatch', 'unprocessable')
  await obey('/fuzzburst run')
  expect(said[0]).toMatch(/fuzz\.yml could not be started \(Validation Failed/)
  expect(server.state.reactions).toEqual([{ comment: 55, content: 'confused' }])
})

test('who may write starts the workflow on the branch, with time and money', async () => {
  await obey('/fuzzburst run 20 2.50')
  expect(server.state.dispatches).toEqual([
    { workflow: 'fuzz.yml', ref: 'feature', inputs: { minutes: '20', 'max-spend': '2.50' } },
  ])
  expect(server.state.reactions).toEqual([{ comment: 55, content: 'rocket' }])
})
