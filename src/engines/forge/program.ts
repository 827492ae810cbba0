import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Bytes32 } from '../../protocol/primitives.ts'
import type { PinnedProgram, Platform } from '../../protocol/shardSpec.ts'
import { NoForge, WrongForge } from './errors.ts'

/** The forge that builds what ships and runs every slice: see docs/engines.md for why there is one. */
export const FORGE_VERSION = '1.7.1'

/**
 * SHA-256 of `bin/forge` in the npm packages `@foundry-rs/forge-<platform>` of this version. A platform without a digest
 * cannot run slices.
 */
export const forgeProgram: PinnedProgram = {
  name: 'forge',
  version: FORGE_VERSION,
  binaries: { 'linux-x64': '0x4f77da0810de94325734855d0ad58d70640aa8a5b2a837608ddf8c26da34355c' },
}

/** npm's names of the platform packages, by `<process.platform>-<process.arch>`. */
const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@foundry-rs/forge-linux-amd64',
  'linux-arm64': '@foundry-rs/forge-linux-arm64',
  'darwin-x64': '@foundry-rs/forge-darwin-amd64',
  'darwin-arm64': '@foundry-rs/forge-darwin-arm64',
}

/** The pinned forge as it is on this machine. */
export interface ForgeProgram {
  /** Absolute path of the binary. */
  readonly path: string
  readonly program: PinnedProgram
}

export interface FindForgeOptions {
  /** `<process.platform>-<process.arch>`. */
  readonly platform: string
  /** Where a forge that is not among the dependencies is kept: the package is installed there when it is missing. */
  readonly cacheDir: string
  /** The environment for npm. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Finds the pinned forge: among the installed packages, else in the cache folder, else it is installed there by npm
 * (install scripts off). Its digest is checked each time.
 * @throws NoForge, WrongForge
 */
export async function findForge(options: FindForgeOptions): Promise<ForgeProgram> {
  const packageName = PACKAGES[options.platform]
  if (packageName === undefined) throw new NoForge(options.platform, '')
  const path = installedForge(packageName) ?? (await cachedForge(packageName, options))
  const want = forgeProgram.binaries[options.platform as Platform]
  // A platform without a pinned digest may still build and plan; it cannot take part in slices, which name the digest.
  if (want !== undefined) {
    const have = await fileDigest(path)
    if (have !== want) throw new WrongForge(path, want, have)
  }
  return { path, program: forgeProgram }
}

/** SHA-256 of a file's bytes, read as a stream. */
export async function fileDigest(path: string): Promise<Bytes32> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return `0x${hash.digest('hex')}`
}

function installedForge(packageName: string): string | null {
  const require = createRequire(import.meta.url)
  try {
    const manifest = require.resolve(`${packageName}/package.json`)
    const { version } = require(manifest) as { version?: unknown }
    return version === FORGE_VERSION ? join(manifest, '..', 'bin', 'forge') : null
  } catch (error) {
    // Not installed, which is normal in a bundled Action: the cache is next. Anything else is a broken package.
    if ((error as { code?: unknown }).code === 'MODULE_NOT_FOUND') return null
    throw error
  }
}

async function cachedForge(packageName: string, options: FindForgeOptions): Promise<string> {
  const prefix = join(options.cacheDir, `forge-${FORGE_VERSION}`)
  const path = join(prefix, 'node_modules', ...packageName.split('/'), 'bin', 'forge')
  if (await exists(path)) return path
  await mkdir(prefix, { recursive: true })
  const args = ['install', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--prefix', prefix]
  try {
    await promisify(execFile)('npm', [...args, `${packageName}@${FORGE_VERSION}`], {
      cwd: prefix,
      env: { ...options.env },
      maxBuffer: 16 * 2 ** 20,
    })
  } catch (cause) {
    throw new NoForge(options.platform, String((cause as { stderr?: unknown }).stderr ?? cause))
  }
  if (!(await exists(path))) throw new NoForge(options.platform, `${packageName} holds no bin/forge`)
  return path
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
