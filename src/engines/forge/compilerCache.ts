import { z } from 'zod'
import { ForgeFailed } from './errors.ts'

const zArtifact = z.looseObject({ path: z.string() })
const zFile = z.looseObject({
  /** contract -> solc version -> compiler profile -> artifact */
  artifacts: z.record(z.string(), z.record(z.string(), z.record(z.string(), zArtifact))),
})

/** forge's list of what it compiled, with paths relative to the project's root. */
export const zCompilerCache = z.looseObject({
  files: z.record(z.string(), zFile),
  /** Names of the files in `build-info`, without `.json`. */
  builds: z.array(z.string()),
})
export type CompilerCache = z.output<typeof zCompilerCache>

/** Reads `solidity-files-cache.json`. @throws ForgeFailed when forge wrote another format. */
export function readCompilerCache(text: string): CompilerCache {
  try {
    return zCompilerCache.parse(JSON.parse(text))
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof z.ZodError)
      throw new ForgeFailed('write a compiler cache that can be read', cause.message)
    throw cause
  }
}

/**
 * The cache as it ships: without the sources' modification times, which differ between checkouts of the same tree. forge
 * compares contents, never times.
 */
export function withoutTimes(text: string): string {
  return text.replaceAll(/"lastModificationDate":\d+/g, '"lastModificationDate":0')
}

/** Versions of solc that the build used, as `x.y.z`, ascending. */
export function solcVersions(cache: CompilerCache): string[] {
  const versions = Object.values(cache.files)
    .flatMap(({ artifacts }) => Object.values(artifacts))
    .flatMap((byVersion) => Object.keys(byVersion))
    .map((version) => version.split('+')[0] ?? version)
  return [...new Set(versions)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}

/** The newest artifact of a contract, relative to the artifacts' folder; null when there is none. */
export function artifactPath(cache: CompilerCache, source: string, contract: string): string | null {
  const byVersion = cache.files[source]?.artifacts[contract] ?? {}
  const [newest] = Object.keys(byVersion).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  const profiles = newest === undefined ? {} : (byVersion[newest] ?? {})
  const artifact = profiles.default ?? Object.values(profiles)[0]
  return artifact?.path ?? null
}
