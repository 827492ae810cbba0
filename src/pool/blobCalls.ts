import { createHash } from 'node:crypto'
import { API } from '../protocol/api.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import { BlobAltered, RelayUnreachable } from './errors.ts'
import type { BlobReader, CallOptions } from './pool.ts'
import type { SignedCalls } from './signedCalls.ts'

async function* piecesOf(
  response: Response,
  url: string,
  digest: Bytes32,
  maxBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const piece of response.body ?? []) {
      bytes += piece.length
      if (bytes > maxBytes) break
      hash.update(piece)
      yield piece
    }
  } catch (error) {
    throw new RelayUnreachable(url, 'the connection was lost within a blob', error)
  }
  if (bytes > maxBytes) throw new BlobAltered(digest, `it is longer than ${maxBytes} bytes`)
  const length = response.headers.get('content-length')
  if (length !== null && Number(length) !== bytes)
    throw new RelayUnreachable(url, `${bytes} of ${length} bytes of a blob arrived`)
  const found = `0x${hash.digest('hex')}`
  if (found !== digest) throw new BlobAltered(digest, `their digest is ${found}`)
}

/** Blobs by digest, checked on the way in. */
export function blobCalls(calls: SignedCalls, url: string): BlobReader {
  const request = (digest: Bytes32) => ({ method: 'GET', path: `/blobs/${digest}` }) as const
  return {
    getBlob: (digest, { maxBytes }, call) =>
      calls.retried(
        request(digest),
        async (response) => {
          const pieces: Uint8Array[] = []
          for await (const piece of piecesOf(response, url, digest, maxBytes)) pieces.push(piece)
          return new Uint8Array(Buffer.concat(pieces))
        },
        call,
      ),
    async *readBlob(digest, { maxBytes }, call?: CallOptions) {
      const response = await calls.retried(request(digest), async (opened) => opened, call)
      yield* piecesOf(response, `${url}${API}`, digest, maxBytes)
    },
  }
}
