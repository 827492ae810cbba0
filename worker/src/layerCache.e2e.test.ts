import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BlobReader } from '../../src/pool/pool.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import { openLayerCache } from './layerCache.ts'

let dir: string
let time = 1_000
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fbworker-cache-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const never = new AbortController().signal
const tick = () => (time += 1_000)

function layerOf(text: string) {
  const bytes = new TextEncoder().encode(text)
  return { digest: sha256(bytes), bytes: bytes.length, content: bytes }
}

/** Serves some layers and counts how often each is read. */
function source(...layers: ReturnType<typeof layerOf>[]): BlobReader & { reads: number } {
  return {
    reads: 0,
    async getBlob() {
      throw new RangeError('the cache streams')
    },
    async *readBlob(digest) {
      this.reads += 1
      const layer = layers.find((candidate) => candidate.digest === digest)
      if (layer === undefined) throw new RangeError('no such blob')
      yield layer.content.subarray(0, 2)
      yield layer.content.subarray(2)
    },
  }
}

test('a layer larger than the cap is refused before a byte is fetched', async () => {
  const layer = layerOf('0123456789')
  const from = source(layer)
  const cache = await openLayerCache(dir, 9, tick)
  await expect(cache.acquire(layer, from, never)).rejects.toMatchObject({ code: 'FB3205' })
  expect(from.reads).toBe(0)
})

test('bytes of another digest are refused and leave nothing on disk', async () => {
  const layer = { ...layerOf('right'), content: new TextEncoder().encode('wrong') }
  const cache = await openLayerCache(dir, 100, tick)
  await expect(cache.acquire(layer, source(layer), never)).rejects.toMatchObject({ code: 'FB3205' })
  expect(await readdir(dir)).toEqual([])
})

test('a layer is fetched once, however many slots ask for it at the same time', async () => {
  const layer = layerOf('shared')
  const from = source(layer)
  const cache = await openLayerCache(dir, 100, tick)
  const held = await Promise.all(Array.from({ length: 5 }, () => cache.acquire(layer, from, never)))
  expect(from.reads).toBe(1)
  expect(await readFile(held[0]!.path, 'utf8')).toBe('shared')
})

test('a download that fails is tried again by the next who waits', async () => {
  const layer = layerOf('flaky')
  const good = source(layer)
  const bad: BlobReader = {
    ...good,
    readBlob: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new RangeError('cut')) }) }),
  }
  const cache = await openLayerCache(dir, 100, tick)
  const [first, second] = await Promise.allSettled([
    cache.acquire(layer, bad, never),
    cache.acquire(layer, good, never),
  ])
  expect(first.status).toBe('rejected')
  expect(second.status).toBe('fulfilled')
})

test('the least recently used layers make room, those in use stay, and a restart remembers', async () => {
  const [a, b, c] = [layerOf('aaaa'), layerOf('bbbb'), layerOf('cccc')]
  const from = source(a, b, c)
  const cache = await openLayerCache(dir, 10, tick)
  const heldA = await cache.acquire(a, from, never)
  ;(await cache.acquire(b, from, never)).release()
  ;(await cache.acquire(c, from, never)).release()
  expect((await readdir(dir)).sort()).toEqual([a.digest.slice(2), c.digest.slice(2)].sort())
  heldA.release()
  const again = await openLayerCache(dir, 10, tick)
  expect(again.usedBytes).toBe(8)
  ;(await again.acquire(a, from, never)).release()
  expect(from.reads).toBe(3)
  ;(await again.acquire(b, from, never)).release()
  expect((await readdir(dir)).sort()).toEqual([a.digest.slice(2), b.digest.slice(2)].sort())
})

test('what a crash left half-written goes, and a file that rotted is fetched again', async () => {
  const layer = layerOf('precious')
  const from = source(layer)
  ;(await (await openLayerCache(dir, 100, tick)).acquire(layer, from, never)).release()
  await writeFile(join(dir, '.unfinished-0011'), 'half')
  await writeFile(join(dir, layer.digest.slice(2)), 'prexious')
  const cache = await openLayerCache(dir, 100, tick)
  const held = await cache.acquire(layer, from, never)
  expect(await readFile(held.path, 'utf8')).toBe('precious')
  expect(from.reads).toBe(2)
  expect(await readdir(dir)).toEqual([layer.digest.slice(2)])
})
