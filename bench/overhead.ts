import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { copyProject } from '../test/harness/copyProject.ts'
import { startTestPool } from '../test/harness/testPool.ts'
import { type MeasuredBurst, measuredBurst } from './lib/measuredBurst.ts'
import { type PlainRun, plainForge } from './lib/plainForge.ts'

/**
 * What the pool costs beside plain `forge test`, as ratios:
 * - overhead: CPU of a worker (its whole process tree) per execution over CPU of plain forge per execution, both sharing
 *   one core for the same time, because machines change their speed by the second;
 * - speed-up: wall time of the fuzzing with one worker over the same with two, audits out of the way and beside them;
 * - machine: the same speed-up of plain forge processes, with nothing of ours: what the two cores give at best;
 * - busy: share of the time of two workers in which their slices ran.
 * The median of the rounds counts.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
})
const { only } = values
if (only !== undefined && only !== 'overhead' && only !== 'speed') throw new Error('--only must be overhead or speed')
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds must be a whole number, 1 or more')
const say = (line: string): void => {
  if (!values.json) process.stderr.write(`${line}\n`)
}
/** Slices and shards as users have them when they set nothing. */
const DEFAULT_SIZE = { budget: '60', sliceSeconds: 7, shardSeconds: 60 }
/** Short shards, so that two workers end at about the same time: the wall time of a short burst is all waiting otherwise. */
const SHORT_SIZE = { budget: '40', sliceSeconds: 5, shardSeconds: 10 }
/** Enough paid shards for both workers to be no longer new: afterwards audits are what they are for a standing pool. */
const WARM_UP = { budget: '30', sliceSeconds: 1, shardSeconds: 1 }

/** The core that a worker and plain forge share while their costs are compared. */
const SHARED_CORE = 0

/** All threads of the processes, and what they start from now on. @param cores as taskset(1) lists them */
function pinToCore(processes: readonly { readonly pid: number }[], cores: string): void {
  for (const { pid } of processes) execFileSync('taskset', ['-apc', cores, String(pid)], { stdio: 'ignore' })
}

/** Ratios of one round, and what they were worked out from. */
interface Round {
  readonly ratios: Readonly<Record<string, number>>
  readonly measured: Readonly<Record<string, MeasuredBurst | PlainRun>>
}

const perExecution = (value: number, { executions }: { readonly executions: number }): number => value / executions

/** A worker and plain forge do the same on one core, at the same time. */
async function overheadRound(seed: string, budget: MeasuredBurst): Promise<Round> {
  pinToCore(lone.workers(), String(SHARED_CORE))
  const [worker, plain] = await Promise.all([
    measuredBurst(project.dir, lone, 'after', DEFAULT_SIZE),
    plainForge(plainProject.dir, [seed], budget, SHARED_CORE),
  ])
  pinToCore(lone.workers(), `0-${availableParallelism() - 1}`)
  const plainCpu = perExecution(plain.cpuSeconds, plain)
  return {
    ratios: {
      overhead: perExecution(worker.workerCpuSeconds, worker) / plainCpu,
      slices: perExecution(worker.sliceCpuSeconds, worker) / plainCpu,
    },
    measured: { worker, plain },
  }
}

/** The same campaign with one worker and with two, beside plain forge with one process and with two. */
async function speedRound(seeds: readonly [string, string]): Promise<Round> {
  const one = await measuredBurst(project.dir, lone, 'after', SHORT_SIZE)
  const half = { fuzzRuns: Math.ceil(one.fuzzRuns / 2), invariantRuns: Math.ceil(one.invariantRuns / 2) }
  const plainOne = await plainForge(plainProject.dir, [seeds[0]], half)
  const two = await measuredBurst(project.dir, pair, 'after', SHORT_SIZE)
  const plainTwo = await plainForge(plainProject.dir, seeds, half)
  const audited = await measuredBurst(project.dir, pair, 'beside', SHORT_SIZE)
  const alone = perExecution(one.wallSeconds, one)
  return {
    ratios: {
      speedUp: alone / perExecution(two.wallSeconds, two),
      speedUpAudited: alone / perExecution(audited.wallSeconds, audited),
      machine: perExecution(plainOne.wallSeconds, plainOne) / perExecution(plainTwo.wallSeconds, plainTwo),
      busy: two.sliceCpuSeconds / (2 * two.wallSeconds),
    },
    measured: { one, two, audited, plainOne, plainTwo },
  }
}

const project = copyProject('test/fixtures/passing')
const plainProject = copyProject('test/fixtures/passing')
const [lone, pair] = await Promise.all([startTestPool(1), startTestPool(2)])
const measured: Round[] = []
try {
  await Promise.all([...lone.workers(), ...pair.workers()].map((one) => one.line(/worker started/)))
  const seed = (round: number, n: number): string => `0x${(round * 10 + n).toString(16)}`
  const keep = (round: number, one: Round): void => {
    measured.push(one)
    const words = Object.entries(one.ratios).map(([name, ratio]) => `${name} ${ratio.toFixed(3)}`)
    say(`round ${round} of ${rounds}: ${words.join(', ')}`)
  }
  if (only !== 'speed') {
    say('what does the plan hold? …')
    const budget = await measuredBurst(project.dir, lone, 'after', DEFAULT_SIZE)
    for (let round = 1; round <= rounds; round++) keep(round, await overheadRound(seed(round, 1), budget))
  }
  if (only !== 'overhead') {
    say('two new workers become known ones …')
    await measuredBurst(project.dir, pair, 'beside', WARM_UP)
    for (let round = 1; round <= rounds; round++) keep(round, await speedRound([seed(round, 2), seed(round, 3)]))
  }
} finally {
  await Promise.all([lone.stop(), pair.stop()])
  project.remove()
  plainProject.remove()
}

const ROWS = [
  { name: 'overhead', text: 'CPU of a worker over CPU of plain forge, per execution', target: '<= 1.10' },
  { name: 'slices', text: 'of that: CPU of its slices alone', target: null },
  { name: 'speedUp', text: 'fuzzing with two workers over one, audits on another machine', target: '>= 1.80' },
  { name: 'speedUpAudited', text: 'fuzzing with two workers over one, audits on the same cores', target: '>= 1.60' },
  { name: 'machine', text: 'two plain forge processes over one, on this machine', target: null },
  { name: 'busy', text: 'share of the time of two workers in which slices ran', target: null },
]

const summary = ROWS.flatMap(({ name, ...row }) => {
  const sorted = measured.flatMap(({ ratios }) => ratios[name] ?? []).sort((a, b) => a - b)
  if (sorted.length === 0) return []
  const middle = sorted.length / 2
  const ratio = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2
  return { name, ...row, ratio, least: sorted[0]!, most: sorted.at(-1)! }
})
if (values.json) process.stdout.write(`${JSON.stringify({ summary, rounds: measured })}\n`)
else
  for (const { text, ratio, least, most, target } of summary) {
    const goal = target === null ? '' : `, target ${target}`
    process.stdout.write(`${text.padEnd(62)} ${ratio.toFixed(3)}  (${least.toFixed(2)} to ${most.toFixed(2)}${goal})\n`)
  }
