import type { Engine } from '../../src/engines/engine.ts'
import { createForgeEngine } from '../../src/engines/forge/forgeEngine.ts'
import { findForge } from '../../src/engines/forge/program.ts'

/** The pinned engine of this machine: an installed package, or one that npm puts into `cacheDir`. @throws FB1005 and its like */
export async function openEngine(
  cacheDir: string,
  world: { readonly platform: string; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<Engine> {
  return createForgeEngine(await findForge({ ...world, cacheDir }))
}
