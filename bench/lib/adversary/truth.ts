import { zReport } from '../../../src/report/report.ts'
import { copyProject, solc } from '../../../test/harness/copyProject.ts'
import { runCli } from '../../../test/harness/runCli.ts'
import { startTestPool } from '../../../test/harness/testPool.ts'

/** One real burst with one real cheat in it. */
export interface TruthRow {
  readonly kind: string
  /** The cheat earned nothing of what was found out. */
  readonly caught: boolean
  readonly reasons: readonly string[]
  readonly findings: string
}

const kinds = ['lazy', 'dropping', 'copying'] as const
/** Bugs of the fixture. */
const BUGS = 2

/** Bursts a project with known bugs through a real pool, once for each kind that has a program of its own. */
export async function truth(say: (line: string) => void): Promise<TruthRow[]> {
  const project = copyProject('test/fixtures/findings')
  const pool = await startTestPool(1)
  const rows: TruthRow[] = []
  try {
    for (const [i, kind] of kinds.entries()) {
      say(`truth: ${kind} …`)
      const cheat = pool.addCheat(i + 1, kind)
      await cheat.line(/worker started/)
      const size = ['--budget', '30s', '--slice-time', '1s', '--shard-time', '4s', '--workers', '2']
      const args = ['run', '--public', '--solc', solc, '--json', ...size, ...pool.flags]
      const end = await runCli(args, { cwd: project.dir, env: pool.env })
      await cheat.stop()
      const report = zReport.parse(JSON.parse(end.stdout))
      const row = report.workers.find(({ worker }) => worker === pool.address(i + 1))
      rows.push({
        kind,
        caught: row !== undefined && row.refused.length > 0,
        reasons: row?.refused.map(({ reason }) => reason) ?? ['it got no lease'],
        findings: `${new Set(report.findings.map(({ test }) => test)).size} of ${BUGS}`,
      })
    }
  } finally {
    await pool.stop()
    project.remove()
  }
  return rows
}
