import { mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { list } from 'tar'
import { afterEach, expect, test } from 'vitest'
import { builtProject, writeTree } from './builtProject.fixture.ts'
import { DEFAULT_BUNDLE_LIMITS } from './bundleLimits.ts'
import { foldPath } from './memberPath.ts'
import { packLayers } from './packLayers.ts'
import { unpackLayers } from './unpackLayers.ts'

const roots: string[] = []
afterEach(async () => {
  for (const root of roots.splice(0)) await rm(root, { recursive: true, force: true })
})

async function tree(files: Readonly<Record<string, Uint8Array | string>>): Promise<string> {
  const root = await writeTree(files)
  roots.push(root)
  return root
}

test('a bundle over a limit is refused with its largest files', async () => {
  const root = await tree({ 'src/A.sol': 'a'.repeat(5_000), 'src/B.sol': 'b'.repeat(9_000) })
  const project = builtProject(root, { project: ['src/A.sol', 'src/B.sol'] })
  const limits = DEFAULT_BUNDLE_LIMITS
  await expect(packLayers(project, { limits: { ...limits, unpackedBytes: 10_000 } })).rejects.toMatchObject({
    code: 'FB1020',
    detail: 'Largest files:\n8.8 KiB  src/B.sol\n4.9 KiB  src/A.sol',
  })
  await expect(packLayers(project, { limits: { ...limits, packedBytes: 50 } })).rejects.toMatchObject({
    code: 'FB1020',
  })
  await expect(packLayers(project, { limits: { ...limits, unpackedBytes: 8_000 } })).rejects.toThrow(/8\.8 KiB/)
  await expect(packLayers(project, { limits: { ...limits, files: 1 } })).rejects.toMatchObject({ code: 'FB1020' })
})

test.each([
  ['is missing', ['src/Gone.sol']],
  ['is a directory', ['src']],
  ['leaves the project', ['../x.sol']],
  ['is absolute', ['/etc/hostname']],
  ['differs from another only in case', ['src/A.sol', 'src/a.sol']],
  ['has a newline in its name', ['src/A\n.sol']],
])('a file that %s is refused', async (_what, project) => {
  const root = await tree({ 'src/A.sol': '', 'src/a.sol': '', 'src/A\n.sol': '' })
  await expect(packLayers(builtProject(root, { project }))).rejects.toMatchObject({ code: 'FB1022' })
})

test('folders that differ only in case are two folders: forge-std and ds-test leave Test.sol and test.sol in out', async () => {
  const contents = { 'out/Test.sol/Test.json': '1', 'out/test.sol/DSTest.json': '2' }
  const packed = await packLayers(builtProject(await tree(contents), { artifacts: Object.keys(contents) }))
  const target = join(await tree({}), 'project')
  await unpackLayers(
    packed.layers.map((layer) => ({ layer, from: packed.blobs.get(layer.digest)! })),
    target,
  )
  expect([...(await readTree(target)).keys()].sort()).toEqual(Object.keys(contents))
})

test('a link out of the project is refused, also through a directory, unless it ends in a root that was allowed', async () => {
  const outside = await tree({ 'dep/D.sol': 'contract D {}' })
  const root = await tree({ 'src/A.sol': '' })
  await symlink(join(outside, 'dep/D.sol'), join(root, 'src/D.sol'))
  await symlink(join(outside, 'dep'), join(root, 'lib'))
  for (const path of ['src/D.sol', 'lib/D.sol']) {
    const project = builtProject(root, { project: [path] })
    await expect(packLayers(project)).rejects.toMatchObject({ code: 'FB1022' })
    const packed = await packLayers(project, { linkRoots: [outside] })
    expect(packed.listing.layers[0]!.files).toEqual([{ path, bytes: 13 }])
  }
})

test('secrets are withheld by name, by what a link hides and by what they hold, and are listed', async () => {
  const key = `-----BEGIN ${'PRIVATE'} KEY-----\n`
  const root = await tree({ '.env': 'KEY=1', 'data/notes.txt': key, 'data/ok.txt': 'ok', '.git/config': 'x' })
  await symlink('../.env', join(root, 'data/harmless.txt'))
  const paths = ['.env', '.git/config', 'data/notes.txt', 'data/ok.txt', 'data/harmless.txt']
  const packed = await packLayers(
    builtProject(root, { project: paths }, { withheld: [{ path: '.env.local', why: 'environment file' }] }),
  )
  expect(packed.listing.layers.flatMap((layer) => layer.files.map((file) => file.path))).toEqual(['data/ok.txt'])
  expect(packed.listing.withheld).toEqual([
    { path: '.env.local', why: 'environment file' },
    { path: '.env', why: 'looks like: environment file' },
    { path: '.git/config', why: 'looks like: version control data' },
    { path: 'data/harmless.txt', why: 'links to what looks like: environment file' },
    { path: 'data/notes.txt', why: 'holds what looks like: private key' },
  ])
})

test('replaced files ship instead of what is on disk, links inside as files, each path once', async () => {
  const root = await tree({ 'foundry.toml': 'rpc = "secret"', 'src/A.sol': 'A', 'lib/L.sol': 'L', 'out/A.json': '{}' })
  await symlink('A.sol', join(root, 'src/Link.sol'))
  const replaced = new Map([
    ['foundry.toml', { bytes: Buffer.from('clean'), executable: false }],
    ['stub/solc', { bytes: Buffer.from('#!/bin/sh\n'), executable: true }],
  ])
  const project = builtProject(
    root,
    {
      dependencies: ['lib/L.sol'],
      project: ['src/Link.sol', 'src/A.sol', 'foundry.toml', 'lib/L.sol', 'src/A.sol'],
      artifacts: ['out/A.json'],
    },
    { replaced },
  )
  const packed = await packLayers(project)
  expect(packed.layers.map((layer) => layer.kind)).toEqual(['dependencies', 'project', 'artifacts'])
  expect(packed.listing.layers[1]!.files.map((file) => file.path)).toEqual([
    'foundry.toml',
    'src/A.sol',
    'src/Link.sol',
    'stub/solc',
  ])
  const target = join(root, 'unpacked')
  await unpackLayers(
    packed.layers.map((layer) => ({ layer, from: packed.blobs.get(layer.digest)! })),
    target,
  )
  expect(await readFile(join(target, 'foundry.toml'), 'utf8')).toBe('clean')
  expect(await readFile(join(target, 'src/Link.sol'), 'utf8')).toBe('A')
  expect(packed.layers.map((layer) => gunzipSync(packed.blobs.get(layer.digest)!).length)).toEqual(
    packed.layers.map((layer) => layer.unpackedBytes),
  )
})

test('the digests of a small tree never change, and another tar reader reads the archive', async () => {
  const long = `lib/${'d'.repeat(120)}/é.sol`
  const root = await tree({ 'src/A.sol': 'contract A {}\n', [long]: 'x' })
  const packed = await packLayers(builtProject(root, { project: [long, 'src/A.sol'] }))
  expect(packed.project).toMatchInlineSnapshot(`"0xec54a1cacc3677b58f4a341b0bcda82d8d4e16301ba999f3894efe5214cca2d1"`)
  expect(packed.layers[0]!.digest).toMatchInlineSnapshot(
    `"0x7fbdc4c30348fd2ae030f6b2c00cc75e23e628e48b311836262e34130f9b552c"`,
  )
  const seen: unknown[] = []
  const parser = list({ onReadEntry: (entry) => seen.push([entry.path, entry.size, entry.mode, entry.uid]) })
  parser.end(Buffer.from(packed.blobs.get(packed.layers[0]!.digest)!))
  expect(seen).toEqual([
    [long, 1, 0o644, 0],
    ['src/A.sol', 14, 0o644, 0],
  ])
})

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter((text) => !/[\p{C}/\\:]/u.test(text) && text !== '.' && text !== '..' && Buffer.byteLength(text) < 200)
  .map((text) => `n${text}.x`)
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'))
const files = fc
  .uniqueArray(fc.tuple(path, fc.uint8Array({ maxLength: 2_000 })), {
    minLength: 1,
    maxLength: 8,
    selector: ([at]) => foldPath(at.split('/')[0]!),
  })
  .map((list) => Object.fromEntries(list))

test('what is packed unpacks to the same files, and the order of listing changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.infiniteStream(fc.nat()), async (contents, noise) => {
      const root = await tree(contents)
      const paths = Object.keys(contents)
      const packed = await packLayers(builtProject(root, { project: paths }))
      const shuffled = paths.map((at) => ({ at, key: noise.next().value! })).sort((a, b) => a.key - b.key)
      const again = await packLayers(builtProject(root, { project: shuffled.map(({ at }) => at) }))
      expect(again.layers).toEqual(packed.layers)
      expect(again.project).toBe(packed.project)
      const target = join(await tree({}), 'project')
      await unpackLayers(
        packed.layers.map((layer) => ({ layer, from: packed.blobs.get(layer.digest)! })),
        target,
      )
      expect(await readTree(target)).toEqual(
        new Map(Object.entries(contents).map(([at, bytes]) => [at, Buffer.from(bytes).toString('hex')])),
      )
    }),
    { numRuns: 40 },
  )
})

async function readTree(root: string): Promise<Map<string, string>> {
  await mkdir(root, { recursive: true })
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const found = new Map<string, string>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    found.set(join(relative(root, dirname(file)), entry.name), (await readFile(file)).toString('hex'))
  }
  return found
}
