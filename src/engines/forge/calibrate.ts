import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse as parseToml } from 'smol-toml'
import { z } from 'zod'
import { documentDigest } from '../../protocol/digest.ts'
import type { Bytes32 } from '../../protocol/primitives.ts'
import type { ForgeInvocation } from '../../protocol/shardSpec.ts'
import type { SliceLimits } from '../../protocol/sliceLimits.ts'
import type { SandboxRun } from '../../sandbox/sandbox.ts'
import type { Calibration, Engine, Target, TargetCalibration } from '../engine.ts'
import { durationMicros } from './durations.ts'
import { BadFoundryConfig, CalibrationFailed } from './errors.ts'
import { workEvidence } from './evidence.ts'
import { runForgeTest } from './forgeCommand.ts'
import { inputBits } from './inputBits.ts'
import { forgeInvocation } from './invocation.ts'
import type { ForgeProgram } from './program.ts'
import { countExecutions } from './runSlice.ts'
import { readTestOutput, type TestOutput, type TestResult } from './testOutput.ts'

export type CalibrationRequest = Parameters<Engine['calibrate']>[0]

/** Runs of each target in the first process. */
const SMALL = { fuzz: 5, invariant: 1 }
/** Runs in the second: as many as the first process says will take {@link LARGE_MICROS} in all, within these bounds. */
const LARGE = { fuzz: { least: 69, most: 4_096 }, invariant: { least: 5, most: 64 } }
const LARGE_MICROS = 8e6
/** One call of an invariant whose campaign fails, when no other invariant says what a call costs here. */
const USUAL_CALL_MICROS = 50
/** Different seeds, so that inline budgets, which are the same in both processes, do not make evidence look constant. */
const SEEDS: readonly [Bytes32, Bytes32] = [`0x${'0'.repeat(63)}5`, `0x${'0'.repeat(63)}7`]

/** Tests that set more runs than this inline are not timed: the plan takes a usual cost for them. */
const INLINE_RUNS_TIMED: Readonly<Record<Target['kind'], number>> = { fuzz: 20_000, invariant: 300 }

const CALIBRATION_LIMITS: SliceLimits = {
  cpuSeconds: 900,
  wallSeconds: 3_600,
  memoryBytes: 4 * 2 ** 30,
  processes: 64,
  fileBytes: 512 * 2 ** 20,
  outputBytes: 512 * 2 ** 20,
}

/** A stateless test whose whole input has fewer bits: who guesses it has the last run's trace without any run. */
const GUESSABLE_BITS = 8

/** forge's own default of `invariant.depth` in 1.7.1. */
const DEFAULT_DEPTH = 500
const zShipped = z.looseObject({
  profile: z.record(
    z.string(),
    z.looseObject({ invariant: z.looseObject({ depth: z.number().int().min(1).optional() }).optional() }),
  ),
})

/**
 * Times every target in two forge processes for all of them together: a few runs and more runs, each with its own seed.
 * A target whose evidence agrees in both proves no work (`lowEntropy`), unless it fails: then its finding is its evidence.
 * Targets that could not be timed are left out.
 * @throws CalibrationFailed when no test can be run at all, BadFoundryConfig
 */
export async function calibrateTargets(request: CalibrationRequest, forge: ForgeProgram): Promise<Calibration> {
  const depth = await shippedDepth(request.projectDir, request.profile)
  const timed = request.targets.filter(({ kind, inline }) => (inline.runs ?? 0) <= INLINE_RUNS_TIMED[kind])
  request.onProgress?.(0, 2)
  const small = await measure(request, forge, timed, { ...SMALL, depth, seed: SEEDS[0] })
  if (small.kind === 'failed') throw new CalibrationFailed(small.why, small.log)
  request.onProgress?.(1, 2)
  const budget = { fuzz: largeRuns('fuzz', timed, small.tests), invariant: largeRuns('invariant', timed, small.tests) }
  // When the larger budget hits a limit, the smaller one's figures have to do.
  const large = await measure(request, forge, timed, { ...budget, depth, seed: SEEDS[1] })
  request.onProgress?.(2, 2)
  const targets: TargetCalibration[] = []
  for (const target of timed) {
    const [few, many] = [small.tests.get(target.id), large.kind === 'done' ? large.tests.get(target.id) : undefined]
    if (few !== undefined) targets.push(calibrateTarget(target, depth, few, many))
  }
  const failing = new Set(timed.filter(({ id }) => small.tests.get(id)?.failed).map(({ id }) => id))
  if (large.kind === 'done') for (const [id, test] of large.tests) if (test.failed) failing.add(id)
  return {
    v: 1,
    engine: documentDigest('class', { program: forge.program.name, version: forge.program.version }),
    startMicros: small.startMicros,
    invariantDepth: depth,
    targets: withoutShrinking(targets, timed, failing),
  }
}

/**
 * A failing invariant stops at its first failure and then shrinks it, which is no cost of a run. What a call costs is taken
 * from the other invariants instead (the median).
 */
function withoutShrinking(
  calibrated: readonly TargetCalibration[],
  targets: readonly Target[],
  failing: ReadonlySet<string>,
): TargetCalibration[] {
  const invariants = new Set(targets.filter(({ kind }) => kind === 'invariant').map(({ id }) => id))
  const perCall = calibrated
    .filter(({ target }) => invariants.has(target) && !failing.has(target))
    .map(({ microsPerRun, executionsPerRun }) => microsPerRun / executionsPerRun)
    .sort((a, b) => a - b)
  const usual = perCall[Math.floor(perCall.length / 2)] ?? USUAL_CALL_MICROS
  return calibrated.map((one) =>
    invariants.has(one.target) && failing.has(one.target)
      ? { ...one, microsPerRun: Math.max(1, Math.round(usual * one.executionsPerRun)) }
      : one,
  )
}

