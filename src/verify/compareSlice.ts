import type { Bytes32 } from '../protocol/primitives.ts'
import { type SliceResult, sliceResultDigest } from '../protocol/sliceResult.ts'

/** What a slice left, as far as two machines must agree on it. */
export interface SliceClaim {
  readonly result: SliceResult
  readonly corpusDigest: Bytes32
}

/**
 * - `match`: the claim is what the re-run gave.
 * - `mismatch`: both completed, and they differ.
 * - `incomparable`: they differ, and one of them did not complete. Limits and engine errors depend on the machine: that
 *   convicts nobody, and it is never paid either, or claiming a limit would be pay without work.
 */
export type Comparison = 'match' | 'mismatch' | 'incomparable'

/** Compares a worker's claim with one honest re-run of the same slice. */
export function compareSlice(claim: SliceClaim, rerun: SliceClaim): Comparison {
  const completed = [claim, rerun].filter(({ result }) => result.outcome.kind === 'completed').length
  // Two machines that both did not complete agree on all that can be agreed on, whatever limit each of them met.
  if (completed === 0) return 'match'
  if (completed === 1) return 'incomparable'
  const same =
    sliceResultDigest(claim.result) === sliceResultDigest(rerun.result) && claim.corpusDigest === rerun.corpusDigest
  return same ? 'match' : 'mismatch'
}

/** In words, what differs first: for the report and for whoever judges a dispute. Untrusted names are kept out. */
export function describeDifference(claim: SliceClaim, rerun: SliceClaim): string {
  const a = claim.result
  const b = rerun.result
  if (a.executions !== b.executions) return `${a.executions} executions, re-run ${b.executions}`
  const differing = b.targets.filter((target, i) => JSON.stringify(target) !== JSON.stringify(a.targets[i]))
  const dropped = differing.filter(
    (target) => target.status === 'failed' && a.targets.find((t) => t.target === target.target)?.status !== 'failed',
  )
  if (dropped.length > 0) return `${dropped.length} finding(s) missing`
  if (differing.length > 0) return `evidence of ${differing.length} target(s) differs`
  return 'the corpus differs'
}
