import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from '../protocol/digest.ts'
import { type PinnedProgram, type Platform, platforms } from '../protocol/shardSpec.ts'
import { NativeProgramWrong } from './errors.ts'

/** The name that a platform has in jobs and in `dist/native`, or undefined where no slice can run. */
export function slicePlatform(os: string, cpu: string): Platform | undefined {
  return platforms.find((platform) => platform === `${os}-${cpu}`)
}

/**
 * Directories in which a module at `moduleUrl` may find `<platform>/<file>`, nearest first: `dist/native` above a source
 * file, and `native` beside or above a bundle in `dist`.
 */
export function nativeDirectories(moduleUrl: string): string[] {
  const found: string[] = []
  let directory = dirname(fileURLToPath(moduleUrl))
  // Source files lie at most src/<folder>/<folder> deep in a clone, bundles in dist or dist/<folder>.
  for (let levels = 0; levels < 5; levels++) {
    found.push(join(directory, 'native'), join(directory, 'dist', 'native'))
    if (dirname(directory) === directory) break
    directory = dirname(directory)
  }
  return found
}

/**
 * The absolute path of a native program of this package, its bytes checked against the digest that jobs name.
 * @throws NativeProgramWrong (FB4004) when it is missing, altered or there is none for this platform.
 */
export async function findNativeBinary(
  file: 'launcher' | 'shim.so',
  program: PinnedProgram,
  platform: Platform | undefined,
  directories: readonly string[] = nativeDirectories(import.meta.url),
): Promise<string> {
  const digest = platform && program.binaries[platform]
  if (!digest) throw new NativeProgramWrong(`there is no ${program.name} for ${platform ?? 'this platform'}`)
  // The source folder `native/` of a clone has no platform below it, so it is passed over here.
  const path = directories
    .map((directory) => join(directory, platform, file))
    .find((candidate) => existsSync(candidate))
  if (!path) throw new NativeProgramWrong(`${platform}/${file} is in none of ${directories.join(', ')}`)
  if (sha256(await readFile(path)) !== digest)
    throw new NativeProgramWrong(`${path} is not the file that this version was built with`)
  return path
}
