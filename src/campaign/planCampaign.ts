import type { Calibration, RunnerOnlyTarget, Target, TargetKind } from '../engines/engine.ts'
import { SHARDS_PER_JOB_LIMIT } from '../protocol/job.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { Invocation, Layer, PinnedProgram } from '../protocol/shardSpec.ts'
import type { SliceLimits } from '../protocol/sliceLimits.ts'
import { BudgetTooSmall, NothingToPlan, SpendTooSmall } from './errors.ts'
import { groupTargets, type PlacedTarget, placeTargets } from './placeTargets.ts'
import type { Plan, PlannedShard, PlannedTarget } from './plan.ts'
import { byText, leastSliceMicros, leastTargetMicros, type SliceGroup, splitToFit } from './sliceGroup.ts'
import { affordableSlots, lockForSlotsUnits, type Spending } from './spendLimit.ts'
import { type SplitGroup, type SplitRequest, splitShards } from './splitShards.ts'

/** What one invocation shall run: the engine turns it into its own words. */
export interface InvocationGroup {
  readonly kind: TargetKind
  readonly where: 'pool' | 'runner'
  readonly why: 'low-entropy' | 'fork' | 'ffi' | null
  /** Ordered by id, by UTF-16 code units. */
  readonly targets: readonly Target[]
  /** Runs of each target in one slice, where inline configuration does not say otherwise. */
  readonly runs: number
  readonly invariantDepth: number
  /** Coverage-guided invariants. */
  readonly corpus: boolean
}

/** What the user wants of a burst. Times are CPU seconds unless they say otherwise. */
export interface PlanOptions extends Spending {
  /** Over all machines. */
  readonly budgetSeconds: number
  readonly sliceSeconds: number
  readonly shardSeconds: number
  /** By the clock; null: no limit. */
  readonly maxTimeSeconds: number | null
  /** Workers that may be counted on. */
  readonly workers: number
  /** Slices that the runner can run at once; 1 when not given. */
  readonly runnerCores?: number
  readonly corpus: boolean
}

export interface PlanInput {
  /** Digest over the layers' contents. */
  readonly project: Bytes32
  readonly layers: readonly Layer[]
  readonly engine: PinnedProgram
  readonly shim: PinnedProgram
  readonly limits: SliceLimits
  readonly targets: readonly Target[]
  readonly runnerOnly: readonly RunnerOnlyTarget[]
  readonly calibration: Calibration
  readonly options: PlanOptions
  readonly makeInvocation: (group: InvocationGroup) => Invocation
}

/** Calibration may be wrong by this factor before a slice meets its CPU limit. */
const LIMIT_MARGIN = 2
/** What shards of about equal length may cost over the least slices that they are made of. */
const SLICE_ROUNDING = 1.2

/**
 * Splits a campaign into shards of about equal time. A pure function: equal input, in any order, equal plan. Every target is
 * planned, or named in `cut` and planned for no runs.
 * @throws NothingToPlan, BudgetTooSmall, SpendTooSmall
 */
export function planCampaign(input: PlanInput): Plan {
  const { options, calibration } = input
  const all = placeTargets(input.targets, input.runnerOnly, calibration)
  if (all.length === 0) throw new NothingToPlan()
  const cut: Plan['cut'] = []
  const limitMicros = (input.limits.cpuSeconds * 1e6) / LIMIT_MARGIN
  const able = all.filter((placed) => {
    const micros = calibration.startMicros + leastTargetMicros(placed.costed)
    if (micros <= limitMicros) return true
    cut.push({
      by: 'slice-limit',
      text: `${placed.costed.target.id} is not run: its inline budget alone takes about ${seconds(micros)} s of one slice.`,
    })
    return false
  })
  const budget = splitBudget(options, able, calibration.startMicros)
  if (able.some(({ where }) => where === 'pool') && affordableSlots(options) === 0)
    throw new SpendTooSmall(options.maxSpendUnits ?? 0n, lockForSlotsUnits(1, options))
  const pool = splitSide(input, able, 'pool', budget.pool, options.workers, affordableSlots(options), cut)
  const runner = splitSide(input, able, 'runner', budget.runner, options.runnerCores ?? 1, SHARDS_PER_JOB_LIMIT, cut)
  const split = [...pool, ...runner]
  if (split.length === 0) throw new BudgetTooSmall(...shortage(input, able.length > 0 ? able : all))
  noteLimits(cut, options, pool)
  const shards = orderShards(pool, 0, 0)
  const runs = plannedRuns(split)
  return {
    v: 1,
    project: input.project,
    engine: input.engine,
    shim: input.shim,
    layers: [...input.layers],
    limits: input.limits,
    invocations: split.map((one) => ({
      invocation: input.makeInvocation(invocationGroup(one, input)),
      sliceMs: Math.round(one.sliceMicros / 1_000),
    })),
    targets: all.map(({ costed: { target }, where, why }): PlannedTarget => {
      const { id, kind, path, contract, test, line, inline } = target
      return { id, kind, path, contract, test, line, inline, where, why, plannedRuns: runs.get(id) ?? 0 }
    }),
    shards,
    runnerShards: orderShards(runner, shards.length, pool.length),
    money: {
      slotPriceUnits: options.slotPriceUnits,
      finderReserveUnits: options.finderReserveUnits,
      maxSpendUnits: options.maxSpendUnits,
    },
    cut: cut.sort((a, b) => byText(a.by, b.by) || byText(a.text, b.text)),
  }
}

/**
 * CPU microseconds for workers and for the runner: an equal part for each target, within what `max-time` leaves. A few
 * targets on one side whose part is less than one slice get that slice from the other side's part: or they would never run.
 */
