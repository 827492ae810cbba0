import { execFileSync } from 'node:child_process'
import { mkdir, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeTree } from './builtProject.fixture.ts'
import { readUnlinked } from './readUnlinked.ts'

let root: string
beforeEach(async () => {
  root = await realpath(await writeTree({ 'lib/dep/Dep.sol': 'checked', 'evil/Dep.sol': 'evil' }))
})
afterEach(() => rm(root, { recursive: true, force: true }))

test('a file that was swapped for a link after it was checked is not read', async () => {
  const checked = await realpath(join(root, 'lib/dep/Dep.sol'))
  await rm(checked)
  await symlink(join(root, 'evil/Dep.sol'), checked)
  expect(await readUnlinked(checked, 100)).toEqual({ problem: 'moved' })
})

test('a folder above it that was swapped for a link after it was checked is not followed', async () => {
  const checked = await realpath(join(root, 'lib/dep/Dep.sol'))
  await rename(join(root, 'lib/dep'), join(root, 'lib/old'))
  await symlink(join(root, 'evil'), join(root, 'lib/dep'))
  expect(await readUnlinked(checked, 100)).toEqual({ problem: 'moved' })
})

test('a pipe or a folder in its place is no file, and nobody waits for the pipe', async () => {
  const checked = join(root, 'lib/dep/Dep.sol')
  await rm(checked)
  execFileSync('mkfifo', [checked])
  expect(await readUnlinked(checked, 100)).toEqual({ problem: 'no regular file' })
  await rm(checked)
  await mkdir(checked)
  expect(await readUnlinked(checked, 100)).toEqual({ problem: 'no regular file' })
})

test('a file that is gone is an error of the file system, a larger one is not read', async () => {
  await expect(readUnlinked(join(root, 'gone.sol'), 100)).rejects.toMatchObject({ code: 'ENOENT' })
  expect(await readUnlinked(join(root, 'evil/Dep.sol'), 3)).toEqual({ problem: 'too large', size: 4 })
})

test('what was checked is read whole', async () => {
  const checked = join(root, 'lib/dep/Dep.sol')
  expect(await readUnlinked(checked, 7)).toEqual({ bytes: new Uint8Array(Buffer.from('checked')) })
  await writeFile(checked, '')
  expect(await readUnlinked(checked, 7)).toEqual({ bytes: new Uint8Array() })
})
