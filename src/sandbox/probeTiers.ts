import { execFile } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { z } from 'zod'
import { isFuzzburstError } from '../protocol/errors.ts'
import type { SliceLimits } from '../protocol/sliceLimits.ts'
import { bubblewrapCommand } from './bubblewrapCommand.ts'
import type { RunIdentity } from './confinement.ts'
import { describeTier } from './describeTier.ts'
import { landlockCommand } from './landlockCommand.ts'
import { findNativeBinary, slicePlatform } from './nativeBinary.ts'
import { runSandboxed, type Tier } from './runSandboxed.ts'
import type { SandboxTier } from './sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from './sandboxRoot.ts'
import { launcher, shim } from './shim.ts'
import { systemPaths } from './systemPaths.ts'
import { UNPRIVILEGED_GID, UNPRIVILEGED_UID_COUNT, UNPRIVILEGED_UID_FIRST } from './unprivilegedIds.ts'

/** What became of trying one tier: a program was really started in it. */
export type TierProbe =
  | {
      readonly tier: SandboxTier
      readonly works: true
      readonly holds: readonly string[]
      readonly holdsPorts: boolean
      readonly setup: Tier
    }
  | { readonly tier: SandboxTier; readonly works: false; readonly why: string }

/** Where distributions put bubblewrap. PATH is not asked: what holds hostile code is not found by the environment. */
const BWRAP_PATHS = ['/usr/bin/bwrap', '/bin/bwrap', '/usr/local/bin/bwrap', '/run/current-system/sw/bin/bwrap']

/** Enough for a program that prints one word. */
const PROBE_LIMITS: SliceLimits = {
  cpuSeconds: 5,
  wallSeconds: 20,
  memoryBytes: 256 * 2 ** 20,
  processes: 8,
  fileBytes: 2 ** 20,
  outputBytes: 2 ** 20,
}

/** First version of Landlock that has rules for TCP ports: Linux 6.7. docs.kernel.org/userspace-api/landlock.html */
const LANDLOCK_WITH_PORTS = 4

/** The launcher's word on the kernel. */
const zKernelProbe = z.strictObject({ v: z.literal(1), landlock: z.number().int(), seccompNotify: z.boolean() })

const run = promisify(execFile)

/** Tries each tier on this machine, the stronger first. Never throws: what does not work says why, in words. */
export async function probeTiers(wanted: readonly SandboxTier[] = ['bubblewrap', 'landlock']): Promise<TierProbe[]> {
  const probes: TierProbe[] = []
  for (const tier of wanted) probes.push(await probeTier(tier))
  return probes
}

async function probeTier(tier: SandboxTier): Promise<TierProbe> {
  try {
    const platform = slicePlatform(process.platform, process.arch)
    const launcherPath = await findNativeBinary('launcher', launcher, platform)
    const shimPath = await findNativeBinary('shim.so', shim, platform)
    const kernel = zKernelProbe.parse(JSON.parse((await run(launcherPath, ['probe'], { env: {} })).stdout))
    const bwrapPath = BWRAP_PATHS.find((path) => existsSync(path))
    if (tier === 'bubblewrap' && !bwrapPath) return { tier, works: false, why: 'bubblewrap (bwrap) is not installed' }
    if (tier === 'landlock' && kernel.landlock < 1)
      return { tier, works: false, why: 'this kernel has no Landlock, or it is not switched on' }
    if (tier === 'landlock' && !kernel.seccompNotify)
      return { tier, works: false, why: 'this kernel has no seccomp notifications' }
    // Root gives each run a user id of its own where it may; in some containers root may not.
    const ways = (await mayGiveIds()) ? [identities(), () => undefined] : [() => undefined]
    let why = ''
    for (const nextIdentity of ways) {
      const system = systemPaths()
      const setup: Tier = {
        tier,
        launcherPath,
        shimPath,
        nextIdentity,
        commandLine: (resolved) =>
          tier === 'bubblewrap'
            ? bubblewrapCommand(resolved, { bwrapPath: bwrapPath!, systemPaths: system })
            : landlockCommand(resolved, system),
      }
      const failure = await tryTier(setup)
      if (failure === undefined)
        return {
          tier,
          works: true,
          setup,
          holdsPorts: kernel.landlock >= LANDLOCK_WITH_PORTS,
          holds: describeTier(tier, kernel, nextIdentity() !== undefined),
        }
      why = failure
    }
    return { tier, works: false, why }
  } catch (error) {
    return { tier, works: false, why: explain(error) }
  }
}

/**
 * CAP_CHOWN, DAC_OVERRIDE, FOWNER, KILL, SETGID, SETUID and SYS_PTRACE: to give a run its own user id one must be able to
 * give it its files, end it, look at its open files and remove what it leaves. Numbers of linux/capability.h.
 */
const CAPABILITIES_FOR_IDS = [0, 1, 3, 5, 6, 7, 19].reduce((mask, bit) => mask | (1n << BigInt(bit)), 0n)

async function mayGiveIds(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false
  const held = /^CapEff:\s*([0-9a-f]{16})$/m.exec(await readFile('/proc/self/status', 'utf8'))?.[1] ?? '0'
  return (BigInt(`0x${held}`) & CAPABILITIES_FOR_IDS) === CAPABILITIES_FOR_IDS
}

/** User ids in turn, from a place of this process's own, so that several workers of one machine rarely meet. */
function identities(): () => RunIdentity {
  let next = randomInt(UNPRIVILEGED_UID_COUNT)
  return () => {
    next = (next + 1) % UNPRIVILEGED_UID_COUNT
    return { uid: UNPRIVILEGED_UID_FIRST + next, gid: UNPRIVILEGED_GID }
  }
}

/** Starts a program in the tier; undefined when that works, else why not. */
async function tryTier(setup: Tier): Promise<string | undefined> {
  const root = await createSandboxRoot()
  try {
    const outcome = await runSandboxed(setup, {
      program: setup.launcherPath,
      args: ['hello'],
      env: {},
      cwd: root,
      readOnly: [],
      writable: [root],
      limits: PROBE_LIMITS,
      deterministic: false,
    })
    if (outcome.end.kind === 'exited' && outcome.end.code === 0 && Buffer.from(outcome.stdout).toString() === 'hello\n')
      return
    return `a program in it ended with ${JSON.stringify(outcome.end)} ${outcome.stderr.trim()}`
  } catch (error) {
    return explain(error)
  } finally {
    await removeSandboxRoot(root)
  }
}

function explain(error: unknown): string {
  if (!isFuzzburstError(error)) return String(error)
  return [error.summary, error.detail?.trim()].filter(Boolean).join(' ')
}
