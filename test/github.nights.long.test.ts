// Nights of coverage-guided invariants over a pool: what they leave, and what the next one starts from.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Report, zReport } from '../src/report/report.ts'
import { type GithubProject, githubProject } from './harness/githubJob.ts'
import { startTestPool, type TestPool } from './harness/testPool.ts'
import type { StepEnd } from './servers/githubRunner.ts'

let project: GithubProject
let pool: TestPool
beforeAll(async () => {
  project = await githubProject('corpus')
  project.commit('a lock')
  pool = await startTestPool(1)
}, 180_000)
afterAll(async () => {
  await pool?.stop()
  await project.close()
  expect(project.github.violations).toEqual([])
})

const readReport = (end: StepEnd): Report =>
  zReport.parse(JSON.parse(readFileSync(end.outputs.get('report-json') ?? '', 'utf8')))
const night = (more: Record<string, string> = {}): Promise<StepEnd> =>
  project.run(
    'schedule',
    { schedule: '17 3 * * *', repository: { private: false } },
    {
      inputs: {
        ...{
          corpus: 'true',
          'keep-after-finding': 'true',
          budget: '8s',
          'slice-time': '1s',
          'shard-time': '2s',
          workers: '1',
        },
        ...{ relay: pool.relayUrl, 'rpc-url': pool.chain.anvil.rpcUrl, 'audit-rate': '0.5' },
        ...{ account: pool.chain.account, key: pool.chain.spenderKey },
        ...more,
      },
    },
  )

test('private findings leave no inputs behind', async () => {
  const end = await night({ findings: 'private' })
  expect(readReport(end)).toMatchObject({ mode: 'pool', corpus: null })
})

test('inputs that reach new code in audited slices are merged, kept over nights, and confirmed by GitHub after the upload', async () => {
  const first = await night()
  expect(readReport(first), first.log).toMatchObject({ mode: 'pool', corpus: { before: 0 } })
  const found = readReport(first).corpus!.after
  expect(found).toBeGreaterThan(0)
  expect(first.log).toMatch(/saved \d+ failing case\(s\) and the calibration for the next run/)
  const second = await night()
  expect(second.log).toMatch(/restored \d+ failing case/)
  expect(readReport(second).corpus?.before).toBe(found)
  expect(readReport(second).corpus?.after).toBeGreaterThanOrEqual(found)
  // Disproved by nobody: what a slice starts from is the same here and at the worker.
  expect(readReport(second).audits.filter(({ outcome }) => outcome !== 'agreed')).toEqual([])
  expect(second.summary).toContain('Executions a night')
})
