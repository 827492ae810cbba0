import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Bytes32, zBytes32 } from '../src/protocol/primitives.ts'
import { readCommentState } from '../src/report/commentState.ts'
import { type Report, zReport } from '../src/report/report.ts'
import { pullRequestEvent } from './harness/githubEvents.ts'
import { type GithubProject, githubProject } from './harness/githubJob.ts'
import { startTestPool, type TestPool } from './harness/testPool.ts'
import { runStep, type Step, type StepEnd } from './servers/githubRunner.ts'

// The bundled Action for pull requests of one repository, several at once, paid through a real chain, relay and workers.

/** Pull requests at the same time. */
const AT_ONCE = 10

let project: GithubProject
let pool: TestPool
let base = ''
beforeAll(async () => {
  project = await githubProject('findings')
  base = project.commit('a forgetful purse')
  pool = await startTestPool(2)
  for (let number = 2; number < 3 + AT_ONCE; number++)
    project.github.state.pulls.push({
      number,
      state: 'open',
      head: { ref: `change-${number}`, sha: base, repository: 'Codertocat/Hello-World' },
      base: { ref: 'main', sha: base },
      files: [],
    })
}, 180_000)
afterAll(async () => {
  await pool?.stop()
  await project.close()
  expect(project.github.violations).toEqual([])
})

/** A push to a pull request: its commit, a checkout of its own, and how its job runs there. */
interface Push {
  readonly head: string
  run(more?: Pick<Partial<Step>, 'inputs' | 'env' | 'onLine'>): Promise<StepEnd>
  /** The post step of a job whose main step ended so. */
  post(main: StepEnd): Promise<StepEnd>
}

let pushes = 0
function push(pull: number, words: string): Push {
  const n = ++pushes
  const folder = path.join(path.dirname(project.repository), `push-${n}`)
  // The base again: every push is a force-push, none descends from the one before.
  project.git('checkout', '-q', '--detach', base)
  writeFileSync(path.join(project.repository, 'CHANGES.md'), `${words}\n`)
  const head = project.commit(words)
  execFileSync('git', ['clone', '-q', project.repository, folder], { stdio: 'ignore' })
  execFileSync('git', ['-C', folder, 'checkout', '-q', '--detach', head], { stdio: 'ignore' })
  const temp = path.join(folder, '..', `temp-${n}`)
  mkdirSync(temp)
  const inputs = {
    ...{ solc: path.resolve(import.meta.dirname, '../scripts/solc.mjs'), match: 'testFuzz_', targets: 'all' },
    ...{ budget: '4s', 'slice-time': '1s', 'shard-time': '2s', workers: '2', token: 'token' },
    ...{ relay: pool.relayUrl, 'rpc-url': pool.chain.anvil.rpcUrl },
    ...{ account: pool.chain.account, key: pool.chain.spenderKey },
  }
  // A base that nobody has: what is found counts as new.
  const event = pullRequestEvent({ head, base: 'f'.repeat(40) })
  event.pull_request.number = pull
  event.number = pull
  const env = {
    ...{ GITHUB_SHA: head, GITHUB_REF: `refs/pull/${pull}/merge`, RUNNER_TEMP: temp },
    ...{ GITHUB_WORKFLOW: 'fuzz', GITHUB_JOB: 'fuzz' },
  }
  let last: Record<string, string> = {}
  return {
    head,
    run: (more = {}) => {
      last = { ...env, ...more.env }
      return project.run('pull_request', event, {
        ...more,
        workspace: folder,
        inputs: { ...inputs, ...more.inputs },
        env: last,
      })
    },
    post: (main) =>
      runStep({
        program: path.resolve(import.meta.dirname, '../dist/post.mjs'),
        workspace: folder,
        inputs,
        event,
        state: main.state,
        env: { ...last, GITHUB_API_URL: project.github.url, GITHUB_REPOSITORY: 'Codertocat/Hello-World' },
      }),
  }
}

