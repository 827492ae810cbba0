import type { Calibration, Target } from '../engines/engine.ts'

/** Least share of the targets that must have been timed before the rest may be taken for like them. */
const KNOWN_SHARE = 0.5

/** A calibration that was put together from an older one, and the targets whose figures are taken for others'. */
export interface KnownCalibration {
  readonly calibration: Calibration
  readonly guessed: readonly string[]
}

/**
 * What an older calibration says of these targets, whatever their code is by now; those that it does not know take the median of
 * their kind. Nothing is measured. Undefined when it knows too few of them, or none of some kind. Pure.
 */
export function fromKnown(known: Calibration, targets: readonly Target[]): KnownCalibration | undefined {
  const byId = new Map(known.targets.map((one) => [one.target, one]))
  const guessed = targets.filter(({ id }) => !byId.has(id))
  if (targets.length - guessed.length < targets.length * KNOWN_SHARE) return undefined
  const kinds = new Map(targets.map(({ id, kind }) => [id, kind]))
  const found: Calibration['targets'][number][] = []
  for (const { id, kind } of targets) {
    const own = byId.get(id)
    if (own !== undefined) {
      found.push(own)
      continue
    }
    const alike = known.targets.filter(({ target }) => kinds.get(target) === kind)
    if (alike.length === 0) return undefined
    found.push({
      target: id,
      microsPerRun: median(alike.map(({ microsPerRun }) => microsPerRun)),
      executionsPerRun: median(alike.map(({ executionsPerRun }) => executionsPerRun)),
      lowEntropy: false,
    })
  }
  return { calibration: { ...known, targets: found }, guessed: guessed.map(({ id }) => id) }
}

/** The newer figures, and the older ones of targets that were not measured now. Pure. */
export function mergeCalibrations(older: Calibration | undefined, newer: Calibration, most: number): Calibration {
  const measured = new Set(newer.targets.map(({ target }) => target))
  const kept = (older?.targets ?? []).filter(({ target }) => !measured.has(target))
  return { ...newer, targets: [...newer.targets, ...kept].slice(0, most) }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
