import { rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { sandboxRootOf } from '../../src/sandbox/insidePath.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'

/**
 * The same sandbox, but the scratch directory of each run is named in `markersDir` while it runs: if this process is killed,
 * the next start finds and removes it (openBundleStore). Without that, every crash would leave a slice's files in /tmp.
 */
export function markScratch(sandbox: Sandbox, markersDir: string): Sandbox {
  return {
    tier: sandbox.tier,
    holds: sandbox.holds,
    holdsPorts: sandbox.holdsPorts,
    inside: (hostPath, mounts) => sandbox.inside(hostPath, mounts),
    async run(command) {
      const roots = new Set(command.writable.map((path) => basename(sandboxRootOf(path))))
      const markers = [...roots].map((name) => join(markersDir, name))
      await Promise.all(markers.map((marker) => writeFile(marker, '', { mode: 0o600 })))
      try {
        return await sandbox.run(command)
      } finally {
        await Promise.all(markers.map((marker) => rm(marker, { force: true })))
      }
    },
  }
}
