import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { projectDigest } from '../bundle/projectDigest.ts'
import { TAR_END } from '../bundle/tarHeader.ts'
import type { Engine } from '../engines/engine.ts'
import { sha256 } from '../protocol/digest.ts'
import type { PinnedProgram } from '../protocol/shardSpec.ts'
import { shim } from '../sandbox/shim.ts'
import type { BurstDeps } from './burstDeps.ts'
import type { Carried } from './carriedBuild.ts'
import { openCarried } from './openCarried.ts'

const program: PinnedProgram = { name: 'forge', version: '1.7.1', binaries: shim.binaries }
const refuses = async (): Promise<never> => {
  throw new Error('the engine was asked to build')
}
const deps = { engine: { program, build: refuses, discover: refuses, writeRepro: refuses } as unknown as Engine }
const layer = gzipSync(TAR_END)
const entry = { kind: 'project' as const, digest: sha256(layer), bytes: layer.length, unpackedBytes: TAR_END.length }
const honest: Carried = {
  build: {
    v: 1,
    engine: program,
    shim,
    layers: [entry],
    profile: 'default',
    env: {},
    targets: [],
    runnerOnly: [],
    unitTests: [],
    notes: [],
    affected: { kind: 'affected', paths: ['test/Vault.t.sol'] },
    userForgeVersion: null,
  },
  blobs: new Map([[entry.digest, layer]]),
}
const open = (more: Partial<Carried['build']>, blobs: Carried['blobs'] = honest.blobs): Promise<BurstDeps> =>
  openCarried({ build: { ...honest.build, ...more }, blobs }, '/nonexistent', deps as BurstDeps)

const other = Object.fromEntries(
  Object.keys(shim.binaries).map((platform) => [platform, `0x${'11'.repeat(32)}` as const]),
)

test.each<[string, () => Promise<BurstDeps>]>([
  ['another engine', () => open({ engine: { ...program, version: '1.7.2' } })],
  ["another engine's digests", () => open({ engine: { ...program, binaries: other } })],
  ['another shim', () => open({ shim: { ...shim, binaries: other } })],
  ['a layer that is missing', () => open({}, new Map())],
  ['a layer of another size', () => open({ layers: [{ ...entry, bytes: 1 }] })],
  ['a layer that unpacks to more than it announces', () => open({ layers: [{ ...entry, unpackedBytes: 1 }] })],
  ['a layer larger than a bundle', () => open({ layers: [{ ...entry, unpackedBytes: 2 ** 31 }] })],
  [
    'no gzip',
    () =>
      open(
        { layers: [{ ...entry, digest: sha256(TAR_END), bytes: TAR_END.length }] },
        new Map([[sha256(TAR_END), TAR_END]]),
      ),
  ],
  ['two layers of one kind', () => open({ layers: [entry, entry] })],
])('a build that names %s is refused', async (_what, opening) => {
  await expect(opening()).rejects.toMatchObject({ code: 'FB1043' })
})

test('an honest build is packed already, and its engine builds, lists and compiles nothing', async () => {
  const { engine, pack } = await open({})
  const project = await engine.build({ root: '/nonexistent', env: {} })
  expect(await pack?.(project)).toMatchObject({
    project: projectDigest([{ kind: 'project', contents: sha256(TAR_END) }]),
  })
  expect(await engine.discover(project)).toMatchObject({ targets: [] })
  expect(await engine.affected(project, [])).toEqual({ kind: 'affected', paths: new Set(['test/Vault.t.sol']) })
  expect(await engine.writeRepro({} as never)).toMatchObject({ impossible: expect.any(String) })
  expect(project.reach.programs || project.reach.endpoints.length > 0).toBe(false)
})
