import { readFile } from 'node:fs/promises'
import { isAbsolute, join, normalize } from 'node:path'
import { parse } from 'smol-toml'
import { z } from 'zod'
import { BadFoundryConfig } from './errors.ts'

const zProfile = z.looseObject({
  src: z.string().optional(),
  test: z.string().optional(),
  out: z.string().optional(),
  cache_path: z.string().optional(),
  libs: z.array(z.string()).optional(),
})
const zConfig = z.looseObject({ profile: z.record(z.string(), zProfile).optional() })

/** Where a Foundry project keeps its things, relative to its root. */
export interface ProjectLayout {
  readonly src: string
  readonly test: string
  /** Artifacts. */
  readonly out: string
  /** Folder of the compiler cache. */
  readonly cache: string
  readonly libs: readonly string[]
}

/**
 * The layout that a project's foundry.toml states for a profile, with forge's own defaults where it says nothing.
 * @throws BadFoundryConfig (FB1005) when the file is missing or cannot be read.
 */
export async function readLayout(root: string, profile: string): Promise<ProjectLayout> {
  let document: unknown
  try {
    document = parse(await readFile(join(root, 'foundry.toml'), 'utf8'))
  } catch (error) {
    throw new BadFoundryConfig(error instanceof Error ? error.message : String(error))
  }
  const config = zConfig.safeParse(document)
  if (!config.success) throw new BadFoundryConfig(z.prettifyError(config.error))
  const profiles = config.data.profile ?? {}
  const chosen = { ...profiles.default, ...profiles[profile] }
  // The configuration that ships has both below the root. Another one may be a stranger's, and we read there ourselves.
  for (const folder of [chosen.out, chosen.cache_path])
    if (folder !== undefined && (isAbsolute(folder) || normalize(folder).split('/')[0] === '..'))
      throw new BadFoundryConfig(
        `out and cache_path must lie inside the project, and ${JSON.stringify(folder)} does not`,
      )
  return {
    src: chosen.src ?? 'src',
    test: chosen.test ?? 'test',
    out: chosen.out ?? 'out',
    cache: chosen.cache_path ?? 'cache',
    libs: chosen.libs ?? ['lib'],
  }
}
