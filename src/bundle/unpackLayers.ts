import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { isFuzzburstError } from '../protocol/errors.ts'
import type { Layer } from '../protocol/shardSpec.ts'
import { type BundleLimits, DEFAULT_BUNDLE_LIMITS } from './bundleLimits.ts'
import { HostileLayer, LayerMismatch } from './errors.ts'
import { createMemberSet } from './memberPath.ts'
import { readTar, type TarRules } from './readTar.ts'
import type { TarMember } from './tarHeader.ts'

/** A layer and where its compressed bytes are: in memory or in a file (absolute path). */
export interface LayerSource {
  readonly layer: Layer
  readonly from: Uint8Array | string
}

/**
 * Unpacks a bundle into `directory`, which must not exist or be empty. All or nothing: the files are written beside it and
 * moved into place at the end; on any error nothing stays. Digests are checked before a byte is parsed. Nothing but regular
 * files below `directory` is ever created.
 * @throws HostileLayer for anything the packer does not write or that exceeds the limits, LayerMismatch for other bytes
 * than the layer names.
 */
export async function unpackLayers(
  sources: readonly LayerSource[],
  directory: string,
  limits: BundleLimits = DEFAULT_BUNDLE_LIMITS,
): Promise<void> {
  const packed = sources.reduce((sum, source) => sum + source.layer.bytes, 0)
  if (packed > limits.packedBytes) throw new HostileLayer('it is larger than is allowed')
  await mkdir(dirname(directory), { recursive: true })
  const staging = await mkdtemp(`${directory}.`)
  try {
    const rules: TarRules = { members: createMemberSet(), filesLeft: limits.files }
    let bytesLeft = limits.unpackedBytes
    for (const { layer, from } of sources) {
      await checkDigest(layer, from)
      if (layer.unpackedBytes > bytesLeft) throw new HostileLayer('it unpacks to more than is allowed')
      await unpackOne(layer, from, staging, rules)
      bytesLeft -= layer.unpackedBytes
    }
    // The sandboxed program may be another user than us; whoever makes the directory above decides who gets that far.
    await chmod(staging, 0o755)
    await rename(staging, directory)
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    throw error
  }
}

function openLayer(from: Uint8Array | string): Readable {
  return typeof from === 'string' ? createReadStream(from) : Readable.from([from])
}

async function checkDigest(layer: Layer, from: Uint8Array | string): Promise<void> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of openLayer(from) as AsyncIterable<Uint8Array>) {
    hash.update(chunk)
    bytes += chunk.length
    if (bytes > layer.bytes) throw new LayerMismatch('length', `${layer.bytes} bytes`, 'more')
  }
  if (bytes !== layer.bytes) throw new LayerMismatch('length', `${layer.bytes} bytes`, `${bytes} bytes`)
  const digest = `0x${hash.digest('hex')}`
  if (digest !== layer.digest) throw new LayerMismatch('digest', layer.digest, digest)
}

async function unpackOne(layer: Layer, from: Uint8Array | string, directory: string, rules: TarRules): Promise<void> {
  const made = new Set<string>()
  let unpacked = 0
  async function* counted(plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of plain) {
      unpacked += chunk.length
      // Counted as it is inflated: a bomb is stopped at the size that was announced, not when the disk is full.
      if (unpacked > layer.unpackedBytes) throw new HostileLayer('it unpacks to more than it announced')
      yield chunk
    }
  }
  try {
    await pipeline(openLayer(from), createGunzip(), (plain: AsyncIterable<Uint8Array>) =>
      readTar(counted(plain), rules, (member, contents) => writeMember(directory, made, member, contents)),
    )
  } catch (error) {
    if (isFuzzburstError(error) || !isZlibError(error)) throw error
    throw new HostileLayer('it is not a gzip stream', undefined, error)
  }
  if (unpacked !== layer.unpackedBytes) throw new HostileLayer('it unpacks to less than it announced')
}

function isZlibError(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && code.startsWith('Z_')
}

async function writeMember(
  directory: string,
  made: Set<string>,
  member: TarMember,
  contents: AsyncIterable<Uint8Array>,
): Promise<void> {
  const file = join(directory, member.path)
  const parent = dirname(file)
  if (!made.has(parent)) {
    await mkdir(parent, { recursive: true })
    made.add(parent)
  }
  // `wx`: never through something that exists, so neither a link nor a name that differs only in case can redirect it.
  const handle = await open(file, 'wx', member.executable ? 0o755 : 0o644)
  try {
    for await (const piece of contents) await handle.writeFile(piece)
  } finally {
    await handle.close()
  }
}
