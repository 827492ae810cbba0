import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { connectWorld } from '../src/requester/connectWorld.ts'
import { loadOptions } from '../src/requester/loadOptions.ts'
import { freshNonce, runBurst } from '../src/requester/runBurst.ts'
import { copyProject, solc } from '../test/harness/copyProject.ts'
import { startTestPool } from '../test/harness/testPool.ts'
import { plainForge } from './lib/plainForge.ts'
import { processCpuSeconds } from './lib/processCpu.ts'

/**
 * What the pool costs beside plain `forge test`, as ratios:
 * - overhead: CPU of the workers (their whole process trees) per execution over CPU of plain forge per execution;
 * - speed-up: wall time of the fuzzing with one worker over the same with two, audits off and on.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean' }, budget: { type: 'string', default: '60' } } })
const say = (line: string): void => {
  if (!values.json) process.stderr.write(`${line}\n`)
}

interface Measured {
  readonly wallSeconds: number
  readonly workerCpuSeconds: number
  /** CPU of the slices alone, sandbox and start-up included. */
  readonly sliceCpuSeconds: number
  readonly executions: number
  readonly fuzzRuns: number
  readonly invariantRuns: number
}

/** One burst through a fresh pool. */
async function measure(workers: number, auditRate: number): Promise<Measured> {
  const project = copyProject('test/fixtures/passing')
  const pool = await startTestPool(workers)
  try {
    const processes = pool.workers()
    await Promise.all(processes.map((one) => one.line(/worker started/)))
    const options = {
      ...(await loadOptions(project.dir, {
        solc,
        budget: values.budget,
        // The shortest default slices: start-up weighs most.
        'slice-time': 5,
        'shard-time': 10,
        workers: 2,
        jobs: 1,
      })),
      'audit-rate': auditRate,
    }
    let opened = 0
    let ended = 0
    const deps = await connectWorld({
      root: project.dir,
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
      say: (line) => {
        if (/ is open$/.test(line)) opened = performance.now()
      },
      progress: (progress) => {
        if (progress.phase === 'settling') ended = performance.now()
      },
    })
    const funding = {
      relay: pool.relayUrl,
      rpcUrl: pool.chain.anvil.rpcUrl,
      account: pool.chain.account,
      spenderKey: pool.chain.spenderKey,
      nonce: freshNonce(deps),
    }
    const before = processes.map((one) => processCpuSeconds(one.pid))
    const report = await runBurst({ root: project.dir, options, funding, visibility: 'public', commit: null }, deps)
    const after = processes.map((one) => processCpuSeconds(one.pid))
    const runs = (kind: string): number =>
      report.targets.filter((target) => target.kind === kind).reduce((sum, target) => sum + target.executions, 0)
    return {
      wallSeconds: (ended - opened) / 1_000,
      workerCpuSeconds: after.reduce((sum, cpu, i) => sum + cpu - before[i]!, 0),
      sliceCpuSeconds: report.work.cpuSeconds,
      executions: report.work.executions,
      fuzzRuns: runs('fuzz'),
      // Calls over the fixture's depth of 32.
      invariantRuns: Math.round(runs('invariant') / 32),
    }
  } finally {
    await pool.stop()
    project.remove()
  }
}

say('two workers, audits off …')
const two = await measure(2, 0)
say('one worker, audits off …')
const one = await measure(1, 0)
say('two workers, audits on …')
const audited = await measure(2, 0.05)
say('plain forge …')
const copy = copyProject('test/fixtures/passing')
/** Some campaigns cost more than others: three seeds share the budget. */
const plainRuns = []
for (const seed of ['0x7', '0x8', '0x9'])
  plainRuns.push(
    await plainForge(copy.dir, seed, {
      fuzzRuns: Math.ceil(two.fuzzRuns / 3),
      invariantRuns: Math.ceil(two.invariantRuns / 3),
    }),
  )
copy.remove()
const plain = {
  cpuSeconds: plainRuns.reduce((sum, run) => sum + run.cpuSeconds, 0),
  executions: plainRuns.reduce((sum, run) => sum + run.executions, 0),
}

const overhead = two.workerCpuSeconds / two.executions / (plain.cpuSeconds / plain.executions)
const results = {
  overhead: { ratio: overhead, target: 1.1 },
  speedUp: { ratio: one.wallSeconds / one.executions / (two.wallSeconds / two.executions), target: 1.8 },
  speedUpAudited: { ratio: one.wallSeconds / one.executions / (audited.wallSeconds / audited.executions), target: 1.6 },
}
if (values.json) process.stdout.write(`${JSON.stringify({ ...results, raw: { two, one, audited, plain } })}\n`)
else {
  const row = (name: string, ratio: number, target: string): string =>
    `${name.padEnd(64)} ${ratio.toFixed(2)}  (target ${target})\n`
  process.stdout.write(
    row('CPU of the workers over CPU of plain forge, per execution', overhead, '<= 1.10') +
      row('fuzzing with two workers over one, audits off', results.speedUp.ratio, '>= 1.8') +
      row('fuzzing with two workers over one, audits on', results.speedUpAudited.ratio, '>= 1.6'),
  )
}
