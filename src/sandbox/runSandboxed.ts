import { chmod, copyFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { programArguments, type ResolvedRun, type RunIdentity } from './confinement.ts'
import { SandboxCommandWrong, SandboxFailed } from './errors.ts'
import { insidePath } from './insidePath.ts'
import { type LauncherReport, signalName } from './launcherReport.ts'
import { type LauncherRun, runLauncher } from './runLauncher.ts'
import type { SandboxCommand, SandboxEnd, SandboxRun, SandboxTier } from './sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from './sandboxRoot.ts'

/** Linux: most bytes of one argument or one environment entry, MAX_ARG_STRLEN of execve(2). */
const ARGUMENT_BYTES_LIMIT = 128 * 1024 - 1
/** Entries that the launcher takes: its ENVIRONMENT_LIMIT and PATHS_LIMIT, less what the tiers add. */
const ENVIRONMENT_LIMIT = 500
const PATHS_LIMIT = 40

/** One tier as it was set up on this machine. */
export interface Tier {
  readonly tier: SandboxTier
  readonly launcherPath: string
  readonly shimPath: string
  /** A fresh user id for each run, or undefined where this process cannot give one. */
  readonly nextIdentity: () => RunIdentity | undefined
  readonly commandLine: (run: ResolvedRun) => string[]
}

/**
 * Runs one program in one tier.
 * @throws SandboxCommandWrong (FB4002) for a command that cannot be held, SandboxFailed (FB4003) when the machine lacks
 * something at this moment; never for what the program does.
 */
export async function runSandboxed(tier: Tier, command: SandboxCommand): Promise<SandboxRun> {
  const programPath = await checkCommand(tier.tier, command)
  // A copy under a sandbox root, so that LD_PRELOAD is of the same length wherever this package is installed.
  const shimRoot = command.deterministic ? await createSandboxRoot() : undefined
  try {
    const shimPath = shimRoot && join(shimRoot, 'shim.so')
    if (shimPath) {
      await copyFile(tier.shimPath, shimPath)
      await chmod(shimPath, 0o755)
    }
    const run = { command, programPath, launcherPath: tier.launcherPath, shimPath, identity: tier.nextIdentity() }
    const outcome = await runLauncher(tier.launcherPath, tier.commandLine(run), {
      outputBytes: command.limits.outputBytes,
      signal: command.signal,
      onStdout: command.onStdout,
    })
    return readOutcome(tier.tier, outcome)
  } finally {
    if (shimRoot) await removeSandboxRoot(shimRoot)
  }
}

function readOutcome(tier: SandboxTier, { report, stdout, stderr }: LauncherRun): SandboxRun {
  if (!report) throw new SandboxFailed(tier, 'its launcher was killed or could not be started', stderr)
  if (report.end === 'setup') throw new SandboxFailed(tier, report.what, stderr)
  return {
    end: readEnd(report),
    stdout,
    stderr,
    cpuSeconds: report.cpuMicros / 1e6,
    wallSeconds: report.wallMs / 1e3,
    maxRssBytes: report.maxRssBytes,
  }
}

function readEnd(report: Exclude<LauncherReport, { end: 'setup' }>): SandboxEnd {
  switch (report.end) {
    case 'exited':
      return { kind: 'exited', code: report.code }
    case 'killed':
      return { kind: 'killed', signal: signalName(report.signal) }
    case 'limit':
      return { kind: 'limit', limit: report.limit }
    case 'stopped':
      return { kind: 'aborted' }
  }
}

/** Everything that a launcher would misread, and every link that would lead out of a sandbox root. Returns the program's real path. */
async function checkCommand(tier: SandboxTier, command: SandboxCommand): Promise<string> {
  const paths = [...command.readOnly, ...command.writable]
  if (paths.length > PATHS_LIMIT)
    throw new SandboxCommandWrong(`it has ${paths.length} mounts, at most ${PATHS_LIMIT} are possible`)
  insidePath(tier, command, command.cwd)
  for (const path of paths) {
    insidePath(tier, command, path)
    if ((await realpath(path)) !== path)
      throw new SandboxCommandWrong(`${JSON.stringify(path)} is or lies behind a link`)
  }
  const environment = Object.entries(command.env)
  if (environment.length > ENVIRONMENT_LIMIT) throw new SandboxCommandWrong('its environment has too many entries')
  for (const [name, value] of environment) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || name.startsWith('LD_'))
      throw new SandboxCommandWrong(`its environment has an entry named ${JSON.stringify(name)}`)
    checkText(`${name}=${value}`)
  }
  for (const argument of programArguments(command)) checkText(argument)
  return realpath(command.program)
}

function checkText(text: string): void {
  if (text.includes('\0') || Buffer.byteLength(text) > ARGUMENT_BYTES_LIMIT)
    throw new SandboxCommandWrong('an argument or environment entry holds a zero byte or is too long')
}
