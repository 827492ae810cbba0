import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { Header, type HeaderData, Pax } from 'tar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import type { Layer } from '../protocol/shardSpec.ts'
import { DEFAULT_BUNDLE_LIMITS } from './bundleLimits.ts'
import { encodeTarMember, TAR_END, tarPadding } from './tarHeader.ts'
import { type LayerSource, unpackLayers } from './unpackLayers.ts'

let root = ''
let target = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fuzzburst-unpack-'))
  target = join(root, 'project')
})
afterEach(async () => {
  await rm(root, { recursive: true, force: true })
})

/** A member as an independent tar library writes it: any type, any name. */
function foreign(data: HeaderData, contents = ''): Uint8Array {
  const header = new Header({ mode: 0o644, uid: 0, gid: 0, mtime: new Date(0), size: contents.length, ...data })
  const block = Buffer.alloc(512)
  header.encode(block)
  return Buffer.concat([block, pad(Buffer.from(contents))])
}

function ours(path: string, contents = 'x', executable = false): Uint8Array {
  const bytes = Buffer.from(contents)
  return Buffer.concat([encodeTarMember({ path, bytes: bytes.length, executable }), pad(bytes)])
}

function pad(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([bytes, new Uint8Array(tarPadding(bytes.length))])
}

function patched(member: Uint8Array, at: number, bytes: string): Uint8Array {
  const block = Buffer.from(member)
  block.write(bytes, at, 'latin1')
  block.write('        ', 148, 'latin1')
  const sum = block.subarray(0, 512).reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

function archive(...members: Uint8Array[]): Uint8Array {
  return Buffer.concat([...members, TAR_END])
}

function layerOf(plain: Uint8Array, claims: Partial<Layer> = {}): LayerSource {
  const from = gzipSync(plain)
  const layer = { kind: 'project' as const, digest: sha256(from), bytes: from.length, unpackedBytes: plain.length }
  return { layer: { ...layer, ...claims }, from }
}

const hostile: readonly [string, Uint8Array][] = [
  ['an absolute path', archive(ours('/tmp/evil'))],
  ['an absolute Windows path', archive(ours('C:evil'))],
  ['a path that climbs out', archive(ours('a/../../evil'))],
  ['a path that is only ..', archive(ours('..'))],
  ['a path with a dot part', archive(ours('a/./b'))],
  ['a path with an empty part', archive(ours('a//b'))],
  ['a path that ends in a slash', archive(ours('a/'))],
  ['a backslash', archive(ours('a\\..\\..\\evil'))],
  ['a control character', archive(ours('a\u001b[2Jb'))],
  ['a NUL inside a name', archive(patched(ours('abc'), 1, '\0'))],
  ['a NUL inside a long name', archive(ours(`${'a'.repeat(120)}\0b`))],
  ['an over-long name', archive(ours('a'.repeat(256)))],
  ['an over-long path', archive(ours(Array.from({ length: 300 }, () => 'abcd').join('/')))],
  ['a huge extended header', archive(ours(Array.from({ length: 900 }, () => 'abcd').join('/')))],
  ['a symbolic link', archive(foreign({ path: 'a', type: 'SymbolicLink', linkpath: '/etc' }))],
  ['a symbolic link inside', archive(foreign({ path: 'a', type: 'SymbolicLink', linkpath: 'b' }), ours('a/b'))],
  ['a hard link', archive(foreign({ path: 'a', type: 'Link', linkpath: 'b' }))],
  ['a character device', archive(foreign({ path: 'a', type: 'CharacterDevice', devmaj: 1, devmin: 3 }))],
  ['a block device', archive(foreign({ path: 'a', type: 'BlockDevice', devmaj: 8, devmin: 0 }))],
  ['a FIFO', archive(foreign({ path: 'a', type: 'FIFO' }))],
  ['a directory entry', archive(foreign({ path: 'a', type: 'Directory', mode: 0o777 }))],
  ['a contiguous file', archive(patched(ours('a'), 156, '7'))],
  ['an old-style file', archive(patched(ours('a'), 156, '\0'))],
  ['an unknown type', archive(patched(ours('a'), 156, 'Z'))],
  ['a GNU long name', archive(patched(ours('a'), 156, 'L'), ours('b'))],
  ['a sparse file', archive(patched(ours('a'), 156, 'S'))],
  ['a global header', archive(new Pax({ path: 'evil' }, true).encode(), ours('a'))],
  ['a pax header with other keys', archive(new Pax({ path: 'a', uid: 7 }).encode(), ours('b'))],
  ['a pax header before a short name', archive(new Pax({ path: 'a' }).encode(), ours('b'))],
  ['setuid', archive(patched(ours('a'), 100, '0004755\0'))],
  ['another owner', archive(patched(ours('a'), 108, '0000001\0'))],
  ['a date', archive(patched(ours('a'), 136, '00000000001\0'))],
  ['a prefix', archive(patched(ours('a'), 345, '..'))],
  ['a link name on a file', archive(patched(ours('a'), 157, '/etc'))],
  ['a negative size', archive(patched(ours('a'), 124, '\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff'))],
  ['a size beyond the end', archive(patched(ours('a'), 124, '00000077777\0'))],
  ['a wrong checksum', archive(Buffer.from(ours('a')).fill('7', 148, 150))],
  ['one path twice', archive(ours('a/b'), ours('a/b'))],
  ['one path twice but for case', archive(ours('a/Foo.sol'), ours('a/foo.sol'))],
  ['one path twice but for Unicode form', archive(ours('caf\u00e9'), ours('cafe\u0301'))],
  ['a file and a directory of one name', archive(ours('a'), ours('a/b'))],
  ['a directory and a file of one name', archive(ours('a/b'), ours('a'))],
  ['one path twice but for the case of a directory', archive(ours('Lib/a'), ours('lib/a'))],
  ['a file and a directory that differ in case', archive(ours('Lib/a'), ours('lib'))],
  ['bytes hidden in padding', archive(Buffer.from(ours('a')).fill(1, 600, 601))],
  ['bytes after the end', Buffer.concat([archive(ours('a')), ours('b')])],
  ['no end', ours('a')],
  ['half an end', Buffer.concat([ours('a'), new Uint8Array(512)])],
  ['a cut member', archive(ours('a', 'x'.repeat(2_000))).subarray(0, 1_500)],
]

test.each(hostile)('%s is refused and leaves nothing behind', async (_what, plain) => {
  await expect(unpackLayers([layerOf(archive(ours('good'))), layerOf(plain)], target)).rejects.toMatchObject({
    code: 'FB1021',
  })
  expect(await readdir(root)).toEqual([])
})

test('a bomb is refused while it inflates, whether it lies about its size or not', async () => {
  const bomb = archive(ours('zeros', '0'.repeat(5_000_000)))
  await expect(unpackLayers([layerOf(bomb, { unpackedBytes: 10_000 })], target)).rejects.toThrow(/than it announced/)
  const limits = { ...DEFAULT_BUNDLE_LIMITS, unpackedBytes: 1_000_000 }
  await expect(unpackLayers([layerOf(bomb)], target, limits)).rejects.toThrow(/more than is allowed/)
  const half = layerOf(archive(ours('zeros', '0'.repeat(600_000))))
  const other = layerOf(archive(ours('more', '0'.repeat(600_000))))
  await expect(unpackLayers([half, other], target, limits)).rejects.toThrow(/more than is allowed/)
  expect(await readdir(root)).toEqual([])
})

test('too many files, over-long layers and layers that are shorter than announced are refused', async () => {
  const three = layerOf(archive(ours('a'), ours('b'), ours('c')))
  const limits = { ...DEFAULT_BUNDLE_LIMITS, files: 2 }
  await expect(unpackLayers([three], target, limits)).rejects.toThrow(/more files/)
  await expect(unpackLayers([three], target, { ...limits, packedBytes: 10 })).rejects.toThrow(/larger than is allowed/)
  const longer = { ...three, layer: { ...three.layer, unpackedBytes: three.layer.unpackedBytes + 1 } }
  await expect(unpackLayers([longer], target)).rejects.toThrow(/less than it announced/)
  expect(await readdir(root)).toEqual([])
})

test('a file of one layer cannot replace a file of another', async () => {
  const first = layerOf(archive(ours('foundry.toml', 'honest')))
  const second = layerOf(archive(ours('Foundry.toml', 'evil')))
  await expect(unpackLayers([first, second], target)).rejects.toMatchObject({ code: 'FB1021' })
})

test('altered, cut and over-long bytes are told from hostile ones', async () => {
  const good = layerOf(archive(ours('a')))
  const flipped = Buffer.from(good.from as Uint8Array)
  flipped[20] = flipped[20]! ^ 1
  for (const from of [flipped, flipped.subarray(0, 20), Buffer.concat([flipped, flipped])])
    await expect(unpackLayers([{ ...good, from }], target)).rejects.toMatchObject({ code: 'FB1023' })
  const junk = Buffer.from('not gzip at all')
  const layer = { ...good.layer, digest: sha256(junk), bytes: junk.length }
  await expect(unpackLayers([{ layer, from: junk }], target)).rejects.toThrow(/not a gzip stream/)
})

test('a directory with something in it is not overwritten', async () => {
  await unpackLayers([layerOf(archive(ours('a', 'first')))], target)
  await expect(unpackLayers([layerOf(archive(ours('a', 'second')))], target)).rejects.toThrow()
  expect(await readFile(join(target, 'a'), 'utf8')).toBe('first')
  expect(await readdir(root)).toEqual(['project'])
})

test('layers come from memory or from files, and executables stay executable', async () => {
  const first = layerOf(archive(ours('src/a.sol', 'A'), ours('stub', '#!', true)))
  const second = layerOf(archive(ours('src/b.sol', '')))
  const file = join(root, 'layer')
  await writeFile(file, second.from)
  await unpackLayers([first, { ...second, from: file }], target)
  expect(await readFile(join(target, 'src/a.sol'), 'utf8')).toBe('A')
  expect(await readFile(join(target, 'src/b.sol'), 'utf8')).toBe('')
  expect((await stat(join(target, 'stub'))).mode & 0o111).toBe(0o111)
  expect((await stat(join(target, 'src/a.sol'))).mode & 0o111).toBe(0)
})

test('a changed byte is refused or changes only what the member is called or holds, never where it goes', async () => {
  const base = Buffer.from(archive(ours('src/a.sol', 'A'), ours(`${'long/'.repeat(30)}é`, 'B')))
  await fc.assert(
    fc.asyncProperty(fc.nat(base.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const bent = Buffer.from(base)
      bent[at] = bent[at]! ^ change
      const refusal = await unpackLayers([layerOf(bent)], target).then(
        () => null,
        (error: { code?: unknown }) => error.code,
      )
      if (refusal === null) {
        const entries = await readdir(target, { recursive: true, withFileTypes: true })
        expect(entries.filter((entry) => entry.isFile()).length).toBe(2)
        expect(entries.filter((entry) => !entry.isFile() && !entry.isDirectory())).toEqual([])
        await rm(target, { recursive: true })
      } else expect(refusal).toBe('FB1021')
      expect(await readdir(root)).toEqual([])
    }),
    { numRuns: 200 },
  )
})
