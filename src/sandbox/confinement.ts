import { basename } from 'node:path'
import type { SandboxCommand } from './sandbox.ts'

/** A user id of its own for one run; undefined when this process cannot give one away. */
export interface RunIdentity {
  readonly uid: number
  readonly gid: number
}

/** One run, resolved: what both tiers need to put a launcher's command line together. */
export interface ResolvedRun {
  readonly command: SandboxCommand
  /** Host path of the program with all links resolved. */
  readonly programPath: string
  readonly launcherPath: string
  /** Host path of the shim, in a sandbox root of its own; undefined for programs that need not be deterministic. */
  readonly shimPath: string | undefined
  readonly identity: RunIdentity | undefined
}

/** Options of `launcher confine` that do not depend on the tier. `env` and `cwd` are as the program sees them. */
export function confineOptions(
  { limits, connectPort }: Pick<SandboxCommand, 'limits' | 'connectPort'>,
  identity: RunIdentity | undefined,
  cwd: string,
  env: Readonly<Record<string, string>>,
): string[] {
  return [
    ...['--cpu', String(limits.cpuSeconds)],
    ...['--file', String(limits.fileBytes)],
    ...['--processes', String(limits.processes)],
    ...['--cwd', cwd],
    ...(connectPort === undefined ? [] : ['--connect-port', String(connectPort)]),
    ...(identity ? ['--uid', String(identity.uid), '--gid', String(identity.gid)] : []),
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ]
}

/** Options of `launcher supervise`. `ownProcesses`: how many of the tier's own stand between it and the program. */
export function superviseOptions(run: ResolvedRun, ownProcesses: number): string[] {
  const { limits, writable } = run.command
  return [
    ...['--cpu', String(limits.cpuSeconds)],
    ...['--wall', String(limits.wallSeconds)],
    ...['--memory', String(limits.memoryBytes)],
    ...['--processes', String(limits.processes)],
    ...['--file', String(limits.fileBytes)],
    ...['--own-processes', String(ownProcesses)],
    ...(run.identity ? ['--uid', String(run.identity.uid), '--gid', String(run.identity.gid)] : []),
    ...writable.flatMap((path) => ['--scratch', path]),
  ]
}

/** The program's `argv`: its base name stands first on every machine, wherever it is installed. */
export function programArguments(command: SandboxCommand): string[] {
  return [basename(command.program), ...command.args]
}
