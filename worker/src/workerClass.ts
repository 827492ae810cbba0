import { documentDigest } from '../../src/protocol/digest.ts'
import type { Bytes32 } from '../../src/protocol/primitives.ts'
import type { PinnedProgram } from '../../src/protocol/shardSpec.ts'

/**
 * The determinism class of a worker: over what the self-test's slices gave (digests of results and corpora, in order) and
 * which engine gave them. Workers of one class may be compared by equality.
 */
export function determinismClass(
  engine: Pick<PinnedProgram, 'name' | 'version'>,
  digests: readonly Bytes32[],
): Bytes32 {
  return documentDigest('class', { v: 1, engine: engine.name, version: engine.version, digests })
}
