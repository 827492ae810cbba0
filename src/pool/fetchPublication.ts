import { API } from '../protocol/api.ts'
import { sha256 } from '../protocol/digest.ts'
import type { Bytes32, JobId } from '../protocol/primitives.ts'
import { type Publication, zPublication } from '../protocol/transcript.ts'
import { askRelay } from './askRelay.ts'
import { BlobAltered, RelayUnreachable } from './errors.ts'

/**
 * What a finished job's requester published, as a relay shows it to anybody. Nothing of it is checked here.
 * @throws RelayUnreachable, RelayRefused (FB3007: nothing was published), NotARelay
 */
export async function fetchPublication(url: string, job: JobId, fetchPage: typeof fetch): Promise<Publication> {
  return askRelay(url, `/jobs/${job}/publication`, zPublication, 'publication', fetchPage)
}

/**
 * A blob of a published job; undefined when the relay has not got it, or not for everybody.
 * @throws RelayUnreachable, BlobAltered when it is not the blob of that digest or longer than `maxBytes`
 */
export async function fetchPublicBlob(
  url: string,
  job: JobId,
  digest: Bytes32,
  maxBytes: number,
  fetchPage: typeof fetch,
): Promise<Uint8Array | undefined> {
  const base = url.replace(/\/+$/, '')
  const pieces: Uint8Array[] = []
  let bytes = 0
  try {
    const response = await fetchPage(`${base}${API}/jobs/${job}/blobs/${digest}`, { redirect: 'error' })
    if (response.status === 404) return undefined
    if (!response.ok) throw new RelayUnreachable(base, `it answers with status ${response.status}`)
    for await (const piece of response.body ?? []) {
      bytes += piece.length
      if (bytes > maxBytes) throw new BlobAltered(digest, `it is longer than ${maxBytes} bytes`)
      pieces.push(piece)
    }
  } catch (error) {
    if (error instanceof BlobAltered || error instanceof RelayUnreachable) throw error
    throw new RelayUnreachable(base, error instanceof Error ? error.message : String(error), error)
  }
  const blob = new Uint8Array(Buffer.concat(pieces))
  const found = sha256(blob)
  if (found !== digest) throw new BlobAltered(digest, `their digest is ${found}`)
  return blob
}
