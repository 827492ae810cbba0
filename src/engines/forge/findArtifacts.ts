import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ProjectLayout } from './readLayout.ts'

/** A hex offset table of solc's: what of the code is filled in later. */
const zRanges = z.array(z.looseObject({ start: z.number().int().min(0), length: z.number().int().min(0) }))
const zArtifact = z.looseObject({
  deployedBytecode: z.looseObject({
    object: z.string(),
    sourceMap: z.string().optional(),
    linkReferences: z.record(z.string(), z.record(z.string(), zRanges)).optional(),
    immutableReferences: z.record(z.string(), zRanges).optional(),
  }),
})
const zCache = z.looseObject({
  files: z.record(
    z.string(),
    z.looseObject({
      artifacts: z
        .record(
          z.string(),
          z.record(z.string(), z.record(z.string(), z.looseObject({ path: z.string(), build_id: z.string() }))),
        )
        .optional(),
    }),
  ),
})
const zBuildInfo = z.looseObject({ source_id_to_path: z.record(z.string(), z.string()) })

/** One compiled contract as forge's cache lists it. */
export interface ListedArtifact {
  /** Source path relative to the project's root. */
  readonly source: string
  readonly contract: string
  /** Artifact path relative to `out`. */
  readonly path: string
  readonly buildId: string
}

/** What locating needs of the contract that a runtime code was compiled from. */
export interface RuntimeArtifact {
  readonly code: Uint8Array
  readonly sourceMap: string
  /** The compiler's numbers of the sources, to paths relative to the project's root. */
  readonly sources: ReadonlyMap<number, string>
}

/** The contracts that forge's compiler cache lists; none when it cannot be read. */
export async function listArtifacts(root: string, layout: ProjectLayout): Promise<ListedArtifact[]> {
  const cache = zCache.safeParse(await readJson(join(root, layout.cache, 'solidity-files-cache.json')))
  if (!cache.success) return []
  return Object.entries(cache.data.files).flatMap(([source, file]) =>
    Object.entries(file.artifacts ?? {}).flatMap(([contract, versions]) =>
      Object.values(versions).flatMap((profiles) =>
        Object.values(profiles).map(({ path, build_id }) => ({ source, contract, path, buildId: build_id })),
      ),
    ),
  )
}

/** Finds the artifact of each runtime code (0x-hex). Codes that no artifact explains are missing from the answer. */
export async function findArtifacts(
  root: string,
  layout: ProjectLayout,
  codes: Iterable<string>,
): Promise<Map<string, RuntimeArtifact>> {
  const wanted = new Map([...codes].map((code) => [code, Buffer.from(code.slice(2), 'hex')]))
  const found = new Map<string, RuntimeArtifact>()
  for (const listed of await listArtifacts(root, layout)) {
    if (found.size === wanted.size) break
    const artifact = zArtifact.safeParse(await readJson(join(root, layout.out, listed.path)))
    if (!artifact.success) continue
    const { object, sourceMap, linkReferences, immutableReferences } = artifact.data.deployedBytecode
    const holes = [
      ...Object.values(immutableReferences ?? {}).flat(),
      ...Object.values(linkReferences ?? {}).flatMap((file) => Object.values(file).flat()),
    ]
    for (const [code, bytes] of wanted) {
      if (found.has(code) || (object.length - 2) / 2 !== bytes.length || sourceMap === undefined) continue
      if (!sameCode(object, bytes, holes)) continue
      found.set(code, { code: bytes, sourceMap, sources: await readSources(root, layout, listed.buildId) })
    }
  }
  return found
}

function sameCode(object: string, bytes: Buffer, holes: z.output<typeof zRanges>): boolean {
  // Link placeholders (`__$...$__`) are no hex; they lie inside the holes.
  const template = Buffer.from(object.slice(2).replaceAll(/[^0-9a-fA-F]/g, '0'), 'hex')
  const code = Buffer.from(bytes)
  for (const { start, length } of holes) {
    template.fill(0, start, start + length)
    code.fill(0, start, start + length)
  }
  // A library's runtime begins with PUSH20 and its own address, which the artifact has as zeros.
  if (template[0] === 0x73 && template.subarray(1, 21).every((byte) => byte === 0)) code.fill(0, 1, 21)
  return template.equals(code)
}

async function readSources(root: string, layout: ProjectLayout, buildId: string): Promise<Map<number, string>> {
  if (!/^[0-9a-zA-Z]{1,64}$/.test(buildId)) return new Map()
  const info = zBuildInfo.safeParse(await readJson(join(root, layout.out, 'build-info', `${buildId}.json`)))
  if (!info.success) return new Map()
  return new Map(Object.entries(info.data.source_id_to_path).map(([id, path]) => [Number(id), path]))
}

/** The parsed file; undefined when it is missing or no JSON. */
async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
}
