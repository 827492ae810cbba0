import { documentDigest } from '../protocol/digest.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { Layer } from '../protocol/shardSpec.ts'

/** One layer before compression: what of it is the same on every machine. */
export interface LayerContents {
  readonly kind: Layer['kind']
  /** SHA-256 of the uncompressed archive. */
  readonly contents: Bytes32
}

/**
 * Names a project by its contents: the same tree has the same digest on any machine and with any compressor, a later and
 * better one of ours included. (A layer's own digest names compressed bytes.)
 */
export function projectDigest(layers: readonly LayerContents[]): Bytes32 {
  return documentDigest('project', {
    v: 1,
    layers: layers.map((layer) => ({ kind: layer.kind, contents: layer.contents })),
  })
}
