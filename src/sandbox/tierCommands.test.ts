import { expect, test } from 'vitest'
import { bubblewrapCommand } from './bubblewrapCommand.ts'
import type { ResolvedRun } from './confinement.ts'
import { landlockCommand } from './landlockCommand.ts'
import type { SandboxCommand } from './sandbox.ts'
import type { SystemPath } from './systemPaths.ts'

const command: SandboxCommand = {
  program: '/opt/forge/bin/forge',
  args: ['test', '--json'],
  env: { HOME: '/tmp/fb000001/tmp' },
  cwd: '/tmp/fbAAAAAA/project',
  readOnly: ['/tmp/fbAAAAAA/project'],
  writable: ['/tmp/fbBBBBBB', '/tmp/fbAAAAAA/project/cache'],
  limits: { cpuSeconds: 1, wallSeconds: 2, memoryBytes: 3, processes: 4, fileBytes: 5, outputBytes: 6 },
  deterministic: true,
}
const run: ResolvedRun = {
  command,
  programPath: '/opt/forge-1.7.1/bin/forge',
  launcherPath: '/pkg/launcher',
  shimPath: '/tmp/fbSSSSSS/shim.so',
  identity: { uid: 60_600, gid: 61_183 },
}
const systemPaths: SystemPath[] = [
  { path: '/usr', link: undefined },
  { path: '/lib', link: 'usr/lib' },
]
const facts = { bwrapPath: '/usr/bin/bwrap', systemPaths }

/** The words that follow each occurrence of an option. */
function after(args: readonly string[], option: string, count = 1): string[] {
  return args.flatMap((word, i) => (word === option ? [args.slice(i + 1, i + 1 + count).join(' ')] : []))
}

test('in bubblewrap nothing is mounted but the system, the program, the launcher, the shim and the mounts', () => {
  const args = bubblewrapCommand(run, facts)
  expect(after(args, '--ro-bind', 2)).toEqual([
    '/usr /usr',
    '/pkg/launcher /tmp/fb000009/launcher',
    '/tmp/fbSSSSSS/shim.so /tmp/fb000009/shim.so',
    '/opt/forge-1.7.1/bin/forge /tmp/fb000009/program/forge',
    '/tmp/fbAAAAAA/project /tmp/fb000000/project',
  ])
  expect(after(args, '--bind', 2)).toEqual([
    '/tmp/fbBBBBBB /tmp/fb000001',
    '/tmp/fbAAAAAA/project/cache /tmp/fb000000/project/cache',
  ])
  expect(after(args, '--dev-bind', 2)).not.toContain('/dev/urandom /dev/urandom')
  expect(after(args, '--remount-ro')).toEqual(['/'])
})

test('a writable place inside a read-only mount is mounted after it', () => {
  const args = bubblewrapCommand(run, facts)
  expect(args.indexOf('/tmp/fbAAAAAA/project/cache')).toBeLessThan(args.indexOf('--', 1))
  expect(args.lastIndexOf('/tmp/fb000000/project/cache')).toBeGreaterThan(args.indexOf('/tmp/fb000000/project'))
})

test('all namespaces are new, and without ids to give the user namespace too', () => {
  const kinds = ['ipc', 'pid', 'net', 'uts', 'cgroup-try'].map((kind) => `--unshare-${kind}`)
  expect(bubblewrapCommand(run, facts)).toEqual(
    expect.arrayContaining([...kinds, '--die-with-parent', '--new-session']),
  )
  const ordinary = bubblewrapCommand({ ...run, identity: undefined }, facts)
  expect(ordinary).toEqual(expect.arrayContaining([...kinds, '--unshare-user']))
  expect(ordinary).not.toContain('--cap-add')
})

test('the program gets its own name, its arguments and its environment with the shim', () => {
  const args = bubblewrapCommand(run, facts)
  expect(args.slice(args.lastIndexOf('--'))).toEqual(['--', '/tmp/fb000009/program/forge', 'forge', 'test', '--json'])
  expect(after(args, '--env')).toEqual(['HOME=/tmp/fb000001/tmp', 'LD_PRELOAD=/tmp/fb000009/shim.so'])
  expect(after(args, '--cwd')).toEqual(['/tmp/fb000000/project'])
})

test('in the landlock tier only the writable mounts may be written, and randomness is readable only without the shim', () => {
  const args = landlockCommand(run, systemPaths)
  expect(after(args, '--write')).toEqual(command.writable)
  expect(after(args, '--read')).not.toContain('/dev/urandom')
  expect(after(args, '--env')).toContain('LD_PRELOAD=/tmp/fbSSSSSS/shim.so')
  const free = landlockCommand(
    { ...run, shimPath: undefined, command: { ...command, deterministic: false } },
    systemPaths,
  )
  expect(after(free, '--read')).toContain('/dev/urandom')
  expect(after(free, '--env')).toEqual(['HOME=/tmp/fb000001/tmp'])
})

test('limits reach the half that watches', () => {
  const args = landlockCommand(run, systemPaths)
  const watching = args.slice(0, args.indexOf('--'))
  expect(['--cpu', '--wall', '--memory', '--processes', '--file'].flatMap((name) => after(watching, name))).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
  ])
  expect(after(watching, '--scratch')).toEqual(command.writable)
})
