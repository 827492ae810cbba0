import { type PackedLayers, packLayers } from '../bundle/packLayers.ts'
import { NothingToPlan } from '../campaign/errors.ts'
import type { Plan } from '../campaign/plan.ts'
import { planCampaign } from '../campaign/planCampaign.ts'
import type {
  BuildRequest,
  BuiltProject,
  Calibration,
  Discovery,
  ProjectNote,
  RunnerOnlyTarget,
  Target,
} from '../engines/engine.ts'
import type { Report } from '../report/report.ts'
import { shim } from '../sandbox/shim.ts'
import type { BurstDeps } from './burstDeps.ts'
import type { BurstRequest } from './burstRequest.ts'
import { calibrationStore } from './calibrationStore.ts'
import { NothingAffected, ProjectChanged } from './errors.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import type { BurstOptions } from './options.ts'
import type { ReplayedEarlier } from './replayEarlier.ts'
import { selectTargets } from './selectTargets.ts'
import { benchForTarget, type OpenWorkbench, openWorkbench } from './workbench.ts'

/** A project that is built, packed, unpacked once for this machine, and planned. */
export interface PreparedBurst {
  readonly project: BuiltProject
  readonly build: BuildRequest
  readonly discovery: Discovery
  readonly packed: PackedLayers
  readonly bench: OpenWorkbench
  readonly calibration: Calibration | null
  /** Unit tests that fail or are skipped. */
  readonly unitTestNotes: readonly ProjectNote[]
  readonly plan: Plan
  /** Which targets a change can affect; null when nothing was chosen. */
  readonly selection: Report['selection']
  /** Failing cases of earlier runs, executed again; null when there were none. */
  readonly earlier: ReplayedEarlier | null
}

/** Everything of a burst that needs no clock and no money. */
export type Built = Pick<PreparedBurst, 'project' | 'build' | 'discovery' | 'packed' | 'bench'>

/** What the offer to workers is, in token units. Zeros for a burst that costs nothing. */
export interface Offer {
  readonly slotPriceUnits: bigint
  readonly finderReserveUnits: bigint
  readonly maxSpendUnits: bigint | null
  readonly relayerFeeCapUnits: bigint
}

/** Builds, discovers and packs: everything of a burst that needs no clock and no money. */
export async function buildProject(root: string, options: BurstOptions, deps: BurstDeps): Promise<Built> {
  const build: BuildRequest = {
    root,
    profile: options.profile,
    env: deps.env,
    onProgress: deps.say,
    ...(options.solc !== undefined && { solc: options.solc }),
    ...(deps.signal && { signal: deps.signal }),
  }
  const project = await deps.engine.build(build)
  deps.stepDone?.('build')
  const found = await deps.engine.discover(project)
  const match = options.match
  const discovery: Discovery =
    match === undefined
      ? found
      : {
          ...found,
          targets: found.targets.filter((target) => target.id.includes(match)),
          runnerOnly: found.runnerOnly.filter(({ target }) => target.id.includes(match)),
        }
  deps.stepDone?.('discover')
  const pack = deps.pack ?? ((built) => packLayers(built, { linkRoots: built.linkRoots ?? [] }))
  const packed = await pack(project)
  deps.stepDone?.('pack')
  const bench = await openWorkbench({ project, discovery, packed }, deps)
  deps.stepDone?.('unpack')
  return { project, build, discovery, packed, bench }
}

/** Builds and plans a burst. The caller must close `bench`. @throws NothingAffected, and every coded error of engine, bundle and campaign */
export async function prepareBurst(
  root: string,
  options: BurstOptions,
  offer: Offer,
  deps: BurstDeps,
  request: Pick<BurstRequest, 'changed' | 'isQuick'> = {},
): Promise<PreparedBurst> {
  const whole = await buildProject(root, options, deps)
  try {
    const { discovery, selection } = await selectTargets(whole, request.changed, deps)
    const built = { ...whole, discovery }
    if (discovery.targets.length + discovery.runnerOnly.length === 0 && selection !== null)
      throw new NothingAffected(selection, whole.packed.project, whole.project.userForgeVersion)
    deps.stepDone?.('select')
    const { calibration, notes: guesses } = await storedCalibration(built, options, deps, request.isQuick ?? false)
    deps.stepDone?.('calibrate')
    const { profile, env } = built.project
    const plan = planCampaign({
      project: built.packed.project,
      layers: built.packed.layers,
      engine: deps.engine.program,
      shim,
      limits: DEFAULT_LIMITS,
      targets: built.discovery.targets,
      runnerOnly: built.discovery.runnerOnly,
      calibration,
      options: {
        budgetSeconds: options.budget,
        sliceSeconds: options['slice-time'],
        shardSeconds: options['shard-time'],
        maxTimeSeconds: options['max-time'] ?? null,
        workers: options.workers,
        runnerCores: Math.max(1, deps.cores - 1),
        corpus: options.corpus,
        ...offer,
      },
      makeInvocation: (group) => deps.engine.invocation({ ...group, profile, env, all: whole.discovery }),
    })
    const notes = [...guesses, ...(await unitTestNotes(built, deps))]
    deps.stepDone?.('plan and unit tests')
    return { ...built, calibration, unitTestNotes: notes, plan, selection, earlier: null }
  } catch (error) {
    await whole.bench.close()
    throw error
  }
}

