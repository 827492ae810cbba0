import { passProbability } from '../../../src/verify/detection.ts'

/** The value below which so much of a sample lies. */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Chance that one shard's audit meets a cheat, by the formula: `audited` may be a mean between two whole numbers. */
export function caughtByFormula(slices: number, faked: number, audited: number): number {
  const whole = Math.floor(audited)
  const chance = audited - whole
  const pass =
    (1 - chance) * passProbability(slices, faked, whole) +
    (chance === 0 ? 0 : chance * passProbability(slices, faked, whole + 1))
  return 1 - pass
}

/** Shards until a cheat is caught with so much certainty, when each shard catches it with chance `caught`. */
export function shardsByFormula(caught: number, certainty: number): number {
  return caught >= 1 ? 1 : Math.ceil(Math.log(1 - certainty) / Math.log(1 - caught))
}
