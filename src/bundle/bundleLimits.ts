/** What a bundle may hold at most. The packer refuses more, and so does every worker. */
export interface BundleLimits {
  /** Compressed bytes of all layers together. */
  readonly packedBytes: number
  /** Bytes of all uncompressed archives together, headers included. */
  readonly unpackedBytes: number
  /** Files of all layers together. */
  readonly files: number
}

/**
 * Five times what the largest of 16 public projects needed (22 MB of compressed artifacts, 32 MB of sources), so that the
 * limit meets mistakes, not projects.
 */
export const DEFAULT_BUNDLE_LIMITS: BundleLimits = {
  packedBytes: 256 * 2 ** 20,
  unpackedBytes: 2 ** 30,
  files: 50_000,
}
