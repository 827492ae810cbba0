import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkOutBase } from './checkOutBase.ts'
import { changedFiles, compareWithBase } from './compareWithBase.ts'
import { gitIn } from './runGit.ts'

let folder: string
let origin: string
let [base, head, merge] = ['', '', '']

const run = (cwd: string, ...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'protocol.file.allow=always', ...args],
    {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  ).trim()
const write = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(origin, name)), { recursive: true })
  writeFileSync(path.join(origin, name), text)
}
const commit = (message: string): string => {
  run(origin, 'add', '-A')
  run(origin, 'commit', '-q', '-m', message)
  return run(origin, 'rev-parse', 'HEAD')
}

/** An origin where main went on after a branch was made, and the merge of both as GitHub makes it. */
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'fuzzburst-base-')))
  origin = path.join(folder, 'origin')
  mkdirSync(origin)
  run(origin, 'init', '-q', '-b', 'main')
  run(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  write('contracts/src/A.sol', 'one')
  write('contracts/src/Gone.sol', 'here')
  write('contracts/odd "name"\tä.md', 'x')
  commit('first')
  run(origin, 'checkout', '-q', '-b', 'feature')
  write('contracts/src/A.sol', 'two')
  write('contracts/src/New.sol', 'new')
  rmSync(path.join(origin, 'contracts/src/Gone.sol'))
  renameSync(path.join(origin, 'contracts/odd "name"\tä.md'), path.join(origin, 'contracts/moved.md'))
  head = commit('feature')
  run(origin, 'checkout', '-q', 'main')
  write('other.txt', 'main went on')
  base = commit('second')
  run(origin, 'checkout', '-q', '--detach')
  run(origin, 'merge', '-q', '--no-ff', '-m', 'merge', 'feature')
  merge = run(origin, 'rev-parse', 'HEAD')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A clone of depth 1, as actions/checkout makes it. */
function checkout(name: string, sha: string, from = origin): string {
  const clone = path.join(folder, name)
  mkdirSync(clone)
  run(clone, 'init', '-q')
  run(clone, 'remote', 'add', 'origin', from)
  run(clone, 'fetch', '-q', '--depth=1', `file://${origin}`, sha)
  run(clone, 'checkout', '-q', 'FETCH_HEAD')
  return clone
}
const pull = (baseSha: string) => ({ number: 1, headSha: head, baseSha, isFork: false })
const fileProtocol = { GIT_ALLOW_PROTOCOL: 'file' }

test('what git cannot tell is a reason, in one line', async () => {
  const clone = checkout('lonely', head, path.join(folder, 'nowhere'))
  const answer = await compareWithBase(gitIn(clone, process.env.PATH), pull(base), fileProtocol)
  expect(answer).toEqual({ unknown: expect.stringMatching(/^the base commit could not be compared with \(.+\)$/) })
})

test('a merge is compared with its first parent, whatever the event says, and only that commit is fetched', async () => {
  const clone = checkout('merged', merge)
  const answer = await compareWithBase(gitIn(clone, process.env.PATH), pull('f'.repeat(40)), fileProtocol)
  expect(answer).toEqual({
    base,
    files: [
      { path: 'contracts/moved.md', kind: 'edited' },
      { path: 'contracts/odd "name"\tä.md', kind: 'deleted' },
      { path: 'contracts/src/A.sol', kind: 'edited' },
      { path: 'contracts/src/Gone.sol', kind: 'deleted' },
      { path: 'contracts/src/New.sol', kind: 'edited' },
    ],
  })
})

test('the base is laid beside the checkout, with what was installed, and the checkout is not touched', async () => {
  const clone = checkout('beside', merge)
  mkdirSync(path.join(clone, 'contracts/node_modules'))
  writeFileSync(path.join(clone, 'contracts/node_modules/x'), 'installed')
  mkdirSync(path.join(clone, 'contracts/.fuzzburst'))
  const git = gitIn(clone, process.env.PATH)
  const comparison = await compareWithBase(git, pull(base), fileProtocol)
  if ('unknown' in comparison) throw new Error(comparison.unknown)
  const place = { root: path.join(clone, 'contracts'), projectPath: 'contracts' }
  const into = path.join(folder, 'base')
  const before = run(clone, 'status', '--porcelain')
  expect(await checkOutBase(git, comparison, place, clone, into)).toEqual({
    commit: base,
    root: path.join(into, 'contracts'),
    caveat: '',
  })
  const at = (name: string): string | null => {
    const file = path.join(into, 'contracts', name)
    return existsSync(file) ? readFileSync(file, 'utf8') : null
  }
  expect([at('src/A.sol'), at('src/Gone.sol'), at('src/New.sol'), at('node_modules/x')]).toEqual([
    'one',
    'here',
    null,
    'installed',
  ])
  expect(existsSync(path.join(into, 'contracts/.fuzzburst'))).toBe(false)
  expect(readFileSync(path.join(clone, 'contracts/src/A.sol'), 'utf8')).toBe('two')
  expect(run(clone, 'status', '--porcelain')).toBe(before)
})

test('a submodule that moves is a submodule, and a base with the moved one says so', async () => {
  expect(changedFiles(`:160000 160000 ${'a'.repeat(40)} ${'b'.repeat(40)} M\0lib/x\0`)).toEqual([
    { path: 'lib/x', kind: 'submodule' },
  ])
  const clone = checkout('moving', merge)
  cpSync(path.join(clone, 'other.txt'), path.join(clone, 'copy.txt'))
  const answer = await checkOutBase(
    gitIn(clone, process.env.PATH),
    { base: merge, files: [{ path: 'lib/x', kind: 'submodule' }] },
    { root: clone, projectPath: '' },
    clone,
    path.join(folder, 'base2'),
  )
  expect(answer).toMatchObject({ caveat: "but with this change's lib/x" })
})
