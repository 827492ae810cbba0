import type { Target, TargetKind } from '../engines/engine.ts'

/** A target and what one run of it costs, in microseconds of CPU. */
export interface CostedTarget {
  readonly target: Target
  readonly microsPerRun: number
}

/** Targets that one engine process runs together. */
export interface SliceGroup {
  readonly kind: TargetKind
  readonly where: 'pool' | 'runner'
  readonly why: 'low-entropy' | 'fork' | 'ffi' | null
  /** Ordered by id, by UTF-16 code units. */
  readonly targets: readonly CostedTarget[]
}

/**
 * Fewest runs of a target in one slice. Fewer say little of a property, and an engine's start would be most of what is
 * paid for. (forge deals stateless runs out in portions of 64.)
 */
export const FEWEST_RUNS: Readonly<Record<TargetKind, number>> = { fuzz: 64, invariant: 4 }

/** Most runs that fit an invocation's field. */
const MOST_RUNS = 0xffff_ffff

/** Least share of a slice's time that is left for runs where the engine's start takes most of it. */
const LEAST_RUNNING_SHARE = 0.5

/** CPU time of one slice of these targets, in microseconds. Inline budgets cost what they cost. */
export function sliceMicros(group: SliceGroup, startMicros: number, runs: number): number {
  return startMicros + fixedMicros(group) + perRunMicros(group) * runs
}

/** The largest common budget with which a slice stays within `goalMicros`, but never fewer than {@link FEWEST_RUNS}. */
export function runsFor(group: SliceGroup, startMicros: number, goalMicros: number): number {
  const perRun = perRunMicros(group)
  const fewest = FEWEST_RUNS[group.kind]
  if (perRun === 0) return fewest
  const runs = Math.floor((goalMicros - startMicros - fixedMicros(group)) / perRun)
  return Math.min(MOST_RUNS, Math.max(fewest, runs))
}

/** CPU time of the smallest slice that says something of these targets, in microseconds. */
export function leastSliceMicros(group: SliceGroup, startMicros: number): number {
  return sliceMicros(group, startMicros, FEWEST_RUNS[group.kind])
}

function fixedMicros(group: SliceGroup): number {
  return group.targets.reduce((sum, { target, microsPerRun }) => sum + (target.inline.runs ?? 0) * microsPerRun, 0)
}

function perRunMicros(group: SliceGroup): number {
  return group.targets.reduce(
    (sum, { target, microsPerRun }) => sum + (target.inline.runs === null ? microsPerRun : 0),
    0,
  )
}

/** CPU time of one target with the fewest runs, without the engine's start, in microseconds. */
export function leastTargetMicros({ target, microsPerRun }: CostedTarget): number {
  return microsPerRun * (target.inline.runs ?? FEWEST_RUNS[target.kind])
}

/** Orders texts by UTF-16 code units: never by locale, which differs between machines. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Splits a group into as few groups as fit a slice each, of about equal cost: the costliest target first, always to the
 * group that has least (LPT, at most 4/3 of the best split: Graham 1969). One group whenever possible, because the engine
 * draws its dictionary from what it runs together. A target that alone exceeds the slice gets a group of its own.
 */
export function splitToFit(group: SliceGroup, startMicros: number, goalMicros: number): SliceGroup[] {
  const roomMicros = Math.max(goalMicros - startMicros, goalMicros * LEAST_RUNNING_SHARE)
  const costs = group.targets
    .map((costed) => ({ costed, micros: leastTargetMicros(costed) }))
    .sort((a, b) => b.micros - a.micros || byText(a.costed.target.id, b.costed.target.id))
  const total = costs.reduce((sum, { micros }) => sum + micros, 0)
  const lone = costs.filter(({ micros }) => micros > roomMicros)
  const shared = costs.filter(({ micros }) => micros <= roomMicros)
  const sharedTotal = lone.length === 0 ? total : shared.reduce((sum, { micros }) => sum + micros, 0)
  const groups = lone.map(({ costed }) => [costed])
  for (let count = Math.max(1, Math.ceil(sharedTotal / roomMicros)); shared.length > 0; count++) {
    const bins = deal(shared, Math.min(count, shared.length))
    if (count < shared.length && bins.some((bin) => bin.micros > roomMicros)) continue
    groups.push(...bins.map((bin) => bin.targets))
    break
  }
  return groups.map((targets) => ({
    ...group,
    targets: targets.sort((a, b) => byText(a.target.id, b.target.id)),
  }))
}

function deal(costs: readonly { costed: CostedTarget; micros: number }[], count: number) {
  const bins = Array.from({ length: count }, () => ({ targets: [] as CostedTarget[], micros: 0 }))
  for (const { costed, micros } of costs) {
    const least = bins.reduce((best, bin) => (bin.micros < best.micros ? bin : best))
    least.targets.push(costed)
    least.micros += micros
  }
  return bins
}
