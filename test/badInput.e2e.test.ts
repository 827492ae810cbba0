import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { copyProject, solc } from './harness/copyProject.ts'
import { runCli } from './harness/runCli.ts'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

function project(from: string): string {
  const { dir, remove } = copyProject(from)
  cleanups.push(remove)
  return dir
}
const run = (dir: string, ...flags: string[]) => runCli(['run', '--local', '--solc', solc, ...flags], { cwd: dir })

test('a folder without a Foundry project is refused, and the place that was looked at is named', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'fuzzburst-empty-'))
  cleanups.push(() => rmSync(dir, { recursive: true }))
  const end = await run(dir)
  expect(end.code).toBe(2)
  expect(end.stderr).toContain('error FB1001')
  expect(end.stderr).toContain(dir)
  expect(end.stdout).toBe('')
})

test('a compile error shows the compiler’s own message', async () => {
  const end = await run(project('test/fixtures/broken'))
  expect(end.code).toBe(2)
  expect(end.stderr).toContain('error FB1002')
  expect(end.stderr).toMatch(/Error \(\d+\)|ParserError|TypeError|DeclarationError/)
})

test('a project without fuzz tests is refused', async () => {
  const end = await run(project('test/fixtures/nothing'))
  expect(end.code).toBe(2)
  expect(end.stderr).toContain('error FB1003')
})

test('a bundle over the limit is refused with the figures and the largest file', async () => {
  const dir = project('test/fixtures/passing')
  const toml = path.join(dir, 'foundry.toml')
  const read = 'fs_permissions = [{ access = "read", path = "./big.bin" }]'
  writeFileSync(toml, readFileSync(toml, 'utf8').replace(/^solc = .*$/m, `$&\n${read}`))
  writeFileSync(path.join(dir, 'big.bin'), '')
  truncateSync(path.join(dir, 'big.bin'), 1_200 * 2 ** 20)
  const end = await run(dir)
  expect(end.code).toBe(2)
  expect(end.stderr).toContain('error FB1020')
  expect(end.stderr).toContain('big.bin')
})

test('a malformed fuzzburst.toml is refused with the line that is wrong', async () => {
  const dir = project('test/fixtures/passing')
  writeFileSync(path.join(dir, 'fuzzburst.toml'), 'budget = "10m"\nslice-time = = 3\n')
  const end = await run(dir)
  expect(end.code).toBe(2)
  expect(end.stderr).toContain('error FB1010')
  expect(end.stderr).toContain('slice-time = = 3')
})

test('a key that does not exist is named', async () => {
  const dir = project('test/fixtures/passing')
  writeFileSync(path.join(dir, 'fuzzburst.toml'), 'bugdet = "10m"\n')
  const end = await run(dir)
  expect(end.code).toBe(2)
  expect(end.stderr).toContain('bugdet: no such key')
})

test('an unknown flag and an unknown command are wrong use', async () => {
  const dir = project('test/fixtures/passing')
  expect((await run(dir, '--no-such-flag')).code).toBe(2)
  expect((await runCli(['nothing'], { cwd: dir })).code).toBe(2)
})

test('a relay that does not answer is said loudly, and the burst runs on the runner all the same', async () => {
  const dir = project('test/fixtures/passing')
  const flags = [
    'run',
    '--solc',
    solc,
    '--budget',
    '8s',
    '--slice-time',
    '2s',
    '--relay',
    'http://127.0.0.1:9',
    '--json',
  ]
  const end = await runCli(flags, { cwd: dir, env: { FUZZBURST_KEY: `0x${'11'.repeat(32)}` } })
  expect(end.stderr).toContain('error FB3101')
  expect(end.stderr).toContain('THE POOL IS NOT USED')
  expect(JSON.parse(end.stdout)).toMatchObject({ v: 1, mode: 'fallback', verdict: 'passed' })
  expect(JSON.parse(end.stdout).fallbackReason).toContain('FB3101')
  expect(end.code).toBe(0)
}, 240_000)
