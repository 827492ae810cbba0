import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { SliceLimits } from '../protocol/sliceLimits.ts'
import { insidePath } from './insidePath.ts'
import { probeTiers } from './probeTiers.ts'
import { runSandboxed } from './runSandboxed.ts'
import type { SandboxRun, SandboxTier } from './sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from './sandboxRoot.ts'

/** What a hostile test might try, on every tier that this machine has; native/test/hostile.c does the trying. */
const hostile = join(import.meta.dirname, `../../test/fixtures/native/${process.platform}-${process.arch}/hostile`)
const probes = await probeTiers()
const working = probes.filter((probe) => probe.works)
for (const probe of probes) if (!probe.works) console.log(`SKIPPED tier ${probe.tier}: ${probe.why}`)

const limits: SliceLimits = {
  cpuSeconds: 20,
  wallSeconds: 60,
  memoryBytes: 256 * 2 ** 20,
  processes: 16,
  fileBytes: 8 * 2 ** 20,
  outputBytes: 2 ** 20,
}

const table: { tier: SandboxTier; tried: string; stoppedBy: string }[] = []
let project: string
let secret: string
let connections = 0
const servers: Server[] = []
let port: number
let socketPath: string

beforeAll(async () => {
  project = join(await createSandboxRoot(), 'project')
  await mkdir(project)
  await writeFile(join(project, 'foundry.toml'), 'ours')
  secret = await createSandboxRoot()
  await writeFile(join(secret, 'key'), 'secret', { mode: 0o644 })
  socketPath = join(secret, 'socket')
  for (const listen of [{ port: 0, host: '127.0.0.1' }, { path: socketPath }]) {
    const server = createServer(() => {
      connections += 1
    })
    await new Promise<void>((resolve) => server.listen(listen, resolve))
    servers.push(server)
  }
  const address = servers[0]!.address()
  port = typeof address === 'object' && address ? address.port : 0
})

afterAll(async () => {
  for (const server of servers) server.close()
  await removeSandboxRoot(join(project, '..'))
  await removeSandboxRoot(secret)
  const width = Math.max(...table.map(({ tried }) => tried.length))
  const line = ({ tier, tried, stoppedBy }: (typeof table)[number]) =>
    `${tier.padEnd(10)}  ${tried.padEnd(width)}  ${stoppedBy}`
  console.log(['what a hostile test tried, and how it was stopped', ...table.map(line)].join('\n'))
})

/** Runs one try in a fresh scratch root, and returns what it left there too. */
async function attempt(
  probe: (typeof working)[number],
  tried: string,
  args: (inside: (path: string) => string) => string[],
  bounds: Partial<SliceLimits> = {},
): Promise<SandboxRun & { text: string }> {
  const scratch = await createSandboxRoot()
  try {
    const mounts = { readOnly: [project], writable: [scratch] }
    const run = await runSandboxed(probe.setup, {
      ...mounts,
      program: hostile,
      args: args((path) => insidePath(probe.tier, mounts, path)),
      env: {},
      cwd: scratch,
      limits: { ...limits, ...bounds },
      deterministic: true,
    })
    const text = Buffer.from(run.stdout.subarray(0, 200)).toString().trim()
    const end = run.end.kind === 'limit' ? `limit: ${run.end.limit}` : run.end.kind === 'exited' ? text : run.end.kind
    table.push({ tier: probe.tier, tried, stoppedBy: end.replace('held: ', '') || 'ended with its parent' })
    return { ...run, text }
  } finally {
    await removeSandboxRoot(scratch)
  }
}

/** Command lines of this machine that contain a word. */
async function processesWith(word: string): Promise<string[]> {
  const found: string[] = []
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid) || pid === String(process.pid)) continue
    const line = await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')
    if (line.includes(word)) found.push(line)
  }
  return found
}

