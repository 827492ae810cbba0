import { z } from 'zod'
import { zBytes32, zCount, zUint32 } from './primitives.ts'
import { SLICES_PER_SHARD_LIMIT } from './shardSpec.ts'
import { zSliceResult } from './sliceResult.ts'

/** One slice as the worker shows it after its root: enough to recompute its leaf. */
export const zSliceRecord = z.strictObject({
  k: zUint32,
  salt: zBytes32,
  corpusDigest: zBytes32,
  /** CPU seconds in milliseconds, for the worker's own accounting; not evidence. */
  cpuMs: zCount,
  result: zSliceResult,
})
export type SliceRecord = z.output<typeof zSliceRecord>

/** What a worker uploads for a lease, gzipped and sealed to the job's result key, after its root. Slices 0..done-1 in order. */
export const zShardResults = z.strictObject({
  v: z.literal(1),
  lease: zBytes32,
  slices: z.array(zSliceRecord).max(SLICES_PER_SHARD_LIMIT),
})
export type ShardResults = z.output<typeof zShardResults>
