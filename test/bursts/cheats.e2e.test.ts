import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Report, zReport } from '../../src/report/report.ts'
import { copyProject, solc } from '../harness/copyProject.ts'
import { runCli } from '../harness/runCli.ts'
import { startTestPool, type TestPool } from '../harness/testPool.ts'

let pool: TestPool
let project: ReturnType<typeof copyProject>
beforeAll(async () => {
  project = copyProject('test/fixtures/findings')
  pool = await startTestPool(1)
}, 180_000)
afterAll(async () => {
  await pool?.stop()
  project.remove()
})

const flags = ['--budget', '30s', '--slice-time', '1s', '--shard-time', '4s', '--workers', '2', '--audit-rate', '0.4']

async function burst(): Promise<Report> {
  const args = ['run', '--public', '--solc', solc, '--json', ...flags, ...pool.flags]
  const end = await runCli(args, { cwd: project.dir, env: pool.env })
  expect(end.stderr).not.toContain('THE POOL IS NOT USED')
  return zReport.parse(JSON.parse(end.stdout))
}

test.each([
  ['lazy', 'skips slices and invents their leaves', 1],
  ['dropping', 'runs everything and hides what it finds', 2],
  ['copying', 'signs another worker’s root as its own', 3],
])(
  'a worker that is %s (%s) is caught and earns nothing, and its shards are run again',
  async (kind, _what, index) => {
    const cheat = pool.addCheat(index, kind)
    await cheat.line(/worker started/)
    const report = await burst()
    await cheat.stop()
    const row = report.workers.find((worker) => worker.worker === pool.address(index))
    expect(row, 'the cheat got no lease at all').toBeDefined()
    expect(row!.earnedUnits).toBe(0n)
    expect(row!.refused.length).toBeGreaterThan(0)
    expect(report.work.slicesDone).toBe(report.work.slices)
    expect(report.findings.length).toBeGreaterThanOrEqual(2)
    const honest = report.workers.find((worker) => worker.worker === pool.address(0))
    expect(honest!.earnedUnits).toBeGreaterThan(0n)
    expect(honest!.refused).toEqual([])
  },
  300_000,
)

/** What the bursts above have kept of one kind. */
function evidenceOf(kind: string): string {
  const folder = path.join(project.dir, '.fuzzburst', 'evidence')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(`-${kind}.json`),
  )
  expect(files.length).toBeGreaterThan(0)
  return path.join(folder, files[0]!)
}

test('what was kept of a cheat convinces whoever runs the slice again, and nobody has to believe the file', async () => {
  const file = evidenceOf('audit-mismatch')
  const read = await runCli(['evidence', file, '--json'], { cwd: project.dir })
  expect(JSON.parse(read.stdout)).toMatchObject({ worth: 'accusation', kind: 'audit-mismatch' })
  const rerun = await runCli(['evidence', file, '--replay', '--relay', pool.relayUrl, '--json'], { cwd: project.dir })
  expect(rerun.stdout, rerun.stderr).toMatch(/^\{/)
  expect(JSON.parse(rerun.stdout)).toMatchObject({ worth: 'proof' })
  expect([read.code, rerun.code]).toEqual([0, 0])
}, 120_000)
