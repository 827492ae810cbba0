import { Gzip } from 'fflate'

/**
 * Bytes that are compressed at a time. fflate's output depends on how its input is cut, so it is always cut here.
 */
const SEGMENT_BYTES = 2 ** 20
/** gzip's own default. */
const LEVEL = 6

/** Compresses a stream of bytes piece by piece. */
export interface StableGzip {
  write(bytes: Uint8Array): void
  /** The whole gzip member. */
  finish(): Uint8Array
}

/**
 * A gzip compressor whose output depends on its input alone, however it is cut into writes: fflate is plain JavaScript and
 * pinned exactly. zlib's output is allowed to differ between versions and processors, and a layer is named by its
 * compressed bytes.
 */
export function createStableGzip(): StableGzip {
  const parts: Uint8Array[] = []
  const gzip = new Gzip({ level: LEVEL, mtime: 0 }, (chunk) => parts.push(chunk))
  const segment = new Uint8Array(SEGMENT_BYTES)
  let filled = 0
  return {
    write(bytes) {
      for (let at = 0; at < bytes.length; ) {
        if (filled === SEGMENT_BYTES) {
          // A copy: fflate keeps a window of what it was given.
          gzip.push(segment.slice())
          filled = 0
        }
        const part = bytes.subarray(at, at + SEGMENT_BYTES - filled)
        segment.set(part, filled)
        filled += part.length
        at += part.length
      }
    },
    finish() {
      gzip.push(segment.slice(0, filled), true)
      return new Uint8Array(Buffer.concat(parts))
    },
  }
}