test('without a sandbox the same tries work, so their failure in one means something', async () => {
  const tries = [
    ['read', '/etc/passwd'],
    ['read', join(secret, 'key')],
    ['read', `/proc/${process.pid}/environ`],
    ['connect', '127.0.0.1', String(port)],
    ['unix', socketPath],
    ['write', join(secret, 'planted')],
    ['process', String(process.pid)],
  ]
  for (const args of tries) {
    const child = spawn(hostile, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const [[code]] = await Promise.all([once(child, 'exit'), child.stdout.resume()])
    expect([args[0], code]).toEqual([args[0], 66])
  }
  await vi.waitFor(() => expect(connections).toBe(2))
  connections = 0
})

test('this machine has at least one tier to try', () => {
  expect(working.length).toBeGreaterThan(0)
})

describe.each(working)('in the $tier tier', (probe) => {
  const refused: [string, (inside: (path: string) => string) => string[]][] = [
    ['read /etc/passwd', () => ['read', '/etc/passwd']],
    ['read a key beside the project', () => ['read', join(secret, 'key')]],
    ['read the worker’s environment', () => ['read', `/proc/${process.pid}/environ`]],
    ['read the worker’s memory', () => ['read', `/proc/${process.pid}/mem`]],
    ['reach the internet', () => ['connect', '1.1.1.1', '80']],
    ['reach the internet by UDP', () => ['datagram', '1.1.1.1']],
    ['reach a server on loopback', () => ['connect', '127.0.0.1', String(port)]],
    ['reach a local socket', () => ['unix', socketPath]],
    ['reach the metadata address', () => ['connect', '169.254.169.254', '80']],
    ['write to /etc', () => ['write', '/etc/fuzzburst-escape']],
    ['write to /tmp', () => ['write', '/tmp/fuzzburst-escape']],
    ['write to /dev/shm', () => ['write', '/dev/shm/fuzzburst-escape']],
    ['write into the project', (inside) => ['write', join(inside(project), 'new')]],
    ['change the project', (inside) => ['change', join(inside(project), 'foundry.toml')]],
    ['change the key', () => ['change', join(secret, 'key')]],
    ['signal or trace the worker', () => ['process', String(process.pid)]],
    ['signal or trace the worker’s parent', () => ['process', String(process.ppid)]],
    ['open doors into the kernel', () => ['calls']],
  ]
  test.each(refused)('a try to %s is refused', async (tried, args) => {
    const run = await attempt(probe, tried, args)
    expect(run.text).toMatch(/^held: /)
    expect(run.end).toEqual({ kind: 'exited', code: 0 })
  })

  test('nobody was reached and nothing outside was changed', async () => {
    expect(connections).toBe(0)
    expect(await readdir(project)).toEqual(['foundry.toml'])
    expect(await readFile(join(project, 'foundry.toml'), 'utf8')).toBe('ours')
    expect(await readFile(join(secret, 'key'), 'utf8')).toBe('secret')
    for (const path of ['/etc', '/tmp', '/dev/shm'])
      await expect(stat(join(path, 'fuzzburst-escape'))).rejects.toThrow(/ENOENT/)
  })

  const bombs: [string, string, SandboxRun['end'], Partial<SliceLimits>][] = [
    ['a fork bomb', 'fork-bomb', { kind: 'limit', limit: 'processes' }, {}],
    ['a thread bomb', 'thread-bomb', { kind: 'limit', limit: 'processes' }, { processes: 1 }],
    ['memory filled', 'memory', { kind: 'limit', limit: 'memory' }, {}],
    ['shared memory filled', 'shared-memory', { kind: 'limit', limit: 'memory' }, {}],
    ['one huge file', 'one-file', { kind: 'limit', limit: 'file-size' }, {}],
    ['one huge file, signal ignored', 'one-file-quietly', { kind: 'limit', limit: 'file-size' }, {}],
    ['endless empty files', 'many-files', { kind: 'limit', limit: 'file-size' }, {}],
    ['deleted files held open', 'deleted-files', { kind: 'limit', limit: 'file-size' }, {}],
    ['files in an unreadable directory', 'hidden-files', { kind: 'limit', limit: 'file-size' }, {}],
    ['endless output', 'output', { kind: 'limit', limit: 'output' }, {}],
    ['one busy process', 'cpu', { kind: 'limit', limit: 'cpu' }, { cpuSeconds: 1 }],
    ['many short busy processes', 'cpu-children', { kind: 'limit', limit: 'cpu' }, { cpuSeconds: 1 }],
    ['a process that only waits', 'sleep', { kind: 'limit', limit: 'wall' }, { wallSeconds: 1 }],
    ['another architecture’s calls', 'other-architecture', { kind: 'killed', signal: 'SIGSYS' }, {}],
    ['a crash', 'abort', { kind: 'killed', signal: 'SIGABRT' }, {}],
  ]
  test.each(bombs)(
    '%s ends as a result of its own kind and leaves no process behind',
    async (tried, kind, end, bounds) => {
      const word = `fbz-${probe.tier}-${kind}`
      expect((await attempt(probe, tried, () => [kind, word], bounds)).end).toEqual(end)
      expect(await processesWith(word)).toEqual([])
    },
  )

  test.each([
    ['daemon', 'a process that leaves its parent'],
    ['comet', 'a chain of processes that each live for a moment'],
  ])('%s: what outlives the program is ended with it', async (kind, tried) => {
    const word = `fbz-${probe.tier}-${kind}`
    expect((await attempt(probe, tried, () => [kind, word])).end).toEqual({ kind: 'exited', code: 0 })
    expect(await processesWith(word)).toEqual([])
  })
})
