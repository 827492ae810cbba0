import type { Address } from 'viem'
import { leafHash } from '../protocol/leaf.ts'
import type { Root } from '../protocol/messages.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { ShardResults } from '../protocol/results.ts'
import { shardRoot } from '../protocol/shardRoot.ts'
import type { ShardSpec } from '../protocol/shardSpec.ts'
import { sliceResultDigest } from '../protocol/sliceResult.ts'

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
    const why = checkTargets(record.result.outcome.kind, record.result.targets, spec.invocation.targets)
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

/** A slice that calls itself completed must say something of every target, in order. */
function checkTargets(
  outcome: string,
  found: readonly { target: string }[],
  expected: readonly string[],
): string | undefined {
  if (outcome !== 'completed') return found.length === 0 ? undefined : 'a slice that did not complete reports targets'
  if (found.length !== expected.length) return `${found.length} targets of ${expected.length}`
  const at = found.findIndex((result, i) => result.target !== expected[i])
  return at < 0 ? undefined : `target ${at} is not the one of the spec`
}
