import type { Address } from 'viem'
import { leafHash } from '../protocol/leaf.ts'
import type { Root } from '../protocol/messages.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { ShardResults } from '../protocol/results.ts'
import { shardRoot } from '../protocol/shardRoot.ts'
import type { ShardSpec } from '../protocol/shardSpec.ts'
import { type SliceResult, sliceResultDigest } from '../protocol/sliceResult.ts'

/** What is wrong with delivered results, or that nothing is. */
export type ResultsCheck = { readonly ok: true } | { readonly ok: false; readonly why: string }

/**
 * Whether delivered results are the ones the worker committed to: slices in order, all targets present, and leaves that
 * hash up to the signed root. Results of another worker or lease cannot pass: both are in the leaves.
 */
export function checkResults(
  results: ShardResults,
  signed: { readonly lease: Bytes32; readonly worker: Address; readonly root: Root; readonly spec: ShardSpec },
): ResultsCheck {
  const { root, spec } = signed
  if (results.lease !== signed.lease) return { ok: false, why: 'the results are for another lease' }
  if (root.done > spec.seeds.length)
    return { ok: false, why: `the root claims ${root.done} of ${spec.seeds.length} slices` }
  if (results.slices.length !== root.done) {
    return { ok: false, why: `the root claims ${root.done} slices, the results hold ${results.slices.length}` }
  }
  for (const [k, record] of results.slices.entries()) {
    if (record.k !== k) return { ok: false, why: `slice ${record.k} stands at place ${k}` }
    const why = checkSlice(record.result, spec.invocation.targets)
    if (why) return { ok: false, why: `slice ${k}: ${why}` }
  }
  const leaves = results.slices.map((record) =>
    leafHash({
      specDigest: root.specDigest,
      worker: signed.worker,
      k: record.k,
      executions: record.result.executions,
      resultDigest: sliceResultDigest(record.result),
      corpusDigest: record.corpusDigest,
      salt: record.salt,
    }),
  )
  if (shardRoot(leaves, spec.seeds.length) !== root.root)
    return { ok: false, why: 'the leaves do not hash up to the signed root' }
  return { ok: true }
}

/** More executions than any machine can make in one slice: beyond it, sums would stop being exact. */
const EXECUTIONS_LIMIT = 2 ** 40

/** A slice that calls itself completed must say something of every target, in order, and of each what fits together. */
function checkSlice({ outcome, targets, executions }: SliceResult, expected: readonly string[]): string | undefined {
  if (executions > EXECUTIONS_LIMIT) return 'it claims more executions than a machine can make'
  if (outcome.kind !== 'completed')
    return targets.length === 0 && executions === 0 ? undefined : 'a slice that did not complete reports work'
  if (targets.length !== expected.length) return `${targets.length} targets of ${expected.length}`
  for (const [i, result] of targets.entries()) {
    if (result.target !== expected[i]) return `target ${i} is not the one of the spec`
    if (result.executions > EXECUTIONS_LIMIT) return 'it claims more executions than a machine can make'
    if (result.finding === null) continue
    if (result.status !== 'failed' || result.finding.target !== result.target)
      return `the finding of target ${i} is not one of a failed target of that name`
  }
  return undefined
}
