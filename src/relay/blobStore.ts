import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, type Stats } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Bytes32 } from '../protocol/primitives.ts'
import { DigestMismatch, TooLarge } from './errors.ts'

/** Blobs on disk, named by their SHA-256. A name appears only once all its bytes are on the disk. */
export interface BlobStore {
  /** Streams a blob in. @throws TooLarge, DigestMismatch; nothing is left of it then. @returns its length */
  put(digest: Bytes32, source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<number>
  /** The stored length, or undefined. */
  size(digest: Bytes32): Promise<number | undefined>
  read(digest: Bytes32): Readable
  /** Removes a blob that was stored before a time (milliseconds): one that was uploaded anew meanwhile stays. */
  remove(digest: Bytes32, storedBeforeMs: number): Promise<void>
}

/** Opens the store in a folder; left-overs of uploads that a crash cut off are deleted. */
export async function openBlobStore(folder: string): Promise<BlobStore> {
  const incoming = join(folder, 'incoming')
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true })

  // Digests were parsed as 0x and 64 hex digits at the edge: they cannot hold a path.
  const folderOf = (digest: Bytes32): string => join(folder, digest.slice(2, 4))
  const pathOf = (digest: Bytes32): string => join(folderOf(digest), digest.slice(2))

  async function sync(path: string): Promise<void> {
    const handle = await open(path, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  return {
    async put(digest, source, maxBytes) {
      const temporary = join(incoming, randomBytes(16).toString('hex'))
      const hash = createHash('sha256')
      let bytes = 0
      const handle = await open(temporary, 'wx', 0o600)
      try {
        try {
          for await (const piece of source) {
            bytes += piece.length
            if (bytes > maxBytes) throw new TooLarge('blob', bytes, maxBytes)
            hash.update(piece)
            await handle.writeFile(piece)
          }
          if (`0x${hash.digest('hex')}` !== digest) throw new DigestMismatch()
          await handle.sync()
        } finally {
          await handle.close()
        }
        await mkdir(folderOf(digest), { recursive: true })
        await rename(temporary, pathOf(digest))
        await sync(folderOf(digest))
        return bytes
      } finally {
        await rm(temporary, { force: true })
      }
    },
    async size(digest) {
      return (await statOrNothing(pathOf(digest)))?.size
    },
    read: (digest) => createReadStream(pathOf(digest)),
    async remove(digest, storedBeforeMs) {
      const found = await statOrNothing(pathOf(digest))
      if (found !== undefined && found.mtimeMs < storedBeforeMs) await rm(pathOf(digest), { force: true })
    },
  }
}

async function statOrNothing(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
