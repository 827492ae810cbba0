import { parseArgs } from 'node:util'
import { copyProject } from '../test/harness/copyProject.ts'
import { startTestPool } from '../test/harness/testPool.ts'
import { type MeasuredBurst, measuredBurst } from './lib/measuredBurst.ts'
import { type PlainRun, plainForge } from './lib/plainForge.ts'

/**
 * What the pool costs beside plain `forge test`, as ratios:
 * - overhead: CPU of a worker (its whole process tree) per execution over CPU of plain forge per execution, both at work at the
 *   same time on two cores, because machines change their speed by the second;
 * - speed-up: wall time of the fuzzing with one worker over the same with two, audits out of the way and beside them;
 * - machine: the same speed-up of plain forge processes, with nothing of ours: what the two cores give at best;
 * - busy: share of the time of two workers in which their slices ran.
 * The median of the rounds counts.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    budget: { type: 'string', default: '40' },
    rounds: { type: 'string', default: '5' },
  },
})
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds must be a whole number, 1 or more')
const say = (line: string): void => {
  if (!values.json) process.stderr.write(`${line}\n`)
}
/** The shortest default slices: start-up weighs most. */
const SIZE = { budget: values.budget, sliceSeconds: 5, shardSeconds: 10 }
/** Enough paid shards for both workers to be no longer new: afterwards audits are what they are for a standing pool. */
const WARM_UP = { budget: '30', sliceSeconds: 1, shardSeconds: 1 }

interface Round {
  readonly beside: MeasuredBurst
  readonly plainBeside: PlainRun
  readonly one: MeasuredBurst
  readonly two: MeasuredBurst
  readonly audited: MeasuredBurst
  readonly plainTwo: PlainRun
  readonly plainOne: PlainRun
}

const ratios = ({ beside, plainBeside, two, one, audited, plainTwo, plainOne }: Round) => ({
  overhead: beside.workerCpuSeconds / beside.executions / (plainBeside.cpuSeconds / plainBeside.executions),
  speedUp: one.wallSeconds / one.executions / (two.wallSeconds / two.executions),
  speedUpAudited: one.wallSeconds / one.executions / (audited.wallSeconds / audited.executions),
  machine: plainOne.wallSeconds / plainOne.executions / (plainTwo.wallSeconds / plainTwo.executions),
  busy: two.sliceCpuSeconds / (2 * two.wallSeconds),
})
type Ratios = ReturnType<typeof ratios>

const project = copyProject('test/fixtures/passing')
const plainProject = copyProject('test/fixtures/passing')
const [lone, pair] = await Promise.all([startTestPool(1), startTestPool(2)])
const measured: Round[] = []
try {
  await Promise.all([...lone.workers(), ...pair.workers()].map((one) => one.line(/worker started/)))
  say('warming up: two new workers become known ones …')
  await measuredBurst(project.dir, pair, 'beside', WARM_UP)
  // The first burst says what the plan holds; all others have the same one.
  let all = await measuredBurst(project.dir, lone, 'after', SIZE)
  for (let round = 1; round <= rounds; round++) {
    const seed = (n: number): string => `0x${(round * 10 + n).toString(16)}`
    const share = (part: number) => ({
      fuzzRuns: Math.ceil(all.fuzzRuns * part),
      invariantRuns: Math.ceil(all.invariantRuns * part),
    })
    const [beside, plainBeside] = await Promise.all([
      measuredBurst(project.dir, lone, 'after', SIZE),
      plainForge(plainProject.dir, [seed(1)], share(1)),
    ])
    all = beside
    const one = await measuredBurst(project.dir, lone, 'after', SIZE)
    const plainOne = await plainForge(plainProject.dir, [seed(2)], share(0.5))
    const two = await measuredBurst(project.dir, pair, 'after', SIZE)
    const plainTwo = await plainForge(plainProject.dir, [seed(2), seed(3)], share(0.5))
    const audited = await measuredBurst(project.dir, pair, 'beside', SIZE)
    measured.push({ beside, plainBeside, two, one, audited, plainTwo, plainOne })
    const now = ratios(measured.at(-1)!)
    const words = Object.entries(now).map(([name, ratio]) => `${name} ${ratio.toFixed(3)}`)
    say(`round ${round} of ${rounds}: ${words.join(', ')}`)
  }
} finally {
  await Promise.all([lone.stop(), pair.stop()])
  project.remove()
  plainProject.remove()
}

const TARGETS: Record<keyof Ratios, number | null> = {
  overhead: 1.1,
  speedUp: 1.8,
  speedUpAudited: 1.6,
  machine: null,
  busy: null,
}
const NAMES: Record<keyof Ratios, string> = {
  overhead: 'CPU of a worker over CPU of plain forge, per execution',
  speedUp: 'fuzzing with two workers over one, audits on another machine',
  speedUpAudited: 'fuzzing with two workers over one, audits on the same cores',
  machine: 'two plain forge processes over one, on this machine',
  busy: 'share of the time of two workers in which slices ran',
}

const summary = (Object.keys(NAMES) as (keyof Ratios)[]).map((name) => {
  const sorted = measured.map((round) => ratios(round)[name]).sort((a, b) => a - b)
  const middle = sorted.length / 2
  const ratio = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2
  return { name, ratio, least: sorted[0]!, most: sorted.at(-1)!, target: TARGETS[name] }
})
if (values.json)
  process.stdout.write(
    `${JSON.stringify({ ...Object.fromEntries(summary.map(({ name, ...rest }) => [name, rest])), rounds: measured })}\n`,
  )
else
  for (const { name, ratio, least, most, target } of summary) {
    const goal = target === null ? '' : `, target ${name === 'overhead' ? '<=' : '>='} ${target}`
    process.stdout.write(
      `${NAMES[name].padEnd(62)} ${ratio.toFixed(3)}  (${least.toFixed(2)} to ${most.toFixed(2)}${goal})\n`,
    )
  }