function largeRuns(kind: Target['kind'], targets: readonly Target[], tests: ReadonlyMap<string, Timed>): number {
  const micros = targets
    .filter((target) => target.kind === kind && target.inline.runs === null)
    .map(({ id }) => tests.get(id))
    .reduce((sum, test) => sum + (test === undefined || test.failed ? 0 : test.micros / Math.max(1, test.runs)), 0)
  const { least, most } = LARGE[kind]
  return Math.min(most, Math.max(least, Math.floor(LARGE_MICROS / Math.max(1, micros))))
}

interface Timed {
  readonly micros: number
  readonly runs: number
  readonly executions: number
  readonly failed: boolean
  readonly evidence: Bytes32
}

function calibrateTarget(target: Target, depth: number, few: Timed, many: Timed | undefined): TargetCalibration {
  const best = many ?? few
  const moreRuns = many === undefined ? 0 : many.runs - few.runs
  const slope = many !== undefined && moreRuns > 0 ? (many.micros - few.micros) / moreRuns : 0
  const average = best.micros / Math.max(1, best.runs)
  // A failing test stops early and then shrinks: its average says more than the difference of two such runs.
  const micros = slope > 0 && !best.failed && !few.failed ? slope : average
  const usual = target.kind === 'fuzz' ? 1 : (target.inline.depth ?? depth)
  return {
    target: target.id,
    microsPerRun: Math.max(1, Math.round(micros)),
    executionsPerRun: best.failed || best.runs === 0 ? usual : Math.max(1, Math.round(best.executions / best.runs)),
    lowEntropy:
      !best.failed &&
      ((target.kind === 'fuzz' && inputBits(target.test) < GUESSABLE_BITS) ||
        (many !== undefined && !few.failed && few.evidence === many.evidence)),
  }
}

type Measured =
  | { readonly kind: 'done'; readonly startMicros: number; readonly tests: ReadonlyMap<string, Timed> }
  | { readonly kind: 'failed'; readonly why: string; readonly log: string }

async function measure(
  request: CalibrationRequest,
  forge: ForgeProgram,
  targets: readonly Target[],
  budget: { readonly fuzz: number; readonly invariant: number; readonly depth: number; readonly seed: Bytes32 },
): Promise<Measured> {
  const { profile, env } = request
  const invocation: ForgeInvocation = {
    ...forgeInvocation({
      kind: 'fuzz',
      targets,
      runs: budget.fuzz,
      invariantDepth: budget.depth,
      corpus: false,
      profile,
      env,
    }),
    invariantRuns: budget.invariant,
  }
  const forgeRequest = { ...request, invocation, seed: budget.seed, limits: CALIBRATION_LIMITS, deterministic: true }
  return await runForgeTest(forgeRequest, forge, {
    inspect: async (run) => {
      if (run.end.kind === 'aborted') throw request.signal?.reason ?? new DOMException('aborted', 'AbortError')
      if (run.end.kind === 'limit')
        return { kind: 'failed', why: `the ${run.end.limit} limit was hit`, log: run.stderr }
      if (run.end.kind === 'killed')
        return { kind: 'failed', why: `forge was killed by ${run.end.signal}`, log: run.stderr }
      return readTimes(targets, readTestOutput(run.stdout), run, request.byClock === true)
    },
  })
}

function readTimes(targets: readonly Target[], output: TestOutput, run: SandboxRun, byClock: boolean): Measured {
  const suites = Object.values(output)
  const testMicros = suites
    .flatMap((suite) => Object.values(suite.test_results))
    .reduce((sum, result) => sum + durationMicros(result.duration), 0)
  // forge measures by the clock; on a loaded machine that is more than its CPU time. Its start is not slowed differently.
  const load = byClock ? 1 : Math.min(1, run.cpuSeconds / Math.max(run.wallSeconds, 1e-6))
  const tests = new Map<string, Timed>()
  for (const target of targets) {
    const result = output[`${target.path}:${target.contract}`]?.test_results[target.test]
    if (result !== undefined) tests.set(target.id, timeTest(result, load))
  }
  const startMicros = Math.max(0, Math.round(run.cpuSeconds * 1e6 - testMicros * load))
  return { kind: 'done', startMicros, tests }
}

function timeTest(result: TestResult, load: number): Timed {
  const executions = countExecutions(result)
  const { kind } = result
  const runs = 'Invariant' in kind ? (kind.Invariant as { runs: number }).runs : executions
  return {
    micros: durationMicros(result.duration) * load,
    runs: Math.max(0, runs),
    executions,
    failed: result.status !== 'Success',
    evidence: workEvidence(result),
  }
}

async function shippedDepth(projectDir: string, profile: string): Promise<number> {
  const shipped = zShipped.safeParse(parseToml(await readFile(join(projectDir, 'foundry.toml'), 'utf8')))
  if (!shipped.success) throw new BadFoundryConfig(z.prettifyError(shipped.error))
  return shipped.data.profile[profile]?.invariant?.depth ?? DEFAULT_DEPTH
}
