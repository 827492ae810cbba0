import type { PinnedProgram } from '../protocol/shardSpec.ts'

/** Name and version: what a worker has, and what a shard wants. The worker itself compares the binaries' digests. */
export function engineKey(engine: Pick<PinnedProgram, 'name' | 'version'>): string {
  return `${engine.name}@${engine.version}`
}
