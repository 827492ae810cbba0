import type { SliceLimitName, SliceLimits } from '../protocol/sliceLimits.ts'

/** How strongly other people's code is held. `bubblewrap`: namespaces. `landlock`: inside containers that allow none. */
export type SandboxTier = 'bubblewrap' | 'landlock'

/**
 * Every directory that a sandboxed program sees begins with these 13 characters on the host (`/tmp/fbXXXXXX`, six random
 * ones), and with `/tmp/fb000000` where the tier can rename it. So no path's LENGTH can differ between two machines, and
 * the engine replaces the one by the other in what it digests.
 */
export const SANDBOX_ROOT_PATTERN = /\/tmp\/fb[A-Za-z0-9]{6}/g
export const CANONICAL_SANDBOX_ROOT = '/tmp/fb000000'

/** What a program sees of the host, besides itself and the system's libraries. All are real paths below sandbox roots. */
export interface SandboxMounts {
  /** Host directories or files under a sandbox root, seen but not changed. */
  readonly readOnly: readonly string[]
  /**
   * Host directories under a sandbox root that the program may fill, up to the limits. One may lie inside a read-only one.
   * What is found there afterwards was written by the program: read it as hostile.
   */
  readonly writable: readonly string[]
}

export interface SandboxCommand extends SandboxMounts {
  /** Absolute host path of the program; mounted read-only by itself. It is told its base name as `argv[0]`. */
  readonly program: string
  readonly args: readonly string[]
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>
  /** Host path, inside one of the mounts below. */
  readonly cwd: string
  readonly limits: SliceLimits
  /** Preloads the determinism shim (LD_PRELOAD is added to `env`): fixed randomness, fixed wall clock, no /dev/urandom. */
  readonly deterministic: boolean
  /**
   * A TCP port that the program may connect to, over IPv4; without it there is no network, not even loopback. Only for
   * targets that run on the requester's own machine (docs/adr/0004), and only where {@link Sandbox.holdsPorts}.
   */
  readonly connectPort?: number
  readonly signal?: AbortSignal
  /** Called with standard output as it comes; without it, output is collected up to the limit. */
  readonly onStdout?: (chunk: Uint8Array) => void
}

export type SandboxEnd =
  | { readonly kind: 'exited'; readonly code: number }
  /** Also an exit code of 128 + signal, as shells have it: bubblewrap cannot tell them apart, so no tier does. */
  | { readonly kind: 'killed'; readonly signal: string }
  | { readonly kind: 'limit'; readonly limit: SliceLimitName }
  /** The caller's AbortSignal. */
  | { readonly kind: 'aborted' }

export interface SandboxRun {
  readonly end: SandboxEnd
  /** Empty when `onStdout` was given. */
  readonly stdout: Uint8Array
  /** The last 64 KiB. Untrusted. */
  readonly stderr: string
  readonly cpuSeconds: number
  readonly wallSeconds: number
  readonly maxRssBytes: number
}

export interface Sandbox {
  readonly tier: SandboxTier
  /** What this machine's kernel lets the tier hold, in words for `doctor` and the worker's status. */
  readonly holds: readonly string[]
  /** This kernel can hold a program to one TCP port: Landlock 4, Linux 6.7. */
  readonly holdsPorts: boolean
  /**
   * The path under which the program sees a host path, for arguments and environment. A command is itself such mounts.
   * @throws SandboxCommandWrong (FB4002) when the path is below no mount.
   */
  inside(hostPath: string, mounts: SandboxMounts): string
  /** Runs one program to its end. Rejects only for faults of ours or the machine's, never for what the program does. */
  run(command: SandboxCommand): Promise<SandboxRun>
}
