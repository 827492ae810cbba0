import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoChain, startDemoChain } from '../../src/cli/demo/demoChain.ts'
import { type DemoPool, startDemoPool } from '../../src/cli/demo/demoPool.ts'
import { zBytes32 } from '../../src/protocol/primitives.ts'
import { zReport } from '../../src/report/report.ts'
import { runStep, type Step, type StepEnd } from '../servers/githubRunner.ts'

const root = path.resolve(import.meta.dirname, '../..')
const publicEvent = { repository: { private: false, visibility: 'public' } }
const privateEvent = { repository: { private: true, visibility: 'private' } }

let folder: string
let repository: string
let chain: DemoChain
let pool: DemoPool

// The real chain, the real contracts, the real relay and two real workers, each a process of its own.
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'fuzzburst-action-pool-')))
  repository = path.join(folder, 'repository')
  cpSync(path.join(root, 'examples', 'vault'), repository, {
    recursive: true,
    filter: (source) => !/\/(\.fuzzburst|out|cache)$/.test(source),
  })
  const say = (): void => {}
  chain = await startDemoChain(say)
  pool = await startDemoPool(chain, path.join(folder, 'pool'), 2, say)
})
afterAll(async () => {
  await pool?.stop()
  await chain?.anvil.stop()
  rmSync(folder, { recursive: true, force: true })
})

const inputs = (): Record<string, string> => ({
  solc: path.join(root, 'scripts', 'solc.mjs'),
  budget: '24s',
  'slice-time': '2s',
  'shard-time': '6s',
  workers: '2',
  relay: pool.relayUrl,
  'rpc-url': chain.anvil.rpcUrl,
  account: chain.account,
  key: chain.spenderKey,
})
const step = (program: string, more: Partial<Step> = {}): Promise<StepEnd> =>
  runStep({
    program: path.join(root, 'dist', program),
    workspace: repository,
    inputs: inputs(),
    event: publicEvent,
    // All steps of a job share it.
    env: { RUNNER_TEMP: path.join(folder, 'temp') },
    ...more,
  })

test('code of a repository that is not public does not go to a public pool', async () => {
  const before = await chain.owner.account(chain.account)
  const end = await step('main.mjs', { event: privateEvent, inputs: { ...inputs(), budget: '6s', match: 'testFuzz_' } })
  const report = zReport.parse(JSON.parse(readFileSync(end.outputs.get('report-json') ?? '', 'utf8')))
  expect(report).toMatchObject({ mode: 'fallback', job: null })
  expect(report.fallbackReason).toMatch(/^FB1011: /)
  expect(await chain.owner.account(chain.account)).toEqual(before)
})

test('a burst through the pool finds planted bugs, pays for them and leaves nothing to the post step', {
  timeout: 300_000,
}, async () => {
  const end = await step('main.mjs')
  expect(end.outputs.get('verdict'), end.log).toBe('failed')
  expect(end.code).toBe(1)
  const report = zReport.parse(JSON.parse(readFileSync(end.outputs.get('report-json') ?? '', 'utf8')))
  expect(report).toMatchObject({ mode: 'pool', verdict: 'failed', fallbackReason: null })
  expect(report.findings.length).toBeGreaterThan(0)
  expect(report.workers.some((worker) => worker.earnedUnits > 0n)).toBe(true)
  expect(Number(end.outputs.get('spent'))).toBeGreaterThan(0)
  expect(end.log.replaceAll(/::add-mask::.*\n/g, '')).not.toContain(chain.spenderKey.slice(2))
  expect(await chain.owner.job(zBytes32.parse(end.outputs.get('job')))).toMatchObject({ state: 'settled' })
  expect(await step('post.mjs', { state: end.state })).toMatchObject({ code: 0, log: '' })
})

test('a main step that is killed in mid-burst is settled by the post step', async () => {
  let job: string | undefined
  const killed = await step('main.mjs', {
    onLine(line, stop) {
      job ??= /job (0x[0-9a-f]{64}) is open/.exec(line)?.[1]
      if (job !== undefined) stop('SIGKILL')
    },
  })
  expect(killed.signal).toBe('SIGKILL')
  expect(await chain.owner.job(zBytes32.parse(job))).toMatchObject({ state: 'open' })
  const post = await step('post.mjs', { state: killed.state })
  expect(post.code).toBe(0)
  expect(post.outputs.get('job')).toBe(job)
  expect(await chain.owner.job(zBytes32.parse(job))).toMatchObject({ state: 'settled' })
})

test('a cancelled job ends in order by itself when it has the time', async () => {
  let job: string | undefined
  const cancelled = await step('main.mjs', {
    onLine(line, stop) {
      if (job !== undefined) return
      job = /job (0x[0-9a-f]{64}) is open/.exec(line)?.[1]
      if (job !== undefined) stop('SIGINT')
    },
  })
  expect(cancelled.signal).toBe(null)
  expect(cancelled.outputs.get('verdict')).not.toBe('passed')
  expect(await chain.owner.job(zBytes32.parse(job))).toMatchObject({ state: 'settled' })
})
