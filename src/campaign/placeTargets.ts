import type { Calibration, RunnerOnlyTarget, Target, TargetKind } from '../engines/engine.ts'
import { byText, type CostedTarget, type SliceGroup } from './sliceGroup.ts'

/** Assumed of a target that calibration could not time (its set-up fails, say): it is run all the same, so that its fault shows. */
const UNTIMED_MICROS_PER_RUN: Readonly<Record<TargetKind, number>> = { fuzz: 1_000, invariant: 100_000 }

/** A target, what it costs and who may run it. */
export interface PlacedTarget extends Pick<SliceGroup, 'where' | 'why'> {
  readonly costed: CostedTarget
}

/**
 * Decides for each target whether workers may run it, ordered by id. Low-entropy targets stay on the runner because their
 * digests prove little; fork and ffi targets because they need what workers never have.
 */
export function placeTargets(
  targets: readonly Target[],
  runnerOnly: readonly RunnerOnlyTarget[],
  calibration: Calibration,
): PlacedTarget[] {
  const timed = new Map(calibration.targets.map((one) => [one.target, one]))
  const costed = (target: Target): CostedTarget => ({
    target,
    microsPerRun: Math.max(1, timed.get(target.id)?.microsPerRun ?? UNTIMED_MICROS_PER_RUN[target.kind]),
  })
  const special = new Set(runnerOnly.map(({ target }) => target.id))
  const placed = [
    ...runnerOnly.map(({ target, why }): PlacedTarget => ({ costed: costed(target), where: 'runner', why })),
    ...targets
      .filter((target) => !special.has(target.id))
      .map((target): PlacedTarget => {
        const low = timed.get(target.id)?.lowEntropy === true
        return { costed: costed(target), where: low ? 'runner' : 'pool', why: low ? 'low-entropy' : null }
      }),
  ]
  return placed.sort((a, b) => byText(a.costed.target.id, b.costed.target.id))
}

/** One group for each kind, place and reason: as wide as can be, in an order that does not depend on the input's. */
export function groupTargets(able: readonly PlacedTarget[], where: SliceGroup['where']): SliceGroup[] {
  const groups: SliceGroup[] = []
  for (const why of [null, 'low-entropy', 'fork', 'ffi'] as const)
    for (const kind of ['fuzz', 'invariant'] as const) {
      const targets = able
        .filter((placed) => placed.where === where && placed.why === why && placed.costed.target.kind === kind)
        .map(({ costed }) => costed)
      if (targets.length > 0) groups.push({ kind, where, why, targets })
    }
  return groups
}
