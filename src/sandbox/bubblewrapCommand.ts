import { basename, dirname } from 'node:path'
import { confineOptions, programArguments, type ResolvedRun, superviseOptions } from './confinement.ts'
import { insidePath } from './insidePath.ts'
import { LOADER_CACHE, PLAIN_DEVICES, RANDOM_DEVICES, type SystemPath } from './systemPaths.ts'

/** Where the launcher, the shim and the program are inside: the tenth root, after those of the mounts. */
const OWN_ROOT = '/tmp/fb000009'

/** bubblewrap's monitor and its first process in the namespace. */
const OWN_PROCESSES = 2

export interface BubblewrapFacts {
  /** Absolute path of bwrap. */
  readonly bwrapPath: string
  readonly systemPaths: readonly SystemPath[]
}

/** The arguments of the launcher for one run in bubblewrap. Pure. @throws SandboxCommandWrong for paths below no mount. */
export function bubblewrapCommand(run: ResolvedRun, facts: BubblewrapFacts): string[] {
  const { command, identity } = run
  const inside = (path: string) => insidePath('bubblewrap', command, path)
  const env = { ...command.env, ...(run.shimPath ? { LD_PRELOAD: `${OWN_ROOT}/shim.so` } : {}) }
  const isSystem = facts.systemPaths.some(({ path, link }) => !link && run.programPath.startsWith(`${path}/`))
  const program = isSystem ? run.programPath : `${OWN_ROOT}/program/${basename(command.program)}`
  // Parents before what lies in them, or the later mount would hide the earlier.
  const mounts = [
    ...command.readOnly.map((path) => ({ path, option: '--ro-bind' })),
    ...command.writable.map((path) => ({ path, option: '--bind' })),
  ].sort((a, b) => a.path.length - b.path.length)
  return [
    'supervise',
    ...superviseOptions(run, OWN_PROCESSES),
    '--',
    facts.bwrapPath,
    ...namespaceOptions(identity !== undefined, command.connectPort !== undefined),
    ...facts.systemPaths.flatMap(({ path, link }) => (link ? ['--symlink', link, path] : ['--ro-bind', path, path])),
    ...['--proc', '/proc'],
    // By name, because bubblewrap makes directories that it needs passable for its own user only.
    ...ancestors([
      ...mounts.map(({ path }) => inside(path)),
      ...(isSystem ? [] : [program]),
      `${OWN_ROOT}/launcher`,
      '/dev/null',
      LOADER_CACHE,
    ]).flatMap((path) => ['--dir', path]),
    ...['--ro-bind-try', LOADER_CACHE, LOADER_CACHE],
    ...deviceOptions(command.deterministic),
    ...['--ro-bind', run.launcherPath, `${OWN_ROOT}/launcher`],
    ...(run.shimPath ? ['--ro-bind', run.shimPath, `${OWN_ROOT}/shim.so`] : []),
    ...(isSystem ? [] : ['--ro-bind', run.programPath, program]),
    ...mounts.flatMap(({ path, option }) => [option, path, inside(path)]),
    // What is not a mount is a file system in memory: nothing may be put there.
    ...['--remount-ro', '/'],
    '--',
    `${OWN_ROOT}/launcher`,
    'confine',
    ...confineOptions(command, identity, inside(command.cwd), env),
    ...['--own-process-count', '1'],
    '--',
    program,
    ...programArguments(command),
  ]
}

/** All directories above the paths but the top, each once, parents first. */
function ancestors(paths: readonly string[]): string[] {
  const found = new Set<string>()
  for (const path of paths) for (let at = dirname(path); at !== '/'; at = dirname(at)) found.add(at)
  return [...found].sort()
}

function namespaceOptions(dropsIds: boolean, connects: boolean): string[] {
  // The host's network for who may connect to one port of it: the launcher holds the program to that port.
  const network = connects ? [] : ['--unshare-net']
  const common = ['--unshare-ipc', '--unshare-pid', ...network, '--unshare-uts', '--unshare-cgroup-try']
  const rest = ['--hostname', 'fuzzburst', '--die-with-parent', '--new-session', '--cap-drop', 'ALL']
  // Real root needs no user namespace: it leaves root behind for good by the two capabilities that are kept for that.
  if (dropsIds) return [...common, ...rest, '--cap-add', 'CAP_SETUID', '--cap-add', 'CAP_SETGID']
  return ['--unshare-user', '--uid', '60578', '--gid', '60578', ...common, ...rest]
}

function deviceOptions(deterministic: boolean): string[] {
  const devices = [...PLAIN_DEVICES, ...(deterministic ? [] : RANDOM_DEVICES)]
  return [
    ...devices.flatMap((path) => ['--dev-bind', path, path]),
    ...['--symlink', '/proc/self/fd', '/dev/fd'],
    ...['--symlink', '/proc/self/fd/0', '/dev/stdin'],
    ...['--symlink', '/proc/self/fd/1', '/dev/stdout'],
    ...['--symlink', '/proc/self/fd/2', '/dev/stderr'],
  ]
}
