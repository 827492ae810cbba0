import { z } from 'zod'
import { ForgeFailed } from './errors.ts'

/** forge's list of what it compiled, with paths relative to the project's root. */
export interface CompilerCache {
  readonly files: ReadonlyMap<string, readonly CachedArtifact[]>
  /** Names of the files in `build-info`, without `.json`. */
  readonly builds: readonly string[]
}

/** One artifact of one source. */
export interface CachedArtifact {
  readonly contract: string
  /** Of solc, `x.y.z`. */
  readonly version: string
  readonly compilerProfile: string
  /** Relative to the artifacts' folder. */
  readonly path: string
}

/** The members of a JSON object, those named `__proto__` too: contracts can have any name. */
export const zMembers = z.unknown().transform((value, context): [string, unknown][] => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value)
  context.addIssue('expected an object')
  return z.NEVER
})
const zCompilerCache = z.looseObject({ files: zMembers, builds: z.array(z.string()) })
const zFile = z.looseObject({ artifacts: zMembers })
const zArtifact = z.looseObject({ path: z.string() })

/** Reads `solidity-files-cache.json`. @throws ForgeFailed when forge wrote another format. */
export function readCompilerCache(text: string): CompilerCache {
  try {
    const { files, builds } = zCompilerCache.parse(JSON.parse(text))
    return { files: new Map(files.map(([source, file]) => [source, readArtifacts(file)])), builds }
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof z.ZodError)
      throw new ForgeFailed('write a compiler cache that can be read', cause.message)
    throw cause
  }
}

/** contract -> solc version -> compiler profile -> artifact */
function readArtifacts(file: unknown): CachedArtifact[] {
  return zFile.parse(file).artifacts.flatMap(([contract, byVersion]) =>
    zMembers.parse(byVersion).flatMap(([version, byProfile]) =>
      zMembers.parse(byProfile).map(([compilerProfile, artifact]) => ({
        contract,
        version: version.split('+')[0] ?? version,
        compilerProfile,
        path: zArtifact.parse(artifact).path,
      })),
    ),
  )
}

/** Versions of solc that the build used, as `x.y.z`, ascending. */
export function solcVersions(cache: CompilerCache): string[] {
  const versions = [...cache.files.values()].flat().map(({ version }) => version)
  return [...new Set(versions)].sort(byVersion)
}

/** The newest artifact of a contract, relative to the artifacts' folder; null when there is none. */
export function artifactPath(cache: CompilerCache, source: string, contract: string): string | null {
  const artifacts = (cache.files.get(source) ?? []).filter((one) => one.contract === contract)
  const newest = artifacts
    .map(({ version }) => version)
    .sort(byVersion)
    .at(-1)
  const built = artifacts.filter(({ version }) => version === newest)
  return (built.find(({ compilerProfile }) => compilerProfile === 'default') ?? built[0])?.path ?? null
}

function byVersion(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
