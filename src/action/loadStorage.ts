import type { Runner } from './runner.ts'

/** GitHub's caches and artifacts. */
export type Storage = typeof import('./storage.ts')['storage']

/**
 * GitHub's storage, loaded only where a run has it: it is half of the bundle. Null where it has none (`act`, a shell).
 * Its libraries print to the log themselves and mask addresses there, so the log must listen to commands.
 */
export async function loadStorage(
  env: Readonly<Record<string, string | undefined>>,
  runner: Pick<Runner, 'close'>,
): Promise<Storage | null> {
  if (!env.ACTIONS_RESULTS_URL || !env.ACTIONS_RUNTIME_TOKEN) return null
  const { storage } = await import('./storage.ts')
  return {
    restoreCache(...args) {
      runner.close()
      return storage.restoreCache(...args)
    },
    saveCache(...args) {
      runner.close()
      return storage.saveCache(...args)
    },
    artifacts() {
      runner.close()
      return storage.artifacts()
    },
  }
}
