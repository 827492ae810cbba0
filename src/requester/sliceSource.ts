import type { Address } from 'viem'
import type { SliceResult } from '../protocol/sliceResult.ts'

/** A slice's result together with where it came from. `worker` is null for slices that ran on this machine. */
export interface SliceSource {
  readonly shard: number
  readonly k: number
  readonly worker: Address | null
  readonly cpuMs: number
  readonly result: SliceResult
}
