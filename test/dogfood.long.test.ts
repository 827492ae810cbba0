import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Report, zReport } from '../src/report/report.ts'
import { solc } from './harness/copyProject.ts'
import { startCli } from './harness/runCli.ts'
import { runStep } from './servers/githubRunner.ts'

// Our own contracts through everything, by `npm run test:dogfood`: minutes, most of them for compiling with npm's solc.

const root = path.resolve(import.meta.dirname, '..')
let mark: string
beforeEach(() => {
  mark = mkdtempSync(path.join(tmpdir(), 'fuzzburst-mark-'))
})
afterEach(() => rmSync(mark, { recursive: true, force: true }))

/** All of our own fuzz tests and invariants passed, and there are no fewer of them than there were. */
function expectPassed(report: Report): void {
  expect([report.verdict, report.findings]).toEqual(['passed', []])
  expect(report.targets.filter(({ status }) => status !== 'passed')).toEqual([])
  const ids = report.targets.map(({ id }) => id)
  expect(ids.filter((id) => id.includes(':invariant_'))).toEqual([
    'test/Solvency.invariants.t.sol:SolvencyInvariants:invariant_moneyIsWhereTheBooksSay()',
    'test/registry/Stakes.invariants.t.sol:StakesInvariants:invariant_stakeIsBondedUnbondingOrBurned()',
  ])
  expect(ids.length).toBeGreaterThanOrEqual(12)
}

test('our own contracts pass a burst through a pool, with the sources that lie behind a link, and no process stays', async () => {
  const program = path.join(root, 'scripts', 'dogfood.ts')
  const end = await startCli(['--budget', '20s', '--json'], { program, cwd: mark, env: { TMPDIR: mark } }).end
  expect(end.code, end.stderr).toBe(0)
  expect(end.stderr).toContain('adds up to the last unit')
  const report = zReport.parse(JSON.parse(end.stdout))
  expect(report.mode).toBe('pool')
  expectPassed(report)
  const left = execFileSync('ps', ['axeww', '-o', 'pid=,args='], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  expect(left.split('\n').filter((line) => line.includes(mark) && !/ ps axeww/.test(line))).toEqual([])
})

test('the Action, as our own workflow runs it without a pool, passes on our own contracts', async () => {
  const end = await runStep({
    program: path.join(root, 'dist', 'main.mjs'),
    workspace: root,
    inputs: { 'working-directory': 'contracts', solc, budget: '20s' },
    event: { repository: { private: false, visibility: 'public' } },
  })
  expect(end.code, end.log).toBe(0)
  expectPassed(zReport.parse(JSON.parse(readFileSync(end.outputs.get('report-json') ?? '', 'utf8'))))
})
