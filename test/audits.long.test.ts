import { afterAll, beforeAll, expect, test } from 'vitest'
import { zReport } from '../src/report/report.ts'
import { copyProject, solc } from './harness/copyProject.ts'
import { runCli } from './harness/runCli.ts'
import { startTestPool, type TestPool } from './harness/testPool.ts'

let pool: TestPool
let project: ReturnType<typeof copyProject>
beforeAll(async () => {
  project = copyProject('test/fixtures/passing')
  pool = await startTestPool(2)
}, 120_000)
afterAll(async () => {
  await pool?.stop()
  project.remove()
})

test('a machine that is behind with its audits has another worker run some, pays for them, and anybody can check it', async () => {
  const size = ['--budget', '40s', '--slice-time', '1s', '--shard-time', '2s', '--workers', '20']
  const audits = ['--audit-rate', '1', '--audit-backlog', '1s', '--jobs', '1']
  const args = ['run', '--public', '--solc', solc, '--json', ...size, ...audits, ...pool.flags]
  const end = await runCli(args, { cwd: project.dir, env: pool.env })
  expect(end.code, `${end.stderr}\n${await pool.logs()}`).toBe(0)
  const report = zReport.parse(JSON.parse(end.stdout))
  const { slicesAudited, slicesDelivered, slicesAuditedByOthers } = report.audit
  expect(slicesDelivered).toBe(report.work.slices)
  expect(slicesAudited).toBe(slicesDelivered)
  expect(slicesAuditedByOthers).toBeGreaterThan(0)
  expect(end.stderr).toMatch(/\d+ audits go to a worker of another owner/)
  const verify = ['verify', report.job!, '--relay', pool.relayUrl, '--rpc-url', pool.chain.anvil.rpcUrl, '--json']
  const verified = await runCli([...verify, '--escrow', pool.chain.venue.escrow, '--replay'], { cwd: project.dir })
  const facts = JSON.parse(verified.stdout) as { problems: unknown[]; whole: boolean; counts: Record<string, number> }
  expect(facts.problems).toEqual([])
  expect(facts.counts.leases).toBeGreaterThan(report.work.shards)
  expect(facts.counts.paidLeases).toBe(facts.counts.leases)
}, 300_000)
