import { randomBytes } from 'node:crypto'
import { arch, availableParallelism, cpus, homedir, platform, release } from 'node:os'
import { join } from 'node:path'
import { createForgeEngine } from '../engines/forge/forgeEngine.ts'
import { type FindForgeOptions, findForge } from '../engines/forge/program.ts'
import { openSandbox } from '../sandbox/openSandbox.ts'
import type { SandboxTier } from '../sandbox/sandbox.ts'
import type { BurstDeps } from './burstDeps.ts'

/** Where the pinned forge is looked for, and kept when npm has to fetch it. */
export function forgeWhere(env: Shell['env']): FindForgeOptions {
  const cacheDir = join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'fuzzburst')
  return { platform: `${process.platform}-${process.arch}`, cacheDir, env }
}

/** What a shell says of itself; everything else of the world is the same for all. */
export interface Shell extends Pick<BurstDeps, 'env' | 'progress' | 'say' | 'signal' | 'settleSignal'> {
  /** Absolute path of the project's root. */
  readonly root: string
  /** Forces a sandbox tier; else the strongest that works. */
  readonly tier?: SandboxTier
  /** See BurstDeps; the state folder when not given. */
  readonly trustedDir?: string
}

/**
 * The real world for a burst: system clock, randomness, sandbox, pinned engine. The only place of the requester that touches
 * them. @throws FB4001 when no sandbox works here, FB10xx when the pinned engine cannot be had
 */
export async function connectWorld(shell: Shell): Promise<BurstDeps> {
  const sandbox = await openSandbox(shell.tier === undefined ? {} : { tier: shell.tier })
  return {
    engine: await createForgeEngine(await findForge(forgeWhere(shell.env))),
    sandbox,
    clock: {
      now: () => Date.now(),
      every(ms, callback) {
        const timer = setInterval(callback, ms)
        return () => clearInterval(timer)
      },
    },
    poolClock: {
      nowMs: () => Date.now(),
      sleep: (ms, signal) =>
        new Promise((resolve) => {
          if (signal?.aborted) return resolve()
          const timer = setTimeout(done, ms)
          signal?.addEventListener('abort', done, { once: true })
          function done(): void {
            clearTimeout(timer)
            signal?.removeEventListener('abort', done)
            resolve()
          }
        }),
    },
    fetch: globalThis.fetch,
    randomBytes32: () => new Uint8Array(randomBytes(32)),
    stateDir: join(shell.root, '.fuzzburst'),
    trustedDir: shell.trustedDir ?? join(shell.root, '.fuzzburst'),
    machine: [platform(), arch(), release(), cpus()[0]?.model ?? 'unknown processor'].join(' / '),
    cores: availableParallelism(),
    // A compiler that the project names runs with it: no key of ours belongs there.
    env: Object.fromEntries(Object.entries(shell.env).filter(([name]) => !name.startsWith('FUZZBURST_'))),
    progress: shell.progress,
    say: shell.say,
    ...(shell.signal && { signal: shell.signal }),
    ...(shell.settleSignal && { settleSignal: shell.settleSignal }),
  }
}
