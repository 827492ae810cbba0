import { SLICES_PER_SHARD_LIMIT } from '../protocol/shardSpec.ts'
import { leastSliceMicros, runsFor, type SliceGroup, sliceMicros } from './sliceGroup.ts'

/** The longest shard may take this much more than the mean: a late shard keeps everyone waiting. */
export const LONGEST_OVER_MEAN = 1.2

/** What the shards of a burst must keep to. Times are CPU microseconds. */
export interface SplitRequest {
  readonly groups: readonly SliceGroup[]
  readonly startMicros: number
  /** All slices together. */
  readonly budgetMicros: number
  /** One slice, about. */
  readonly sliceGoalMicros: number
  /** One slice, at most. */
  readonly sliceLimitMicros: number
  /** One shard, about. */
  readonly shardGoalMicros: number
  /** One shard, at most: `max-time`. */
  readonly shardLimitMicros: number
  /** How many shards can run at once. */
  readonly parallel: number
  /** How many shards of this length are allowed, by money and by time. */
  readonly shardsAllowed: (shardMicros: number) => number
}

/** How one group is run: `shards` shards of `slices` slices, each with this budget. */
export interface SplitGroup {
  readonly group: SliceGroup
  readonly runs: number
  readonly sliceMicros: number
  readonly slices: number
  readonly shards: number
}

/** Steps between the shard lengths that are tried. */
const STEP = 1.05
/** Below this share of the wished length, shards are not made shorter for the sake of fairness between targets. */
const SHORTEST_FAIR_SHARE = 0.25

/**
 * Shards of about equal time for all groups, with slices near their goal and time in proportion to the groups' targets;
 * or null when the budget does not hold one shard of each group. Tries the wished length first, then longer ones, then
 * shorter ones. Pure and deterministic.
 */
export function splitShards(request: SplitRequest): SplitGroup[] | null {
  const { groups, budgetMicros, shardLimitMicros, sliceGoalMicros, startMicros } = request
  if (groups.length === 0) return []
  const most = Math.min(shardLimitMicros, budgetMicros / groups.length)
  const first = Math.min(firstLength(request), most)
  for (let length = first; length <= most * STEP; length *= STEP) {
    const split = splitAt(request, Math.min(length, most))
    if (split) return split
  }
  const shortest = Math.min(sliceGoalMicros, ...groups.map((group) => leastSliceMicros(group, startMicros)))
  for (let length = first / STEP; length >= shortest / STEP; length /= STEP) {
    const split = splitAt(request, Math.max(length, shortest))
    if (split) return split
  }
  return null
}

function firstLength(request: SplitRequest): number {
  const { groups, budgetMicros, shardGoalMicros, shardLimitMicros, sliceGoalMicros, parallel } = request
  const targets = groups.reduce((sum, group) => sum + group.targets.length, 0)
  const smallestShare = Math.min(...groups.map((group) => (budgetMicros * group.targets.length) / targets))
  const fair = Math.max(smallestShare, shardGoalMicros * SHORTEST_FAIR_SHARE)
  // Every worker should get a shard.
  const wide = budgetMicros / parallel
  const wished = Math.min(shardGoalMicros, shardLimitMicros, Math.max(sliceGoalMicros, Math.min(fair, wide)))
  const allowed = Math.max(1, request.shardsAllowed(wished))
  const shards = Math.ceil(budgetMicros / wished)
  // An even part of the budget, so that no rest of it stays unused.
  if (shards <= allowed) return budgetMicros / shards
  // Money or time bound the number of shards: longer ones, up to the wished length, waste less of it.
  return Math.max(wished, Math.min(shardGoalMicros, shardLimitMicros, budgetMicros / allowed))
}

