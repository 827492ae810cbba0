import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { isDeepStrictEqual } from 'node:util'
import { createGunzip } from 'node:zlib'
import { DEFAULT_BUNDLE_LIMITS } from '../bundle/bundleLimits.ts'
import type { PackedLayers } from '../bundle/packLayers.ts'
import { type LayerContents, projectDigest } from '../bundle/projectDigest.ts'
import type { BuiltProject, Discovery, Engine } from '../engines/engine.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { Layer } from '../protocol/shardSpec.ts'
import { shim } from '../sandbox/shim.ts'
import type { BurstDeps } from './burstDeps.ts'
import type { Carried } from './carriedBuild.ts'
import { CarriedBuildRefused } from './errors.ts'

/** Said of every finding of a project that was built elsewhere. */
const NO_REPRO = 'it was built by another run, and its code is not compiled in a job that holds a key'

/**
 * The world of a burst whose project comes built. Its engine compiles nothing, lists nothing and writes no test: what was
 * handed over is unpacked, as on a worker, and runs in the sandbox only. Programs are this machine's own.
 * @param root an empty folder: nothing of the project is in it
 * @throws CarriedBuildRefused when it was built for other programs or its layers are not what it says
 */
export async function openCarried({ build, blobs }: Carried, root: string, deps: BurstDeps): Promise<BurstDeps> {
  if (!isDeepStrictEqual(build.engine, deps.engine.program)) throw new CarriedBuildRefused('it names another engine')
  if (!isDeepStrictEqual(build.shim, shim)) throw new CarriedBuildRefused('it names another determinism shim')
  const packed = await packedLayers(build.layers, blobs)
  const project: BuiltProject = {
    engine: 'forge',
    root,
    profile: build.profile,
    env: build.env,
    files: { dependencies: [], project: [], artifacts: [] },
    replaced: new Map(),
    // Chains and programs are for projects that this machine's owner checked out.
    reach: { programs: false, endpoints: [], unusable: [], env: () => ({}), files: () => new Map() },
    withheld: [],
    notes: build.notes,
    userForgeVersion: build.userForgeVersion,
  }
  const { targets, runnerOnly, unitTests, affected } = build
  const discovery: Discovery = { targets, runnerOnly, unitTests, notes: [] }
  const engine: Engine = {
    ...deps.engine,
    build: async () => project,
    discover: async () => discovery,
    affected: async () =>
      affected?.kind === 'affected'
        ? { kind: 'affected', paths: new Set(affected.paths) }
        : { kind: 'all', why: affected?.why ?? 'nothing was chosen' },
    writeRepro: async () => ({ impossible: NO_REPRO }),
  }
  return { ...deps, engine, pack: async () => packed }
}

async function packedLayers(layers: readonly Layer[], blobs: PackedLayers['blobs']): Promise<PackedLayers> {
  const kinds = new Set(layers.map(({ kind }) => kind))
  if (kinds.size !== layers.length) throw new CarriedBuildRefused('it names two layers of one kind')
  const sum = (count: (layer: Layer) => number): number => layers.reduce((total, layer) => total + count(layer), 0)
  if (sum(({ bytes }) => bytes) > DEFAULT_BUNDLE_LIMITS.packedBytes) throw new CarriedBuildRefused('it is too large')
  if (sum(({ unpackedBytes }) => unpackedBytes) > DEFAULT_BUNDLE_LIMITS.unpackedBytes)
    throw new CarriedBuildRefused('it unpacks to more than is allowed')
  const contents: LayerContents[] = []
  for (const layer of layers) {
    const blob = blobs.get(layer.digest)
    if (blob === undefined || blob.length !== layer.bytes)
      throw new CarriedBuildRefused('a layer that it names is missing')
    contents.push({ kind: layer.kind, contents: await contentsOf(blob, layer) })
  }
  const listing = { layers: contents.map((layer) => ({ ...layer, files: [] })), withheld: [] }
  return { layers, blobs, project: projectDigest(contents), listing }
}

/** Digest of what a layer unpacks to. Counted as it is inflated: a bomb ends at the size that was announced. */
async function contentsOf(blob: Uint8Array, { unpackedBytes }: Layer): Promise<Bytes32> {
  const hash = createHash('sha256')
  let bytes = 0
  const plain = Readable.from([blob]).pipe(createGunzip())
  try {
    for await (const chunk of plain as AsyncIterable<Uint8Array>) {
      bytes += chunk.length
      if (bytes > unpackedBytes) throw new CarriedBuildRefused('a layer unpacks to more than it announced')
      hash.update(chunk)
    }
  } catch (cause) {
    if (cause instanceof CarriedBuildRefused) throw cause
    throw new CarriedBuildRefused('a layer is not a gzip stream', cause)
  } finally {
    plain.destroy()
  }
  return `0x${hash.digest('hex')}` as Bytes32
}