const readReport = (end: StepEnd): Report =>
  zReport.parse(JSON.parse(readFileSync(end.outputs.get('report-json') ?? '', 'utf8')))
const commentsOf = (pull: number) => project.github.state.comments.filter(({ issue }) => issue === pull)
const openedJob = (log: string): Bytes32 => zBytes32.parse(/job (0x[0-9a-f]{64}) is open/.exec(log)?.[1])
const spentToday = async (): Promise<bigint> => {
  const { owner, account, spenderKey } = pool.chain
  const spender = await owner.spender(account, privateKeyToAddress(spenderKey))
  return spender!.maxPerDayUnits - spender!.leftTodayUnits
}

test('a second push cancels the burst of the first one: its money returns, and the comment is the second one’s', {
  timeout: 400_000,
}, async () => {
  const first = push(2, 'the first push')
  const second = push(2, 'a force-push that takes it back')
  let newer: Promise<StepEnd> | undefined
  const older = await first.run({
    inputs: { budget: '240s' },
    onLine: (line) => {
      if (newer === undefined && /job 0x[0-9a-f]{64} is open/.test(line)) newer = second.run()
    },
  })
  const end = await newer!
  expect(readReport(end), end.log).toMatchObject({ mode: 'pool', superseded: false, verdict: 'failed' })
  expect(end.log).toContain(`job ${openedJob(older.log)} of an older run for this pull request is cancelled`)
  const report = readReport(older)
  expect(report, older.log).toMatchObject({ mode: 'pool', superseded: true })
  expect(report.verdict).not.toBe('passed')
  expect(report.verdictReasons[0]).toContain('A newer run took its place')
  expect([older.code, project.github.state.checks.find(({ head_sha }) => head_sha === first.head)?.conclusion]).toEqual(
    [1, report.verdict === 'failed' ? 'failure' : 'neutral'],
  )
  const [comment, ...more] = commentsOf(2)
  expect(more).toEqual([])
  expect(readCommentState(comment!.body)).toMatchObject({ sha: second.head })
  // Four minutes were locked for; workers are paid for what they had done.
  const job = (await pool.chain.owner.job(openedJob(older.log)))!
  expect(job.state).toBe('settled')
  expect(job.totalUnits * 2n).toBeLessThan(job.lockUnits)
  expect(report.money?.refundUnits).toBe(job.lockUnits - job.totalUnits - job.relayerFeeUnits)
})

test('a run whose place a newer one has taken while it was building opens nothing', { timeout: 200_000 }, async () => {
  const before = await spentToday()
  // The run before both: its number is lower than that of any job for this pull request.
  const late = await push(2, 'an old run that is slow').run({ env: { GITHUB_RUN_ID: '7' } })
  expect(late.log).not.toMatch(/job 0x[0-9a-f]{64} is open/)
  expect(readReport(late)).toMatchObject({ verdict: 'neutral', superseded: true, job: null })
  expect(readReport(late).verdictReasons[0]).toContain('A newer run for this pull request has opened its burst')
  expect(await spentToday()).toBe(before)
  expect(commentsOf(2)).toHaveLength(1)
})

test('a re-run of a job that was killed cancels what the killed one left open, whose post step settles it', {
  timeout: 300_000,
}, async () => {
  const one = push(3, 'killed and run again')
  const env = { GITHUB_RUN_ID: '50', GITHUB_RUN_ATTEMPT: '1' }
  const killed = await one.run({
    env,
    inputs: { budget: '240s' },
    onLine: (line, stop) => {
      if (/job 0x[0-9a-f]{64} is open/.test(line)) stop('SIGKILL')
    },
  })
  const job = openedJob(killed.log)
  const again = await push(3, 'killed and run again').run({ env: { ...env, GITHUB_RUN_ATTEMPT: '2' } })
  expect(again.log).toContain(`job ${job} of an older run for this pull request is cancelled`)
  expect(readReport(again)).toMatchObject({ mode: 'pool', superseded: false })
  await one.post(killed)
  const settled = (await pool.chain.owner.job(job))!
  expect(settled.state).toBe('settled')
  expect(settled.totalUnits * 2n).toBeLessThan(settled.lockUnits)
  expect(commentsOf(3)).toHaveLength(1)
})

