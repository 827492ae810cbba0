import { z } from 'zod'
import { zBytes32, zCount } from './primitives.ts'

/** Where a job stands among the bursts for one pull request. Said by its requester; only its requester believes it. */
export const zBurstSeries = z.strictObject({
  /** Digest of repository and pull request: what they cost is counted together. */
  pull: zBytes32,
  /** Digest of what else tells bursts of one pull request apart: a newer burst takes the place of an older one of its series. */
  series: zBytes32,
  /** GitHub's number of the workflow run, which only grows, and of its attempt. */
  run: zCount,
  attempt: zCount,
})
export type BurstSeries = z.output<typeof zBurstSeries>

/** Whether one burst takes the other's place: same series, later run. Jobs of one run, say of a matrix, leave each other alone. */
export function takesPlaceOf(one: BurstSeries, other: BurstSeries): boolean {
  if (one.pull !== other.pull || one.series !== other.series) return false
  return one.run > other.run || (one.run === other.run && one.attempt > other.attempt)
}
