import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BlobReader } from '../../src/pool/pool.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import type { Layer } from '../../src/protocol/shardSpec.ts'
import { type BundleStoreParts, openBundleStore } from './bundleStore.ts'
import { openLayerCache } from './layerCache.ts'

let dir: string
let parts: BundleStoreParts & { unpacks: number; fail: boolean }
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fbworker-bundle-'))
  parts = {
    unpacks: 0,
    fail: false,
    cache: await openLayerCache(join(dir, 'cache'), 1_000, Date.now),
    makeRoot: () => mkdtemp('/tmp/fb'),
    removeRoot: (root) => rm(root, { recursive: true, force: true }),
    async unpack(sources, directory) {
      this.unpacks += 1
      if (this.fail) throw new RangeError('a hostile member')
      await mkdir(directory)
      for (const { layer } of sources) await writeFile(join(directory, layer.kind), '')
    },
  }
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const never = new AbortController().signal
const bytes = new TextEncoder().encode('a layer')
const layers: Layer[] = [{ kind: 'project', digest: sha256(bytes), bytes: bytes.length, unpackedBytes: 0 }]
const relay: BlobReader = {
  getBlob: async () => bytes,
  async *readBlob() {
    yield bytes
  },
}
const markers = () => readdir(join(dir, 'roots'))

test('a bundle that cannot be unpacked leaves no directory behind', async () => {
  const store = await openBundleStore(join(dir, 'roots'), parts)
  parts.fail = true
  await expect(store.acquire(layers, relay, never)).rejects.toThrow('hostile')
  expect(await markers()).toEqual([])
  parts.fail = false
  await (await store.acquire(layers, relay, never)).release()
})

test('slots share one unpacked project, and the last one to leave removes it', async () => {
  const store = await openBundleStore(join(dir, 'roots'), parts)
  const [a, b] = await Promise.all([store.acquire(layers, relay, never), store.acquire(layers, relay, never)])
  expect(parts.unpacks).toBe(1)
  expect(a.projectDir).toBe(b.projectDir)
  expect(await readdir(a.projectDir)).toEqual(['project'])
  await a.release()
  await a.release()
  expect(existsSync(b.projectDir)).toBe(true)
  await b.release()
  expect(existsSync(b.projectDir)).toBe(false)
  expect(await markers()).toEqual([])
})

test('directories of a process that died are removed at the next start, those of others are not', async () => {
  const store = await openBundleStore(join(dir, 'roots'), parts)
  const left = await store.acquire(layers, relay, never)
  const foreign = await mkdtemp('/tmp/fb')
  expect(await markers()).toEqual([basename(join(left.projectDir, '..'))])
  await openBundleStore(join(dir, 'roots'), parts)
  expect(existsSync(left.projectDir)).toBe(false)
  expect(existsSync(foreign)).toBe(true)
  await rm(foreign, { recursive: true })
})
