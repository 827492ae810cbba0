import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { LayerSource } from '../../src/bundle/unpackLayers.ts'
import type { BlobReader } from '../../src/pool/pool.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import type { Bytes32 } from '../../src/protocol/primitives.ts'
import type { Layer } from '../../src/protocol/shardSpec.ts'
import type { CachedLayer, LayerCache } from './layerCache.ts'

/** A project unpacked for slices, until released. */
export interface Bundle {
  /** `/tmp/fbXXXXXX/project`. Read-only to slices. */
  readonly projectDir: string
  release(): Promise<void>
}

/** What the store is made of: the sandbox's directories and the bundle's unpacking. */
export interface BundleStoreParts {
  readonly cache: LayerCache
  /** Makes a directory `/tmp/fbXXXXXX`. */
  makeRoot(): Promise<string>
  removeRoot(root: string): Promise<void>
  /** Unpacks layers over one another into a new directory. Refuses hostile members; all or nothing. */
  unpack(sources: readonly LayerSource[], directory: string): Promise<void>
}

/** Unpacked projects, each once, shared by all slots that run shards of it. */
export interface BundleStore {
  /** @throws LayerUnusable, coded errors of unpacking, and what the relay's client throws. */
  acquire(layers: readonly Layer[], from: BlobReader, signal: AbortSignal): Promise<Bundle>
}

interface Unpacked {
  users: number
  readonly ready: Promise<{ root: string; projectDir: string }>
}

/** Other users of the machine are kept out by the sandbox root above; the sandboxed program may be another user than us. */
const PROJECT_MODE = 0o755

/**
 * Opens the store. Directories that an earlier process of this data directory left behind are removed first; their
 * names are kept in `markersDir`, because they lie under /tmp beside those of other workers.
 */
export async function openBundleStore(markersDir: string, parts: BundleStoreParts): Promise<BundleStore> {
  await mkdir(markersDir, { recursive: true, mode: 0o700 })
  for (const name of await readdir(markersDir)) {
    if (/^fb[A-Za-z0-9]{6}$/.test(name)) await parts.removeRoot(join('/tmp', name))
    await rm(join(markersDir, name), { force: true })
  }
  const unpacked = new Map<Bytes32, Unpacked>()

  async function discard(root: string): Promise<void> {
    await parts.removeRoot(root)
    await rm(join(markersDir, basename(root)), { force: true })
  }

  async function unpackAll(layers: readonly Layer[], from: BlobReader, signal: AbortSignal) {
    const root = await parts.makeRoot()
    const held: CachedLayer[] = []
    try {
      await writeFile(join(markersDir, basename(root)), '', { mode: 0o600 })
      const sources: LayerSource[] = []
      for (const layer of layers) {
        const cached = await parts.cache.acquire(layer, from, signal)
        held.push(cached)
        sources.push({ layer, from: cached.path })
      }
      const projectDir = join(root, 'project')
      signal.throwIfAborted()
      await parts.unpack(sources, projectDir)
      await chmod(projectDir, PROJECT_MODE)
      return { root, projectDir }
    } catch (error) {
      await discard(root)
      throw error
    } finally {
      for (const layer of held) layer.release()
    }
  }

  return {
    async acquire(layers, from, signal) {
      const key = sha256(layers.map((layer) => layer.digest).join('\n'))
      for (;;) {
        const known = unpacked.get(key)
        const entry = known ?? { users: 0, ready: unpackAll(layers, from, signal) }
        unpacked.set(key, entry)
        entry.users += 1
        try {
          const { root, projectDir } = await entry.ready
          return { projectDir, release: releaseOnce(entry, key, root) }
        } catch (error) {
          if (unpacked.get(key) === entry) unpacked.delete(key)
          // Another slot's failure or abort is not ours: unpack for ourselves.
          if (known === undefined || signal.aborted) throw error
        }
      }
    },
  }

  function releaseOnce(entry: Unpacked, key: Bytes32, root: string): () => Promise<void> {
    let held = true
    return async () => {
      if (!held) return
      held = false
      entry.users -= 1
      if (entry.users > 0) return
      unpacked.delete(key)
      await discard(root)
    }
  }
}