function splitAt(request: SplitRequest, lengthMicros: number): SplitGroup[] | null {
  const shaped = request.groups.map((group) => shape(request, group, lengthMicros))
  const longest = Math.max(...shaped.map(shardMicros))
  if (longest > request.shardLimitMicros || shaped.some((one) => one.sliceMicros > request.sliceLimitMicros))
    return null
  const allowed = request.shardsAllowed(longest)
  const counts = countShards(shaped, request.budgetMicros, allowed)
  if (counts === null) return null
  const split = shaped.map((one, i) => ({ ...one, shards: counts[i]! }))
  const shards = counts.reduce((sum, count) => sum + count, 0)
  const total = split.reduce((sum, one) => sum + one.shards * shardMicros(one), 0)
  return longest <= (LONGEST_OVER_MEAN * total) / shards ? split : null
}

type Shape = Omit<SplitGroup, 'shards'>

function shardMicros(shape: Shape): number {
  return shape.slices * shape.sliceMicros
}

/** Slices whose sum comes nearest to the length; where several come near enough, those nearest to their goal. */
function shape(request: SplitRequest, group: SliceGroup, lengthMicros: number): Shape {
  const { startMicros, sliceGoalMicros, sliceLimitMicros } = request
  const usual = sliceMicros(group, startMicros, runsFor(group, startMicros, sliceGoalMicros))
  const few = Math.max(1, Math.floor(lengthMicros / usual), Math.ceil(lengthMicros / sliceLimitMicros))
  const options = [few, few + 1].map((wanted): Shape => {
    const slices = Math.min(SLICES_PER_SHARD_LIMIT, wanted)
    const runs = runsFor(group, startMicros, Math.min(lengthMicros / slices, sliceLimitMicros))
    return { group, runs, slices, sliceMicros: sliceMicros(group, startMicros, runs) }
  })
  const off = (one: Shape): number => Math.abs(shardMicros(one) - lengthMicros)
  const [a, b] = options as [Shape, Shape]
  const near = options.filter((one) => off(one) <= lengthMicros * NEAR_ENOUGH)
  if (near.length === 2)
    return Math.abs(a.sliceMicros - sliceGoalMicros) <= Math.abs(b.sliceMicros - sliceGoalMicros) ? a : b
  return off(a) <= off(b) ? a : b
}

/** Two ways to fill a shard are equally good when both miss its length by less than this share. */
const NEAR_ENOUGH = 0.03

/** Shards of each group: by share of targets, at least one, within budget and number; null when that cannot be. */
function countShards(shapes: readonly Shape[], budgetMicros: number, allowed: number): number[] | null {
  const targets = shapes.reduce((sum, one) => sum + one.group.targets.length, 0)
  const shares = shapes.map((one) => (budgetMicros * one.group.targets.length) / targets)
  const lengths = shapes.map(shardMicros)
  const once = lengths.reduce((sum, length) => sum + length, 0)
  if (once > budgetMicros || shapes.length > allowed) return null
  const wished = shares.map((share, i) => Math.max(1, Math.floor(share / lengths[i]!)))
  const sum = wished.reduce((total, count) => total + count, 0)
  const scale = Math.min(1, allowed / sum)
  const counts = wished.map((count) => Math.max(1, Math.floor(count * scale)))
  let shards = counts.reduce((total, count) => total + count, 0)
  let spent = counts.reduce((total, count, i) => total + count * lengths[i]!, 0)
  const over = (i: number): number => counts[i]! * lengths[i]! - shares[i]!
  const indexes = counts.map((_, i) => i)
  while (shards > allowed || spent > budgetMicros) {
    const most = indexes.filter((i) => counts[i]! > 1).reduce((best, i) => (over(i) > over(best) ? i : best))
    counts[most] = counts[most]! - 1
    shards--
    spent -= lengths[most]!
  }
  for (;;) {
    const fits = indexes.filter((i) => shards < allowed && spent + lengths[i]! <= budgetMicros)
    if (fits.length === 0) return counts
    const least = fits.reduce((best, i) => (over(i) < over(best) ? i : best))
    counts[least] = counts[least]! + 1
    shards++
    spent += lengths[least]!
  }
}
