import type { Engine, Workbench } from '../engines/engine.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { Invocation } from '../protocol/shardSpec.ts'
import type { SliceLimits } from '../protocol/sliceLimits.ts'
import type { LocalCorpus } from './localCorpus.ts'
import type { LocalQueue } from './localQueue.ts'
import type { SliceSource } from './sliceSource.ts'

/** A shard to be run on this machine. */
export interface LocalShard {
  readonly shard: number
  readonly invocation: Invocation
  readonly limits: SliceLimits
  readonly seeds: readonly Bytes32[]
  /** Positions to run; all when not given. */
  readonly ks?: readonly number[]
}

/**
 * Runs shards slice by slice on this machine's free cores, the first slices of all shards first, so that a campaign that
 * is cut short has tried everything a little. Stops taking slices when `goOn` says so.
 * @returns the slices that ended, in no particular order
 */
export async function runSlices(
  shards: readonly LocalShard[],
  deps: {
    readonly engine: Engine
    /** Where an invocation runs. */
    readonly workbench: (invocation: Invocation) => Workbench
    readonly queue: LocalQueue
    readonly goOn: () => boolean
    readonly onSlice: (source: SliceSource) => void
    /** What coverage-guided invariants start from, and add to. */
    readonly corpus?: LocalCorpus
    readonly signal?: AbortSignal
  },
): Promise<SliceSource[]> {
  const longest = Math.max(0, ...shards.map((shard) => shard.seeds.length))
  const order = Array.from({ length: longest }, (_, k) => k).flatMap((k) =>
    shards
      .filter((shard) => k < shard.seeds.length && (shard.ks === undefined || shard.ks.includes(k)))
      .map((shard) => ({ shard, k })),
  )
  const ended: SliceSource[] = []
  const work = order.map(({ shard, k }) =>
    deps.queue.run('slice', async () => {
      if (!deps.goOn() || deps.signal?.aborted) return
      const run = await deps.engine
        .runSlice({
          ...deps.workbench(shard.invocation),
          invocation: shard.invocation,
          limits: shard.limits,
          seed: shard.seeds[k]!,
          corpusDir: deps.corpus?.from ?? null,
          ...(deps.corpus && shard.invocation.corpus && { keepCorpus: deps.corpus.keep() }),
          ...(deps.signal && { signal: deps.signal }),
        })
        .catch((error: unknown) => {
          // A slice that this machine itself stopped says nothing about the project.
          if (deps.signal?.aborted) return undefined
          throw error
        })
      if (run === undefined || deps.signal?.aborted) return
      const source = {
        shard: shard.shard,
        k,
        worker: null,
        cpuMs: Math.round(run.cpuSeconds * 1_000),
        result: run.result,
      }
      ended.push(source)
      deps.onSlice(source)
    }),
  )
  await Promise.all(work)
  return ended
}
