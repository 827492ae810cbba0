import type { Bytes32 } from '../protocol/primitives.ts'
import { type SliceResult, sliceResultDigest } from '../protocol/sliceResult.ts'

/** What a slice left, as far as two machines must agree on it. */
export interface SliceClaim {
  readonly result: SliceResult
  readonly corpusDigest: Bytes32
}

/**
 * - `match`: the claim is what the re-run gave.
 * - `mismatch`: it is not.
 * - `incomparable`: one of the two hit a wall-clock limit, which depends on the machine: proves nothing either way.
 */
export type Comparison = 'match' | 'mismatch' | 'incomparable'

/** Compares a worker's claim with one honest re-run of the same slice. */
export function compareSlice(claim: SliceClaim, rerun: SliceClaim): Comparison {
  if (
    sliceResultDigest(claim.result) === sliceResultDigest(rerun.result) &&
    claim.corpusDigest === rerun.corpusDigest
  ) {
    return 'match'
  }
  const wall = (result: SliceResult): boolean => result.outcome.kind === 'limit' && result.outcome.limit === 'wall'
  return wall(claim.result) || wall(rerun.result) ? 'incomparable' : 'mismatch'
}

/** In words, what differs first: for the report and for whoever judges a dispute. Untrusted names are kept out. */
export function describeDifference(claim: SliceClaim, rerun: SliceClaim): string {
  const a = claim.result
  const b = rerun.result
  if (a.outcome.kind !== b.outcome.kind) return `outcome ${a.outcome.kind}, re-run ${b.outcome.kind}`
  if (a.executions !== b.executions) return `${a.executions} executions, re-run ${b.executions}`
  const differing = b.targets.filter((target, i) => JSON.stringify(target) !== JSON.stringify(a.targets[i]))
  const dropped = differing.filter(
    (target) => target.status === 'failed' && a.targets.find((t) => t.target === target.target)?.status !== 'failed',
  )
  if (dropped.length > 0) return `${dropped.length} finding(s) missing`
  if (differing.length > 0) return `evidence of ${differing.length} target(s) differs`
  return 'the corpus differs'
}