function splitBudget(
  options: PlanOptions,
  able: readonly PlacedTarget[],
  startMicros: number,
): { pool: number; runner: number } {
  const all = options.budgetSeconds * 1e6
  const onPool = able.filter(({ where }) => where === 'pool').length
  const least = (where: SliceGroup['where']): number =>
    groupTargets(able, where).reduce((sum, group) => sum + leastSliceMicros(group, startMicros) * SLICE_ROUNDING, 0)
  const [leastPool, leastRunner] = [least('pool'), least('runner')]
  const share = able.length === 0 ? 0 : (all * onPool) / able.length
  const pool = leastPool + leastRunner > all ? share : Math.min(Math.max(share, leastPool), all - leastRunner)
  const wall = (options.maxTimeSeconds ?? Number.POSITIVE_INFINITY) * 1e6
  return {
    pool: Math.min(pool, wall * options.workers),
    runner: Math.min(all - pool, wall * (options.runnerCores ?? 1)),
  }
}

/** Groups and splits one side's targets; drops the costliest group, and says so, until the rest fits. */
function splitSide(
  input: PlanInput,
  able: readonly PlacedTarget[],
  where: SliceGroup['where'],
  budgetMicros: number,
  parallel: number,
  mostShards: number,
  cut: Plan['cut'],
): SplitGroup[] {
  const { options } = input
  const { startMicros } = input.calibration
  const sliceLimitMicros = (input.limits.cpuSeconds * 1e6) / LIMIT_MARGIN
  const sliceGoalMicros = Math.min(options.sliceSeconds * 1e6, sliceLimitMicros)
  const wallMicros = (options.maxTimeSeconds ?? Number.POSITIVE_INFINITY) * 1e6
  let groups = groupTargets(able, where).flatMap((group) => splitToFit(group, startMicros, sliceGoalMicros))
  while (groups.length > 0) {
    const request: SplitRequest = {
      groups,
      startMicros,
      budgetMicros,
      sliceGoalMicros,
      sliceLimitMicros,
      shardGoalMicros: Math.max(options.shardSeconds * 1e6, sliceGoalMicros),
      shardLimitMicros: wallMicros,
      parallel,
      shardsAllowed: (shardMicros) =>
        Math.min(mostShards, SHARDS_PER_JOB_LIMIT, Math.floor(wallMicros / shardMicros) * parallel),
    }
    const split = splitShards(request)
    if (split) return split
    const costliest = groups.reduce((most, group) =>
      leastSliceMicros(group, startMicros) > leastSliceMicros(most, startMicros) ? group : most,
    )
    groups = groups.filter((group) => group !== costliest)
    const by =
      wallMicros * parallel < options.budgetSeconds * 1e6
        ? 'max-time'
        : groups.length >= mostShards
          ? 'max-spend'
          : 'budget'
    for (const { target } of costliest.targets) cut.push({ by, text: `${target.id} is not run: no slice of it fits.` })
  }
  return []
}

function invocationGroup({ group, runs }: SplitGroup, { calibration, options }: PlanInput): InvocationGroup {
  const { kind, where, why } = group
  return {
    kind,
    where,
    why,
    targets: group.targets.map(({ target }) => target),
    runs,
    invariantDepth: calibration.invariantDepth,
    corpus: options.corpus && kind === 'invariant',
  }
}

function plannedRuns(split: readonly SplitGroup[]): Map<string, number> {
  return new Map(
    split.flatMap((one) =>
      one.group.targets.map(({ target }) => [target.id, one.shards * one.slices * (target.inline.runs ?? one.runs)]),
    ),
  )
}

/** The shards of all groups, interleaved so that every group is begun early. */
function orderShards(split: readonly SplitGroup[], firstIndex: number, firstInvocation: number): PlannedShard[] {
  const places = split.flatMap((one, i) =>
    Array.from({ length: one.shards }, (_, j) => ({ one, i, at: (2 * j + 1) / (2 * one.shards) })),
  )
  places.sort((a, b) => a.at - b.at || a.i - b.i)
  return places.map(({ one, i }, position) => ({
    index: firstIndex + position,
    invocation: firstInvocation + i,
    slices: one.slices,
    estimatedMs: Math.round((one.slices * one.sliceMicros) / 1_000),
  }))
}

function noteLimits(cut: Plan['cut'], options: PlanOptions, pool: readonly SplitGroup[]): void {
  const { maxTimeSeconds, workers, budgetSeconds } = options
  if (maxTimeSeconds !== null && maxTimeSeconds * workers < budgetSeconds)
    cut.push({
      by: 'max-time',
      text: `${maxTimeSeconds} s on ${workers} workers hold ${maxTimeSeconds * workers} s of the ${budgetSeconds} s of processor time that were asked for.`,
    })
  const shards = pool.reduce((sum, one) => sum + one.shards, 0)
  const planned = pool.reduce((sum, one) => sum + one.shards * one.slices * one.sliceMicros, 0)
  if (
    options.maxSpendUnits !== null &&
    shards > 0 &&
    shards === affordableSlots(options) &&
    planned < budgetSeconds * 0.9e6
  )
    cut.push({
      by: 'max-spend',
      text: `The most that may be spent pays for ${shards} shards: ${seconds(planned)} s of processor time on workers.`,
    })
}

function shortage(input: PlanInput, targets: readonly PlacedTarget[]): [have: number, need: number] {
  const { budgetSeconds, maxTimeSeconds, workers } = input.options
  const cheapest = Math.min(...targets.map(({ costed }) => leastTargetMicros(costed)))
  const have = Math.min(budgetSeconds, (maxTimeSeconds ?? Number.POSITIVE_INFINITY) * workers)
  return [have, seconds(input.calibration.startMicros + cheapest)]
}

function seconds(micros: number): number {
  return Math.ceil(micros / 1e5) / 10
}
