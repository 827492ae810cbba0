import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { BlobReader } from '../../src/pool/pool.ts'
import type { Bytes32 } from '../../src/protocol/primitives.ts'
import { syncDirectory, UNFINISHED_PREFIX } from './durableFile.ts'
import { LayerUnusable } from './errors.ts'
import { isMissingFile } from './isMissingFile.ts'

/** A cached layer that is not evicted until it is released. */
export interface CachedLayer {
  readonly path: string
  release(): void
}

/** Layers by digest on disk, shared by all slots, under a size cap. */
export interface LayerCache {
  /** Bytes on disk, unfinished downloads not counted. */
  readonly usedBytes: number
  /**
   * The file of a layer: from disk when it is there and whole, else from the relay; askers at the same time share one
   * download. @throws LayerUnusable, and whatever the relay's client throws.
   */
  acquire(layer: { digest: Bytes32; bytes: number }, from: BlobReader, signal: AbortSignal): Promise<CachedLayer>
}

interface Entry {
  bytes: number
  lastUsedMs: number
  users: number
}

/**
 * Opens the cache in a directory and removes what a crash left half-written. Least recently used layers go first when
 * `capBytes` is passed; those in use stay.
 */
export async function openLayerCache(dir: string, capBytes: number, nowMs: () => number): Promise<LayerCache> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const entries = await readEntries(dir)
  const downloads = new Map<Bytes32, Promise<void>>()
  const pathOf = (digest: Bytes32) => join(dir, digest.slice(2))

  /** Makes room for `bytes` more. */
  async function evictFor(bytes: number): Promise<void> {
    const idle = [...entries]
      .filter(([, entry]) => entry.users === 0)
      .sort(([, a], [, b]) => a.lastUsedMs - b.lastUsedMs)
    for (const [digest] of idle) {
      if (used() + bytes <= capBytes) return
      entries.delete(digest)
      await rm(pathOf(digest), { force: true })
    }
  }
  const used = () => [...entries.values()].reduce((sum, entry) => sum + entry.bytes, 0)

  async function download(layer: { digest: Bytes32; bytes: number }, from: BlobReader, signal: AbortSignal) {
    await evictFor(layer.bytes)
    const temporary = join(dir, `${UNFINISHED_PREFIX}${randomBytes(8).toString('hex')}`)
    try {
      const file = await open(temporary, 'wx', 0o600)
      try {
        // Yields are written as they come; the client checks the digest at the end of the stream and throws if it is wrong.
        for await (const chunk of from.readBlob(layer.digest, { maxBytes: layer.bytes }, { signal }))
          await file.writeFile(chunk)
        await file.sync()
      } finally {
        await file.close()
      }
      if (!(await isWhole(temporary, layer))) throw new LayerUnusable(layer.digest, 'the bytes received are others')
      await rename(temporary, pathOf(layer.digest))
      await syncDirectory(dir)
      entries.set(layer.digest, { bytes: layer.bytes, lastUsedMs: nowMs(), users: 0 })
    } finally {
      await rm(temporary, { force: true })
    }
  }

  function hold(digest: Bytes32, entry: Entry): CachedLayer {
    entry.users += 1
    entry.lastUsedMs = nowMs()
    let held = true
    return {
      path: pathOf(digest),
      release() {
        if (held) entry.users -= 1
        held = false
      },
    }
  }

  return {
    get usedBytes() {
      return used()
    },
    async acquire(layer, from, signal) {
      if (layer.bytes > capBytes)
        throw new LayerUnusable(layer.digest, `its ${layer.bytes} bytes are more than the cache may hold (${capBytes})`)
      for (;;) {
        signal.throwIfAborted()
        const entry = entries.get(layer.digest)
        if (entry !== undefined) {
          const held = hold(layer.digest, entry)
          // Disks rot and people tidy up: what is not whole any more is fetched again.
          if (await isWhole(held.path, layer)) {
            await utimes(held.path, nowMs() / 1_000, nowMs() / 1_000)
            return held
          }
          held.release()
          entries.delete(layer.digest)
          continue
        }
        const running = downloads.get(layer.digest)
        if (running !== undefined) {
          // Whoever started it reports its failure; the others try for themselves.
          await running.catch(() => undefined)
          continue
        }
        const own = download(layer, from, signal).finally(() => downloads.delete(layer.digest))
        downloads.set(layer.digest, own)
        await own
      }
    },
  }
}

async function readEntries(dir: string): Promise<Map<Bytes32, Entry>> {
  const entries = new Map<Bytes32, Entry>()
  for (const name of await readdir(dir)) {
    const path = join(dir, name)
    if (!/^[0-9a-f]{64}$/.test(name)) await rm(path, { recursive: true, force: true })
    else {
      const { size, mtimeMs } = await stat(path)
      entries.set(`0x${name}`, { bytes: size, lastUsedMs: mtimeMs, users: 0 })
    }
  }
  return entries
}

async function isWhole(path: string, layer: { digest: Bytes32; bytes: number }): Promise<boolean> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk)
      bytes += chunk.length
    }
  } catch (error) {
    if (isMissingFile(error)) return false
    throw error
  }
  return bytes === layer.bytes && `0x${hash.digest('hex')}` === layer.digest
}