/** Builds again for a plan that exists. @throws CannotResume when the project is not the one that was planned */
export async function reopenBurst(
  root: string,
  options: BurstOptions,
  plan: Plan,
  deps: BurstDeps,
): Promise<PreparedBurst> {
  // What the plan runs was chosen then; a filter given now must hide nothing.
  const { match: _match, ...unfiltered } = options
  const built = await buildProject(root, unfiltered, deps)
  try {
    if (built.packed.project !== plan.project) throw new ProjectChanged(plan.project)
    const notes = await unitTestNotes(built, deps)
    return { ...built, calibration: null, unitTestNotes: notes, plan, selection: null, earlier: null }
  } catch (error) {
    await built.bench.close()
    throw error
  }
}

/** Unit tests are not fuzzed, but a burst says when they fail. */
async function unitTestNotes(built: Built, deps: BurstDeps): Promise<ProjectNote[]> {
  const { unitTests } = built.discovery
  if (unitTests.length === 0) return []
  const { profile, env } = built.project
  const signal = deps.signal ? { signal: deps.signal } : {}
  return deps.engine.runUnitTests({
    ...built.bench.workbench,
    unitTests,
    profile,
    env,
    limits: DEFAULT_LIMITS,
    ...signal,
  })
}

/**
 * The project's calibration of an earlier run, if the same engine would run the same targets; else, for a quick plan, what is known
 * of its targets; else a new one, stored.
 */
async function storedCalibration(
  built: Built,
  options: BurstOptions,
  deps: BurstDeps,
  isQuick: boolean,
): Promise<{ readonly calibration: Calibration; readonly notes: readonly ProjectNote[] }> {
  const targets: readonly Target[] = [
    ...built.discovery.targets,
    ...built.discovery.runnerOnly.map((entry) => entry.target),
  ]
  const store = calibrationStore(built, targets, options, deps)
  const exact = await store.exact()
  if (exact !== undefined) return { calibration: exact, notes: [] }
  const known = isQuick ? await store.known() : undefined
  if (known !== undefined) return { calibration: known.calibration, notes: guessNotes(known.guessed.length) }
  deps.say(`calibrating ${targets.length} target(s)`)
  const calibration = await calibrateWhereTheyRun(built, deps)
  await store.save(calibration)
  return { calibration, notes: [] }
}

function guessNotes(guessed: number): ProjectNote[] {
  if (guessed === 0) return []
  const text = `${guessed} target(s) are new here: what they cost is taken for the median of the others, and whether their results prove work is measured by the next run that is for no pull request.`
  return [{ kind: 'other', text }]
}

/** Targets that stay here are timed on their own bench, and by the clock: they wait for chains and programs. */
async function calibrateWhereTheyRun({ project, discovery, bench }: Built, deps: BurstDeps): Promise<Calibration> {
  const measure = (why: RunnerOnlyTarget['why'] | null, targets: readonly Target[]): Promise<Calibration> =>
    deps.engine.calibrate({
      ...benchForTarget(bench, why),
      targets,
      env: project.env,
      profile: project.profile,
      byClock: why !== null,
      ...(deps.signal && { signal: deps.signal }),
    })
  const staying = (['fork', 'ffi'] as const).map((why) => ({
    why,
    targets: discovery.runnerOnly.filter((one) => one.why === why).map(({ target }) => target),
  }))
  const parts: Calibration[] = []
  for (const part of [{ why: null, targets: discovery.targets }, ...staying])
    if (part.targets.length > 0) parts.push(await measure(part.why, part.targets))
  const [first] = parts
  if (first === undefined) throw new NothingToPlan()
  return { ...first, targets: parts.flatMap(({ targets }) => targets) }
}
