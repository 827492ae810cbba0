import { createHash } from 'node:crypto'
import type { BuiltProject } from '../engines/engine.ts'
import { sha256 } from '../protocol/digest.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { Layer } from '../protocol/shardSpec.ts'
import { type BundleLimits, DEFAULT_BUNDLE_LIMITS } from './bundleLimits.ts'
import { createMemberReader, layerPaths, type MemberReader, type WithheldFile } from './collectMembers.ts'
import { BundleTooLarge, type SizedFile } from './errors.ts'
import { projectDigest } from './projectDigest.ts'
import { createStableGzip } from './stableGzip.ts'
import { encodeTarMember, TAR_END, tarPadding } from './tarHeader.ts'

/** What ships in one layer. */
export interface ListedLayer {
  readonly kind: Layer['kind']
  /** SHA-256 of the uncompressed archive: the same on any machine. */
  readonly contents: Bytes32
  readonly files: readonly SizedFile[]
}

/** What ships and what does not, for `fuzzburst plan`. Paths are untrusted text. */
export interface BundleListing {
  readonly layers: readonly ListedLayer[]
  readonly withheld: readonly WithheldFile[]
}

/** A project ready to be shipped. */
export interface PackedLayers {
  /** In the order in which they are unpacked; layers without files are left out. */
  readonly layers: readonly Layer[]
  /** The layers' compressed bytes, by digest. */
  readonly blobs: ReadonlyMap<Bytes32, Uint8Array>
  /** Names the project's contents, whatever compressed them. */
  readonly project: Bytes32
  readonly listing: BundleListing
}

export interface PackOptions {
  readonly limits?: BundleLimits
  /** Absolute directories besides the root in which symbolic links may end (the rest of a monorepo). */
  readonly linkRoots?: readonly string[]
}

/** How many of the largest files a refusal names. */
const LARGEST_SHOWN = 10

/**
 * Packs a built project as content-addressed layers. Same tree, same layers on any machine: files are ordered by UTF-16
 * code units and carry no owner, time or mode of the disk. Secrets are left out and listed.
 * @throws BundleTooLarge, UnshippableFile
 */
export async function packLayers(project: BuiltProject, options: PackOptions = {}): Promise<PackedLayers> {
  const limits = options.limits ?? DEFAULT_BUNDLE_LIMITS
  const plan = layerPaths(project)
  const files = plan.reduce((sum, layer) => sum + layer.paths.length, 0)
  if (files > limits.files) throw new BundleTooLarge('files', files, limits.files, [])
  const read = await createMemberReader(project, options.linkRoots ?? [], limits.unpackedBytes)
  const packing: Packing = { limits, unpacked: 0, files: [], withheld: [...project.withheld] }
  const layers: Layer[] = []
  const blobs = new Map<Bytes32, Uint8Array>()
  const listed: ListedLayer[] = []
  for (const { kind, paths } of plan) {
    const packed = await packLayer(paths, read, packing)
    if (packed.files.length === 0) continue
    const digest = sha256(packed.blob)
    layers.push({ kind, digest, bytes: packed.blob.length, unpackedBytes: packed.unpackedBytes })
    blobs.set(digest, packed.blob)
    listed.push({ kind, contents: packed.contents, files: packed.files })
    const total = layers.reduce((sum, layer) => sum + layer.bytes, 0)
    if (total > limits.packedBytes)
      throw new BundleTooLarge('packed bytes', total, limits.packedBytes, largest(packing.files))
  }
  return { layers, blobs, project: projectDigest(listed), listing: { layers: listed, withheld: packing.withheld } }
}

interface Packing {
  readonly limits: BundleLimits
  unpacked: number
  readonly files: SizedFile[]
  readonly withheld: WithheldFile[]
}

async function packLayer(paths: readonly string[], read: MemberReader, packing: Packing) {
  const before = packing.unpacked
  const files: SizedFile[] = []
  const contents = createHash('sha256')
  const gzip = createStableGzip()
  const add = (bytes: Uint8Array): void => {
    contents.update(bytes)
    gzip.write(bytes)
    packing.unpacked += bytes.length
  }
  for (const path of paths) {
    const member = await read(path)
    if ('why' in member) {
      packing.withheld.push(member)
      continue
    }
    const { bytes, executable } = member
    files.push({ path, bytes: bytes.length })
    packing.files.push({ path, bytes: bytes.length })
    const { unpackedBytes } = packing.limits
    const unpacked = packing.unpacked + bytes.length
    if (unpacked > unpackedBytes)
      throw new BundleTooLarge('unpacked bytes', unpacked, unpackedBytes, largest(packing.files))
    add(encodeTarMember({ path, bytes: bytes.length, executable }))
    add(bytes)
    add(new Uint8Array(tarPadding(bytes.length)))
  }
  add(TAR_END)
  return {
    blob: gzip.finish(),
    contents: `0x${contents.digest('hex')}` as Bytes32,
    unpackedBytes: packing.unpacked - before,
    files,
  }
}

function largest(files: readonly SizedFile[]): SizedFile[] {
  return files.toSorted((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1)).slice(0, LARGEST_SHOWN)
}
