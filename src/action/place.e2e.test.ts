import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readGithubContext } from './githubContext.ts'
import { findPlace } from './place.ts'

let folder: string
let repository: string

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'fuzzburst-place-')))
  repository = path.join(folder, 'repository')
  mkdirSync(path.join(repository, 'packages', 'contracts'), { recursive: true })
  writeFileSync(path.join(repository, 'file'), '')
  symlinkSync(folder, path.join(repository, 'out'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(['..', '../..', '/', 'out', 'file', 'missing', 'packages/../../..'])(
  'the working directory %j is refused',
  async (text) => {
    await expect(findPlace(repository, text)).rejects.toMatchObject({ code: 'FB7004' })
  },
)

test('a folder of the repository is found, and its path from the root', async () => {
  expect(await findPlace(repository, '.')).toEqual({ root: repository, projectPath: '' })
  expect(await findPlace(repository, 'packages/contracts/')).toEqual({
    root: path.join(repository, 'packages', 'contracts'),
    projectPath: 'packages/contracts',
  })
})

const visibilityOf = async (event: string): Promise<string> => {
  const file = path.join(folder, 'event.json')
  writeFileSync(file, event)
  return (await readGithubContext({ GITHUB_EVENT_PATH: file })).visibility
}

test.each(['', '{', '[]', '{"repository":{"private":"no"}}'])('the event %j is refused', async (event) => {
  await expect(visibilityOf(event)).rejects.toMatchObject({ code: 'FB7002' })
})

test('a job without an event is refused', async () => {
  await expect(readGithubContext({})).rejects.toMatchObject({ code: 'FB7002' })
})

test.each([
  ['{}', 'private'],
  ['{"repository":{"private":true}}', 'private'],
  ['{"repository":{"private":true,"visibility":"internal"}}', 'private'],
  ['{"repository":{"private":false,"visibility":"internal"}}', 'private'],
  ['{"repository":{"private":false}}', 'public'],
  ['{"repository":{"private":false,"visibility":"public"},"action":"opened"}', 'public'],
])('the event %j means %s', async (event, visibility) => {
  expect(await visibilityOf(event)).toBe(visibility)
})
