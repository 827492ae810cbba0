import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { SliceLimits } from '../../protocol/sliceLimits.ts'
import type { Sandbox, SandboxCommand, SandboxRun } from '../../sandbox/sandbox.ts'
import { forgeEnvironment } from './forgeCommand.ts'
import type { ForgeProgram } from './program.ts'
import { COMPILER_CACHE } from './projectPaths.ts'
import type { ProjectLayout } from './readLayout.ts'

/** One input is executed, after the project's own setUp: far below what a slice needs. */
export const REPLAY_LIMITS: SliceLimits = {
  cpuSeconds: 120,
  wallSeconds: 600,
  memoryBytes: 4 * 2 ** 30,
  processes: 256,
  fileBytes: 256 * 2 ** 20,
  outputBytes: 256 * 2 ** 20,
}

/** Any fixed seed: nothing is generated when an input is replayed, but `vm.random*` must answer the same each time. */
const REPLAY_SEED = '0x1'

/** One forge process that executes one test once. */
export interface ReplayCommand {
  readonly forge: ForgeProgram
  readonly sandbox: Sandbox
  /** The built project: `/tmp/fbXXXXXX/project`. */
  readonly projectDir: string
  /** A sandbox root of this replay with `cache/`, `failures/` and `tmp/`. */
  readonly scratch: string
  /** Regular expressions of forge's that select the one test. */
  readonly match: { readonly contract: string; readonly test: string }
  readonly profile: string
  readonly env: Readonly<Record<string, string>>
  /** Calls of one run: no sequence longer than this is executed. */
  readonly depth: number
  /** Runs of a campaign when the input does not fail. */
  readonly runs: number
  readonly flags: readonly string[]
  readonly limits?: Partial<SliceLimits>
  readonly onStdout?: (chunk: Uint8Array) => void
  readonly signal?: AbortSignal
}

/**
 * Makes the folders that {@link runReplayCommand} needs in an empty directory. The compiler cache is a copy: forge writes to
 * it, and failures that it remembers there must not be anybody else's.
 */
export async function prepareScratch(scratch: string, projectDir: string, layout: ProjectLayout): Promise<void> {
  for (const name of ['cache', 'failures', 'tmp']) await mkdir(join(scratch, name), { recursive: true })
  await copyFile(join(projectDir, layout.cache, COMPILER_CACHE), join(scratch, 'cache', COMPILER_CACHE))
}

/** Runs forge once over one test, with the persisted failures of the scratch root and nothing else remembered. */
export async function runReplayCommand(command: ReplayCommand): Promise<SandboxRun> {
  const { sandbox, scratch, projectDir } = command
  const writable = ['cache', 'failures', 'tmp'].map((name) => join(scratch, name))
  const mounts = { readOnly: [projectDir], writable }
  const inside = (path: string) => sandbox.inside(path, mounts)
  const run: SandboxCommand = {
    ...mounts,
    program: command.forge.path,
    args: [
      ...['test', '--fuzz-seed', REPLAY_SEED, '-j', '1'],
      ...['--match-contract', command.match.contract, '--match-test', command.match.test],
      ...command.flags,
    ],
    env: {
      ...forgeEnvironment(
        {
          ...{ profile: command.profile, env: command.env, matchPath: null, matchContract: null, matchTest: null },
          ...{ fuzzRuns: 1, invariantRuns: command.runs, invariantDepth: command.depth, corpus: false },
        },
        (folder) => inside(join(scratch, folder)),
        inside(projectDir),
      ),
      // The input was shrunk when it was found; what is replayed is that input.
      FOUNDRY_INVARIANT_SHRINK_RUN_LIMIT: '0',
    },
    cwd: projectDir,
    limits: { ...REPLAY_LIMITS, ...command.limits },
    deterministic: true,
    ...(command.onStdout ? { onStdout: command.onStdout } : {}),
    ...(command.signal ? { signal: command.signal } : {}),
  }
  return await sandbox.run(run)
}

/** Selects one test and no other. */
export function matchOnly(target: { readonly contract: string; readonly test: string }): ReplayCommand['match'] {
  return { contract: `^${escapeRegex(target.contract)}$`, test: `^${escapeRegex(target.test)}$` }
}

/** Text as a regular expression of Rust's `regex` crate that matches only it. */
export function escapeRegex(text: string): string {
  return text.replaceAll(/[\\.+*?()|[\]{}^$#&\-~]/g, '\\$&')
}
