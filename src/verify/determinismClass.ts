import { documentDigest } from '../protocol/digest.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { PinnedProgram } from '../protocol/shardSpec.ts'

/**
 * The determinism class of a machine: over what the self-test's slices gave (digests of results and corpora, in order) and
 * which engine gave them. Machines of one class may be compared by equality.
 */
export function determinismClass(
  engine: Pick<PinnedProgram, 'name' | 'version'>,
  digests: readonly Bytes32[],
): Bytes32 {
  return documentDigest('class', { v: 1, engine: engine.name, version: engine.version, digests })
}
