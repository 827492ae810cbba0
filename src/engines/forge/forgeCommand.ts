import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bytes32 } from '../../protocol/primitives.ts'
import type { ForgeInvocation } from '../../protocol/shardSpec.ts'
import type { SliceLimits } from '../../protocol/sliceLimits.ts'
import type { SandboxRun } from '../../sandbox/sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from '../../sandbox/sandboxRoot.ts'
import type { Workbench } from '../engine.ts'
import type { ForgeProgram } from './program.ts'
import { COMPILER_CACHE, cacheFolder, DATA_HOME } from './projectPaths.ts'

/** Folders of a slice's own that forge may write to. */
const SCRATCH = ['cache', 'failures', 'corpus', 'tmp'] as const
export type ScratchFolder = (typeof SCRATCH)[number]

/** What one forge process in the sandbox shall do. */
export interface ForgeRequest extends Workbench {
  readonly invocation: Pick<
    ForgeInvocation,
    | 'profile'
    | 'matchPath'
    | 'matchContract'
    | 'matchTest'
    | 'fuzzRuns'
    | 'invariantRuns'
    | 'invariantDepth'
    | 'corpus'
    | 'env'
  >
  readonly seed: Bytes32
  readonly limits: SliceLimits
  /** Preload the determinism shim. Off only in tests that show what it is for. */
  readonly deterministic: boolean
  readonly signal?: AbortSignal
}

/**
 * Runs `forge test --json` once in the sandbox, with scratch folders of its own that begin empty but for the compiler
 * cache: no failure that an earlier run left is replayed. `inspect` reads the scratch folders before they go; `fill` puts
 * an input corpus in.
 */
export async function runForgeTest<T>(
  request: ForgeRequest,
  forge: ForgeProgram,
  hooks: {
    readonly fill?: (scratch: (folder: ScratchFolder) => string) => Promise<void>
    readonly inspect: (run: SandboxRun, scratch: (folder: ScratchFolder) => string) => Promise<T>
  },
): Promise<T> {
  const root = await createSandboxRoot()
  const scratch = (folder: ScratchFolder): string => join(root, folder)
  try {
    for (const folder of SCRATCH) await mkdir(scratch(folder))
    const { projectDir, invocation } = request
    await copyFile(
      join(projectDir, cacheFolder(invocation.profile), COMPILER_CACHE),
      join(scratch('cache'), COMPILER_CACHE),
    )
    await hooks.fill?.(scratch)
    const mounts = { readOnly: [projectDir], writable: SCRATCH.map(scratch) }
    const inside = (path: string): string => request.sandbox.inside(path, mounts)
    const run = await request.sandbox.run({
      ...mounts,
      program: forge.path,
      args: forgeArguments(request),
      env: forgeEnvironment(invocation, (folder) => inside(scratch(folder)), inside(projectDir)),
      cwd: projectDir,
      limits: request.limits,
      deterministic: request.deterministic,
      ...(request.signal ? { signal: request.signal } : {}),
    })
    return await hooks.inspect(run, scratch)
  } finally {
    await removeSandboxRoot(root)
  }
}

/**
 * One thread, one seed, traces of each test's last run (docs/engines.md, "What evidence covers"). forge 1.7.1 keeps those of
 * invariants at `-vv` already; `-vvv` would trace every call of their campaigns and throw that away.
 */
export function forgeArguments({ invocation, seed }: Pick<ForgeRequest, 'invocation' | 'seed'>): string[] {
  const filter = (flag: string, value: string | null): string[] => (value === null ? [] : [`${flag}=${value}`])
  return [
    ...['test', '--json', invocation.fuzzRuns > 0 ? '-vvv' : '-vv', '--threads', '1', '--fuzz-seed', seed],
    ...filter('--match-path', invocation.matchPath),
    ...filter('--match-contract', invocation.matchContract),
    ...filter('--match-test', invocation.matchTest),
  ]
}

/**
 * The whole environment of a slice. Ours beats the invocation's: no setting of a project can point forge elsewhere. PATH
 * leads nowhere, because forge would ask git about submodules.
 */
export function forgeEnvironment(
  invocation: ForgeRequest['invocation'],
  scratch: (folder: ScratchFolder) => string,
  projectDir: string,
): Record<string, string> {
  return {
    ...invocation.env,
    PATH: '/nonexistent',
    HOME: scratch('tmp'),
    TMPDIR: scratch('tmp'),
    XDG_DATA_HOME: `${projectDir}/${DATA_HOME}`,
    NO_COLOR: '1',
    FOUNDRY_PROFILE: invocation.profile,
    FOUNDRY_OFFLINE: 'true',
    FOUNDRY_FFI: 'false',
    FOUNDRY_CACHE_PATH: scratch('cache'),
    FOUNDRY_TEST_FAILURES_FILE: `${scratch('failures')}/last`,
    FOUNDRY_FUZZ_FAILURE_PERSIST_DIR: scratch('failures'),
    FOUNDRY_INVARIANT_FAILURE_PERSIST_DIR: scratch('failures'),
    FOUNDRY_FUZZ_RUNS: String(invocation.fuzzRuns),
    FOUNDRY_INVARIANT_RUNS: String(invocation.invariantRuns),
    FOUNDRY_INVARIANT_DEPTH: String(invocation.invariantDepth),
    ...(invocation.corpus ? { FOUNDRY_INVARIANT_CORPUS_DIR: scratch('corpus') } : {}),
  }
}
