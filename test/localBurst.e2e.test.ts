import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zPlan } from '../src/campaign/plan.ts'
import { type Report, zReport } from '../src/report/report.ts'
import { copyProject, solc } from './harness/copyProject.ts'
import { runCli, startCli } from './harness/runCli.ts'

let project: ReturnType<typeof copyProject>
beforeAll(() => {
  project = copyProject('test/fixtures/findings')
})
afterAll(() => project.remove())

const budget = ['--budget', '12s', '--slice-time', '1s', '--shard-time', '4s']

test('a burst on this machine finds both planted bugs, leaves its files, and every replay command does what it says', async () => {
  const end = await runCli(['run', '--local', '--solc', solc, '--json', ...budget], { cwd: project.dir })
  expect(end.stderr).not.toContain('error FB')
  expect(end.code).toBe(1)
  const report = zReport.parse(JSON.parse(end.stdout))
  expect(report.verdict).toBe('failed')
  expect(report.mode).toBe('local')
  expect(new Set(report.findings.map((finding) => finding.test.replace(/\(.*/, '')))).toEqual(
    new Set(['testFuzz_nothingIsForgotten', 'invariant_coinsAreReceivedLessSpent']),
  )
  const state = path.join(project.dir, '.fuzzburst')
  for (const file of ['report.json', 'report.md', 'report.sarif']) expect(existsSync(path.join(state, file))).toBe(true)
  expect(readdirSync(path.join(state, 'repro')).filter((name) => name.endsWith('.t.sol')).length).toBe(
    report.findings.length,
  )
  for (const finding of report.findings) {
    expect(finding.property?.path).toBe('test/Purse.t.sol')
    const replayed = await runCli(['replay', finding.id, '--solc', solc], { cwd: project.dir })
    expect(replayed.stdout).toContain('fails again')
    expect(replayed.code).toBe(1)
  }
  const passed = report.targets.filter((target) => target.status === 'passed')
  expect(passed.length).toBe(2)
  expect(passed.every((target) => target.executions > 0)).toBe(true)
}, 300_000)

test('with --expect-findings the same burst exits 0', async () => {
  const end = await runCli(['run', '--local', '--solc', solc, '--expect-findings', ...budget], { cwd: project.dir })
  expect(end.code).toBe(0)
  expect(end.stdout).toContain('testFuzz_nothingIsForgotten')
}, 300_000)

test('coverage-guided invariants start from what earlier bursts on this machine reached', async () => {
  const guided = copyProject('test/fixtures/corpus')
  const args = ['run', '--local', '--corpus', '--solc', solc, '--json', '--budget', '4s', '--slice-time', '1s']
  const corpora: Report['corpus'][] = []
  for (let night = 0; night < 2; night++)
    corpora.push(zReport.parse(JSON.parse((await runCli(args, { cwd: guided.dir })).stdout)).corpus)
  guided.remove()
  const [first, second] = corpora
  expect(first).toMatchObject({ before: 0 })
  expect(first!.after).toBeGreaterThan(0)
  expect(second!.before).toBe(first!.after)
  expect(second!.after).toBeGreaterThanOrEqual(second!.before)
}, 300_000)

test('the plan is one JSON document on standard output, and the same twice', async () => {
  const args = ['plan', '--json', '--solc', solc, ...budget]
  const first = await runCli(args, { cwd: project.dir })
  const second = await runCli(args, { cwd: project.dir })
  expect(first.code).toBe(0)
  expect(second.stdout).toBe(first.stdout)
  const plan = zPlan.parse(JSON.parse(first.stdout))
  expect(plan.targets.length).toBe(4)
  expect(readFileSync(path.join(project.dir, 'foundry.toml'), 'utf8')).toContain('[profile.default]')
}, 300_000)

test('a project that turns ffi and file permissions on is sandboxed all the same, and told so', async () => {
  const ffi = copyProject('test/fixtures/ffi')
  const end = await runCli(['run', '--local', '--solc', solc, '--json', '--budget', '6s', '--slice-time', '1s'], {
    cwd: ffi.dir,
  })
  const kinds = zReport.parse(JSON.parse(end.stdout)).notes.map((note) => note.kind)
  expect(kinds).toContain('ffi-on')
  expect(kinds).toContain('fs-permissions')
  ffi.remove()
}, 300_000)

test('Ctrl-C ends a burst on this machine in order: what was found is reported, and it is not called whole', async () => {
  const running = startCli(['run', '--local', '--solc', solc, '--budget', '120s', '--slice-time', '1s'], {
    cwd: project.dir,
  })
  await running.seen(/replayed/)
  running.child.kill('SIGINT')
  const end = await running.end
  expect(end.code, end.stderr).toBe(130)
  const report = zReport.parse(JSON.parse(readFileSync(path.join(project.dir, '.fuzzburst/report.json'), 'utf8')))
  expect(report.verdictReasons).toContain('The burst was stopped.')
  expect(report.findings.length).toBeGreaterThan(0)
}, 300_000)
