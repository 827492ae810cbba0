import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zReport } from '../../src/report/report.ts'
import { copyProject } from '../harness/copyProject.ts'
import { startCli } from '../harness/runCli.ts'

let cwd: string
let vault: ReturnType<typeof copyProject>
beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'fuzzburst-cwd-'))
  vault = copyProject('examples/vault')
})
afterAll(() => {
  rmSync(cwd, { recursive: true })
  vault.remove()
})

/** Processes whose environment or arguments name the mark: everything that a demo with it as TMPDIR started. */
function leftovers(mark: string): string[] {
  return execFileSync('ps', ['axeww', '-o', 'pid=,args='], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\n')
    .filter((line) => line.includes(mark) && !/ ps axeww/.test(line))
}

test('Ctrl-C in mid-burst settles what was done, reports, and leaves no process behind', async () => {
  const mark = mkdtempSync(path.join(tmpdir(), 'fuzzburst-mark-'))
  const demo = startCli(['demo', vault.dir], { cwd, env: { TMPDIR: mark } })
  await demo.seen(/1\/[0-9]+ shards/)
  demo.child.kill('SIGINT')
  const end = await demo.end
  expect(end.code, end.stderr).toBe(130)
  expect(end.stderr).toContain('adds up to the last unit')
  expect(
    zReport.parse(JSON.parse(readFileSync(path.join(cwd, '.fuzzburst/report.json'), 'utf8'))).verdictReasons,
  ).toContain('The burst was stopped.')
  expect(leftovers(mark)).toEqual([])
  rmSync(mark, { recursive: true, force: true })
}, 300_000)

test('a demo that is killed takes its chain, its relay and its workers with it', async () => {
  const mark = mkdtempSync(path.join(tmpdir(), 'fuzzburst-mark-'))
  const demo = startCli(['demo', vault.dir], { cwd, env: { TMPDIR: mark } })
  await demo.seen(/is open/)
  demo.child.kill('SIGKILL')
  await demo.end
  await expect.poll(() => leftovers(mark), { timeout: 40_000, interval: 500 }).toEqual([])
  rmSync(mark, { recursive: true, force: true })
}, 300_000)

test('the demo finds all four planted bugs, pays its workers, and leaves its files', async () => {
  const demo = startCli(['demo', vault.dir, '--expect-findings'], { cwd })
  const end = await demo.end
  expect(end.code, end.stderr).toBe(0)
  const state = path.join(cwd, '.fuzzburst')
  const report = zReport.parse(JSON.parse(readFileSync(path.join(state, 'report.json'), 'utf8')))
  expect(report.mode).toBe('pool')
  expect(report.findings.length).toBe(4)
  for (const finding of report.findings) expect(finding.repro, finding.reproImpossible ?? '').not.toBeNull()
  expect(report.workers.filter((worker) => worker.earnedUnits > 0n).length).toBe(2)
  for (const file of ['report.md', 'report.sarif', 'repro']) expect(existsSync(path.join(state, file))).toBe(true)
  expect(end.stderr).toContain('adds up to the last unit')
}, 300_000)
