import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { repositoryTop } from './repositoryTop.ts'

let top: string
let project: string
beforeEach(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), 'fuzzburst-top-')))
  project = join(top, 'packages', 'inner')
  await mkdir(project, { recursive: true })
})
afterEach(() => rm(top, { recursive: true, force: true }))

test('a folder called .git that is no repository, and a file that is no worktree, are none', async () => {
  await mkdir(join(top, '.git'))
  await writeFile(join(top, 'packages', '.git'), 'hello\n')
  expect(await repositoryTop(project)).toBeNull()
})

test('the nearest repository counts: a submodule is its own', async () => {
  await mkdir(join(top, '.git'))
  await writeFile(join(top, '.git', 'HEAD'), 'ref: refs/heads/main\n')
  expect(await repositoryTop(project)).toBe(top)
  await writeFile(join(top, 'packages', '.git'), 'gitdir: ../.git/modules/packages\n')
  expect(await repositoryTop(project)).toBe(join(top, 'packages'))
})

test.skipIf(process.getuid?.() !== 0)('the repository of somebody else in a folder above is none', async () => {
  const { chown } = await import('node:fs/promises')
  await mkdir(join(top, '.git'))
  await writeFile(join(top, '.git', 'HEAD'), 'ref: refs/heads/main\n')
  await chown(join(top, '.git'), 12_345, 12_345)
  expect(await repositoryTop(project)).toBeNull()
})
