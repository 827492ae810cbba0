import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import type { CompilerCache } from './compilerCache.ts'
import type { FoundryConfig } from './foundryConfig.ts'
import { outFolder } from './projectPaths.ts'
import { shippedPermissions } from './sliceConfig.ts'

/**
 * Artifacts as tests read them by the path of the project's own `out` folder (`out/Vault.sol/Vault.json`): the contents of
 * this build, by that path relative to the root. They are a second copy of what ships, so there are none unless a source of
 * the project names the folder and a permission covers it.
 * @param sources the project's own sources, relative to the root
 */
export async function readableArtifacts(
  root: string,
  profile: string,
  config: FoundryConfig,
  cache: CompilerCache,
  sources: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const out = normalize(config.out).replace(/\/+$/, '')
  const copies = new Map<string, Uint8Array>()
  if (out.startsWith('/') || out.startsWith('..') || !(await isNamed(root, `${out}/`, sources))) return copies
  const permitted = shippedPermissions(config).map(({ path }) => path.replace(/\/+$/, ''))
  for (const { path } of [...cache.files.values()].flat()) {
    const place = `${out}/${path}`
    if (permitted.some((allowed) => allowed === '.' || place === allowed || place.startsWith(`${allowed}/`)))
      copies.set(place, await readFile(join(root, outFolder(profile), path)))
  }
  return copies
}

async function isNamed(root: string, text: string, sources: readonly string[]): Promise<boolean> {
  for (const path of sources) if ((await readFile(join(root, path), 'utf8')).includes(text)) return true
  return false
}
