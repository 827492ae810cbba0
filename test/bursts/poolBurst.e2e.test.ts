import { privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Report, zReport } from '../../src/report/report.ts'
import { copyProject, solc } from '../harness/copyProject.ts'
import { runCli, startCli } from '../harness/runCli.ts'
import { startTestPool, type TestPool } from '../harness/testPool.ts'

let pool: TestPool
let project: ReturnType<typeof copyProject>
beforeAll(async () => {
  project = copyProject('test/fixtures/findings')
  pool = await startTestPool(2)
}, 180_000)
afterAll(async () => {
  await pool?.stop()
  project.remove()
})

const budget = ['--budget', '24s', '--slice-time', '1s', '--shard-time', '4s', '--workers', '2', '--slot-price', '0.02']
const found = ['invariant_coinsAreReceivedLessSpent', 'testFuzz_nothingIsForgotten']
const names = (report: Report): string[] =>
  [...new Set(report.findings.map((finding) => finding.test.replace(/\(.*/, '')))].sort()
const args = (...more: string[]): string[] => [
  'run',
  '--public',
  '--solc',
  solc,
  '--json',
  ...budget,
  ...pool.flags,
  ...more,
]

/** Bursts of this file that were settled, whose accounts the last test settles. */
const settled: Report[] = []

/** The chain knows the total that the report speaks of. */
async function isPaid(report: Report): Promise<void> {
  const job = (await pool.chain.owner.job(report.job!))!
  expect(job.state).toBe('settled')
  expect(job.totalUnits).toBe(report.workers.reduce((sum, worker) => sum + worker.earnedUnits, 0n))
  settled.push(report)
}

test('more than the account holds is refused in figures, and the burst runs on the runner', async () => {
  const { owner, account } = pool.chain
  const key = `0x${'79'.repeat(32)}` as const
  const caps = { maxPerJobUnits: 10n ** 12n, maxPerDayUnits: 10n ** 12n }
  await owner.setSpender(account, privateKeyToAddress(key), { ...caps, expires: (await owner.now()) + 86_400 })
  const env = { FUZZBURST_KEY: key }
  const end = await runCli(args('--slot-price', '400', '--budget', '6s'), { cwd: project.dir, env })
  expect(end.stderr).toContain('error FB2003')
  expect(end.stderr).toContain('tUSDC')
  expect(zReport.parse(JSON.parse(end.stdout)).mode).toBe('fallback')
}, 240_000)

test('more than the key may spend is refused in figures, and the burst runs on the runner', async () => {
  const end = await runCli(args('--slot-price', '4', '--budget', '6s'), { cwd: project.dir, env: pool.env })
  expect(end.stderr).toContain('error FB2004')
  expect(end.stderr).toContain('tUSDC')
  expect(zReport.parse(JSON.parse(end.stdout)).mode).toBe('fallback')
}, 240_000)

test('a key that may not spend is refused, and the burst runs on the runner', async () => {
  const end = await runCli(args('--budget', '6s'), { cwd: project.dir, env: { FUZZBURST_KEY: `0x${'77'.repeat(32)}` } })
  expect(end.stderr).toContain('error FB2005')
  expect(zReport.parse(JSON.parse(end.stdout)).mode).toBe('fallback')
}, 240_000)

test('a chain that does not answer is said loudly, and the burst runs on the runner', async () => {
  const flags = args('--budget', '6s').map((arg) => (arg === pool.chain.anvil.rpcUrl ? 'http://127.0.0.1:9' : arg))
  const end = await runCli(flags, { cwd: project.dir, env: pool.env })
  expect(end.stderr).toContain('error FB2001')
  expect(end.stderr).toContain('THE POOL IS NOT USED')
  expect(zReport.parse(JSON.parse(end.stdout)).mode).toBe('fallback')
}, 240_000)

test('a key whose time is over is refused, and the burst runs on the runner', async () => {
  const { owner, account, anvil } = pool.chain
  const key = `0x${'78'.repeat(32)}` as const
  const caps = { maxPerJobUnits: 1_000_000n, maxPerDayUnits: 1_000_000n }
  await owner.setSpender(account, privateKeyToAddress(key), { ...caps, expires: (await owner.now()) + 2 })
  await anvil.advanceSeconds(3)
  const end = await runCli(args('--budget', '6s'), { cwd: project.dir, env: { FUZZBURST_KEY: key } })
  expect(end.stderr).toContain('error FB2005')
  expect(end.stderr).toMatch(/expired/)
  expect(zReport.parse(JSON.parse(end.stdout)).mode).toBe('fallback')
}, 240_000)

test('code that nobody called public does not go to a public pool', async () => {
  const unsaid = args('--budget', '6s').filter((arg) => arg !== '--public')
  const end = await runCli(unsaid, { cwd: project.dir, env: pool.env })
  expect(end.stderr).toContain('error FB1011')
  expect(zReport.parse(JSON.parse(end.stdout)).mode).toBe('fallback')
}, 240_000)

test('a burst through strangers’ machines finds the bugs, pays for every shard, and every unit is accounted for', async () => {
  const end = await runCli(args(), { cwd: project.dir, env: pool.env })
  expect(end.code, end.stderr).toBe(1)
  const report = zReport.parse(JSON.parse(end.stdout))
  expect(report.mode).toBe('pool')
  expect(report.fallbackReason).toBeNull()
  expect(names(report)).toEqual(found)
  expect(report.audit.mismatches).toEqual([])
  expect(report.workers.every((worker) => worker.refused.length === 0)).toBe(true)
  await isPaid(report)
}, 300_000)

test('a worker killed in mid-burst costs its shard a re-lease and nothing else', async () => {
  const victim = pool.addWorker(2)
  await victim.line(/worker started/)
  const running = startCli(args(), { cwd: project.dir, env: pool.env })
  await victim.line(/lease taken/)
  process.kill(victim.pid, 'SIGKILL')
  const end = await running.end
  const report = zReport.parse(JSON.parse(end.stdout))
  expect(names(report)).toEqual(found)
  expect(report.work.slicesDone).toBe(report.work.slices)
  await isPaid(report)
}, 300_000)

test('a relay killed in mid-burst and started again loses nothing', async () => {
  const running = startCli(args(), { cwd: project.dir, env: pool.env })
  await running.seen(/job 0x[0-9a-f]{64} is open/)
  await pool.restartRelay()
  const end = await running.end
  const report = zReport.parse(JSON.parse(end.stdout))
  expect(report.mode).toBe('pool')
  expect(names(report)).toEqual(found)
  expect(report.work.slicesDone).toBe(report.work.slices)
  await isPaid(report)
}, 300_000)

test('a requester killed in mid-burst takes its job up again and pays nothing twice', async () => {
  const running = startCli(args(), { cwd: project.dir, env: pool.env })
  const [, job] = await running.seen(/job (0x[0-9a-f]{64}) is open/)
  running.child.kill('SIGKILL')
  await running.end
  const end = await runCli(args('--resume', job!), { cwd: project.dir, env: pool.env })
  const report = zReport.parse(JSON.parse(end.stdout))
  expect(report.job).toBe(job)
  expect(names(report)).toEqual(found)
  expect(report.work.slicesDone).toBe(report.work.slices)
  await isPaid(report)
  const again = await runCli(args('--resume', job!), { cwd: project.dir, env: pool.env })
  expect(again.code).toBe(2)
  expect(again.stderr).toContain('error FB1014')
}, 300_000)

test('after the contest window everybody has claimed, and what went in is what came out, to the last unit', async () => {
  const { chain } = pool
  expect(settled.length).toBe(4)
  await chain.anvil.advanceSeconds(86_401)
  let outUnits = 0n
  for (const report of settled) {
    const { totalUnits } = (await chain.owner.job(report.job!))!
    await expect
      .poll(async () => (await chain.owner.job(report.job!))!.claimedUnits, { timeout: 60_000 })
      .toBe(totalUnits)
    await chain.owner.close(report.job!)
    const closed = (await chain.owner.job(report.job!))!
    outUnits += totalUnits + closed.relayerFeeUnits
  }
  const account = (await chain.owner.account(chain.account))!
  expect(account.lockedUnits).toBe(0n)
  expect(account.balanceUnits).toBe(chain.depositUnits - outUnits)
}, 300_000)
