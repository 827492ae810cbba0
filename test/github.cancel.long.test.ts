// Jobs that are cancelled while a pool works for them, as GitHub cancels them: SIGINT, SIGTERM later, then a kill; and the post step.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zBytes32 } from '../src/protocol/primitives.ts'
import { zReport } from '../src/report/report.ts'
import { type GithubProject, githubProject } from './harness/githubJob.ts'
import { startTestPool, type TestPool } from './harness/testPool.ts'
import { runStep } from './servers/githubRunner.ts'

let project: GithubProject
let pool: TestPool
let head = ''
beforeAll(async () => {
  project = await githubProject('findings')
  head = project.commit('a forgetful purse')
  pool = await startTestPool(1)
}, 180_000)
afterAll(async () => {
  await pool?.stop()
  await project.close()
  expect(project.github.violations).toEqual([])
})

test.each<[event: string, signals: readonly NodeJS.Signals[]]>([
  ['workflow_dispatch', ['SIGTERM']],
  ['push', ['SIGINT', 'SIGTERM', 'SIGKILL']],
])(
  'a job for %s that gets %j is settled by its end, once, and is not green',
  { timeout: 240_000 },
  async (eventName, signals) => {
    const event = { repository: { private: false } }
    const inputs = {
      ...{ solc: path.resolve(import.meta.dirname, '../scripts/solc.mjs'), budget: '240s' },
      ...{ 'slice-time': '1s', 'shard-time': '2s', workers: '1', match: 'neverSpends', cache: 'false' },
      ...{ relay: pool.relayUrl, 'rpc-url': pool.chain.anvil.rpcUrl, account: pool.chain.account },
      key: pool.chain.spenderKey,
    }
    const checks = project.github.state.checks.length
    let job: string | undefined
    let sent = false
    let works = false
    const main = await project.run(eventName, event, {
      inputs,
      onLine: (line, stop) => {
        job ??= /job (0x[0-9a-f]{64}) is open/.exec(line)?.[1]
        works ||= / [1-9]\d*\/\d+ shards/.test(line)
        if (!works || sent) return
        sent = true
        for (const signal of signals) stop(signal)
      },
    })
    expect(main.outputs.get('verdict')).not.toBe('passed')
    const post = await runStep({
      program: path.resolve(import.meta.dirname, '../dist/post.mjs'),
      workspace: project.repository,
      inputs: { ...inputs, token: 'token' },
      event,
      state: main.state,
      env: {
        ...{ GITHUB_API_URL: project.github.url, GITHUB_REPOSITORY: project.github.state.repository },
        ...{ GITHUB_EVENT_NAME: eventName, GITHUB_SHA: head, GITHUB_RUN_ID: String(project.lastRun()) },
        GITHUB_REF: 'refs/heads/main',
        RUNNER_TEMP: path.join(path.dirname(project.repository), 'temp'),
      },
    })
    expect(post.code).toBe(0)
    const ended = main.outputs.has('report-json') ? main : post
    // Whoever came to it settled it: the post step says nothing of a job that is settled.
    expect([main.signal, ended === main ? post.log : ''], post.log).toEqual([ended === main ? null : 'SIGKILL', ''])
    expect([...ended.outputs.keys()], `${main.log.slice(-800)}\n== post\n${post.log}`).toContain('report-json')
    const report = zReport.parse(JSON.parse(readFileSync(ended.outputs.get('report-json') ?? '', 'utf8')))
    expect(report).toMatchObject({ mode: 'pool', verdict: 'neutral', job })
    expect(project.github.state.checks.slice(checks)).toMatchObject([{ conclusion: 'neutral', head_sha: head }])
    const settled = (await pool.chain.owner.job(zBytes32.parse(job)))!
    expect(settled.state).toBe('settled')
    expect(settled.totalUnits).toBeGreaterThan(0n)
    expect(settled.totalUnits * 2n).toBeLessThan(settled.lockUnits)
  },
)
