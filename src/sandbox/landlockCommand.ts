import { confineOptions, programArguments, type ResolvedRun, superviseOptions } from './confinement.ts'
import { insidePath } from './insidePath.ts'
import { LOADER_CACHE, MACHINE_FACTS, PLAIN_DEVICES, RANDOM_DEVICES, type SystemPath } from './systemPaths.ts'

/** All that the kernel has. Tests ask for less, to see older kernels hold. */
const NEWEST_LANDLOCK = 1_000

/** The arguments of the launcher for one run in the landlock tier. Pure. @throws SandboxCommandWrong for paths below no mount. */
export function landlockCommand(
  run: ResolvedRun,
  systemPaths: readonly SystemPath[],
  mostVersion = NEWEST_LANDLOCK,
): string[] {
  const { command, identity } = run
  const env = { ...command.env, ...(run.shimPath ? { LD_PRELOAD: run.shimPath } : {}) }
  const readable = [
    ...systemPaths.map(({ path }) => path),
    LOADER_CACHE,
    ...MACHINE_FACTS,
    ...(command.deterministic ? [] : RANDOM_DEVICES),
    ...(run.shimPath ? [run.shimPath] : []),
    ...command.readOnly,
  ]
  return [
    'supervise',
    ...superviseOptions(run, 0),
    '--',
    run.launcherPath,
    'confine',
    ...['--landlock', String(mostVersion)],
    ...confineOptions(command, identity, insidePath('landlock', command, command.cwd), env),
    // Without a user id of its own the count would be of all that the user runs: the filter counts instead.
    ...['--own-process-count', identity ? '1' : '0'],
    ...readable.flatMap((path) => ['--read', path]),
    ...PLAIN_DEVICES.flatMap((path) => ['--device', path]),
    ...command.writable.flatMap((path) => ['--write', path]),
    '--',
    run.programPath,
    ...programArguments(command),
  ]
}