test('what a pull request may cost is the sum over its runs: above it nothing is locked, and nothing is green', {
  timeout: 200_000,
}, async () => {
  const before = await spentToday()
  const refused = await push(2, 'one push too many').run({
    inputs: { 'max-spend-per-pr': '0.08', match: 'neverSpends' },
  })
  expect(refused.log).toMatch(/error FB2090: `max-spend-per-pr` is 0\.08 tUSDC, of which 0(\.0\d+)? tUSDC is left/)
  expect([refused.code, readReport(refused)]).toMatchObject([1, { verdict: 'neutral', mode: 'fallback', findings: [] }])
  expect(refused.summary).toContain('A limit on spending was reached')
  const daily = await push(3, 'one push too many today').run({
    inputs: { 'max-spend-per-day': '0.1', match: 'neverSpends' },
  })
  expect(daily.log).toContain('error FB2090: `max-spend-per-day`')
  expect(await spentToday()).toBe(before)
  // Another pull request has its own sum; what is left of each limit is in comment, summary and report.
  const free = await push(4, 'the first push of another').run({
    inputs: { 'max-spend': '1', 'max-spend-per-pr': '2', 'max-spend-per-day': '19' },
  })
  const { money } = readReport(free)
  const spent = money!.paidUnits + money!.relayerFeeUnits
  expect(money!.caps).toEqual([
    { name: 'max-spend', capUnits: 1_000_000n, leftUnits: 1_000_000n - spent },
    { name: 'max-spend-per-pr', capUnits: 2_000_000n, leftUnits: 2_000_000n - spent },
    { name: 'max-spend-per-day', capUnits: 19_000_000n, leftUnits: 19_000_000n - (await spentToday()) },
    { name: 'key-per-day', capUnits: 20_000_000n, leftUnits: 20_000_000n - (await spentToday()) },
  ])
  for (const text of [free.summary, commentsOf(4)[0]!.body])
    for (const words of [
      'limit for this pull request',
      'per fuzz-hour',
      'left in the account',
      'hosted Linux 2-core runner',
    ])
      expect(text).toContain(words)
})

test('ten pull requests at once: a job, a check and one comment each, and nothing is paid twice', {
  timeout: 540_000,
}, async () => {
  const before = await spentToday()
  const bursts = Array.from({ length: AT_ONCE }, (_, i) => ({ pull: i + 3, push: push(i + 3, `change ${i}`) }))
  const ends = await Promise.all(bursts.map(({ push: one }) => one.run({ env: { GITHUB_RUN_ATTEMPT: '1' } })))
  const reports = ends.map(readReport)
  expect(reports.map(({ mode, verdict }) => [mode, verdict])).toEqual(bursts.map(() => ['pool', 'failed']))
  const jobs = reports.map(({ job }) => job!)
  expect(new Set(jobs).size).toBe(AT_ONCE)
  const onChain = await Promise.all(jobs.map((job) => pool.chain.owner.job(job)))
  expect(onChain.map((job) => job?.state)).toEqual(jobs.map(() => 'settled'))
  expect(onChain.map((job) => job?.totalUnits)).toEqual(reports.map(({ money }) => money?.paidUnits))
  expect((await spentToday()) - before).toBe(onChain.reduce((sum, job) => sum + job!.lockUnits, 0n))
  for (const { pull, push: one } of bursts) {
    expect(commentsOf(pull).map(({ body }) => readCommentState(body)?.sha)).toEqual([one.head])
    expect(project.github.state.checks.filter(({ head_sha }) => head_sha === one.head)).toHaveLength(1)
  }
})
