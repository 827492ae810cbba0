import type { Engine, Workbench } from '../engines/engine.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { ShardSpec } from '../protocol/shardSpec.ts'
import { compareSlice, describeDifference, type SliceClaim } from '../verify/compareSlice.ts'
import type { LocalCorpus } from './localCorpus.ts'
import type { LocalQueue } from './localQueue.ts'

/**
 * - `agreed`: the re-run gave the same.
 * - `cheated`: two re-runs agree with each other and not with the claim.
 * - `void`: this machine's own re-runs disagree, or one side did not complete: nothing is proven. Nobody is struck, and
 *   nobody is paid.
 */
export type AuditVerdict =
  | { readonly kind: 'agreed' }
  | { readonly kind: 'cheated'; readonly difference: string; readonly reruns: readonly [SliceClaim, SliceClaim] }
  | {
      readonly kind: 'void'
      readonly why: string
      /** The worker is of another determinism class, and its claim differs. */
      readonly foreign?: true
      /** Given when they disagree: the engine is not bit-exact here. */
      readonly reruns?: readonly [SliceClaim, SliceClaim]
    }

/** What an audit runs with. */
export interface AuditBench {
  readonly engine: Engine
  readonly workbench: Workbench
  readonly queue: LocalQueue
  /** Takes what coverage-guided re-runs leave: this machine's own inputs, and nobody's word. */
  readonly corpus?: Pick<LocalCorpus, 'keep'>
  readonly signal?: AbortSignal
}

/** Re-runs slice `k` of a shard here and compares it with the worker's claim; a mismatch must survive a second re-run. */
export async function auditSlice(
  spec: ShardSpec,
  k: number,
  claim: SliceClaim,
  bench: AuditBench,
): Promise<AuditVerdict> {
  const rerun = (): Promise<SliceClaim> =>
    bench.queue.run('audit', () =>
      bench.engine.runSlice({
        ...bench.workbench,
        invocation: spec.invocation,
        limits: spec.limits,
        seed: spec.seeds[k]!,
        corpusDir: null,
        ...(bench.corpus && spec.invocation.corpus && { keepCorpus: bench.corpus.keep() }),
        ...(bench.signal && { signal: bench.signal }),
      }),
    )
  const first = await rerun()
  const comparison = compareSlice(claim, first)
  if (comparison === 'match') return { kind: 'agreed' }
  if (comparison === 'incomparable') return { kind: 'void', why: incomplete(claim, first) }
  const second = await rerun()
  if (bench.signal?.aborted) return { kind: 'void', why: 'the burst was stopped' }
  switch (compareSlice(first, second)) {
    case 'match':
      return { kind: 'cheated', difference: describeDifference(claim, first), reruns: [first, second] }
    case 'incomparable':
      return { kind: 'void', why: incomplete(first, second) }
    case 'mismatch':
      return {
        kind: 'void',
        why: `two re-runs on this machine disagree (${describeDifference(second, first)}): not deterministic here`,
        reruns: [first, second],
      }
  }
}

/**
 * What a verdict of this machine is worth for a worker of a class. Equal results prove the work, whoever did it. Unequal ones of two
 * classes prove nothing: honest machines of them may differ.
 * @param classes null: not known, and taken to be the same
 */
export function ofClasses(
  verdict: AuditVerdict,
  { worker, own }: { readonly worker: Bytes32 | null; readonly own: Bytes32 | null },
): AuditVerdict {
  const isForeign = worker !== null && own !== null && worker !== own
  if (verdict.kind !== 'cheated' || !isForeign) return verdict
  const why = `another determinism class gave another result (${verdict.difference})`
  return { kind: 'void', why, foreign: true }
}

function incomplete(claim: SliceClaim, rerun: SliceClaim): string {
  const which = claim.result.outcome.kind === 'completed' ? 'the re-run' : 'the delivered slice'
  const { outcome } = claim.result.outcome.kind === 'completed' ? rerun.result : claim.result
  return `${which} did not complete (${outcome.kind === 'limit' ? `${outcome.limit} limit` : outcome.kind})`
}
