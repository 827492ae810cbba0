import { z } from 'zod'
import { canonicalJson } from '../../protocol/canonicalJson.ts'
import { sha256 } from '../../protocol/digest.ts'
import { ForgeFailed } from './errors.ts'

/** forge 1.7.1 names a build by as many hex digits. */
const ID_LENGTH = 16

const zCache = z.looseObject({
  paths: z.looseObject({ libraries: z.array(z.string()) }),
  files: z.record(
    z.string(),
    z.looseObject({
      lastModificationDate: z.number(),
      artifacts: z.record(
        z.string(),
        z.record(z.string(), z.record(z.string(), z.looseObject({ path: z.string(), build_id: z.string() }))),
      ),
    }),
  ),
  builds: z.array(z.string()),
})
const zBuildInfo = z.looseObject({ id: z.string() })
type Cache = z.output<typeof zCache>

/** A build as it ships. */
export interface CanonicalBuild {
  readonly cache: string
  /** Text of each file in `build-info`, by name without `.json`. */
  readonly infos: ReadonlyMap<string, string>
}

/**
 * The compiler cache and its build infos, the same for the same tree wherever it was built: forge names a build by a digest
 * over absolute paths, and notes when each source was last modified. Here a build is named by its own contents and by the
 * artifacts that came from it. forge compares contents of sources, never times, and takes any name of a build.
 * @param infos text of each file that the cache names, by name without `.json`
 * @param libraries absolute folders of libraries, to what they are in a slice: forge follows links, which do not ship
 * @throws ForgeFailed when forge wrote another format.
 */
export function canonicalBuild(
  cacheText: string,
  infos: ReadonlyMap<string, string>,
  libraries: ReadonlyMap<string, string>,
): CanonicalBuild {
  try {
    // What zod checked is changed in the parsed text itself: a source or contract may be named `__proto__`.
    const raw: unknown = JSON.parse(cacheText)
    zCache.parse(raw)
    const cache = raw as Cache
    const named = nameBuilds(cache, infos)
    for (const file of Object.values(cache.files)) file.lastModificationDate = 0
    for (const artifact of artifactsOf(cache)) artifact.build_id = named.get(artifact.build_id)?.id ?? artifact.build_id
    cache.paths.libraries = cache.paths.libraries.map((path) => libraries.get(path) ?? path)
    cache.builds = [...new Set(cache.builds.map((id) => named.get(id)?.id ?? id))].sort()
    return {
      cache: JSON.stringify(cache),
      infos: new Map([...named.values()].map(({ id, text }) => [id, text])),
    }
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof z.ZodError)
      throw new ForgeFailed('write a compiler cache that can be read', cause.message)
    throw cause
  }
}

/** The new name and text of each build, by its old name. */
function nameBuilds(cache: Cache, infos: ReadonlyMap<string, string>): Map<string, { id: string; text: string }> {
  const artifacts = new Map<string, string[]>()
  for (const { build_id, path } of artifactsOf(cache))
    artifacts.set(build_id, [...(artifacts.get(build_id) ?? []), path])
  const named = new Map<string, { id: string; text: string }>()
  for (const [old, text] of infos) {
    const info = zBuildInfo.parse(JSON.parse(text))
    const contents = canonicalJson({
      info: sha256(JSON.stringify({ ...info, id: '' })),
      artifacts: (artifacts.get(old) ?? []).sort(),
    })
    const id = sha256(contents).slice(2, 2 + ID_LENGTH)
    named.set(old, { id, text: JSON.stringify({ ...info, id }) })
  }
  return named
}

function artifactsOf(cache: Cache) {
  return Object.values(cache.files).flatMap((file) =>
    Object.values(file.artifacts).flatMap((versions) =>
      Object.values(versions).flatMap((profiles) => Object.values(profiles)),
    ),
  )
}
