import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { SliceLimits } from '../protocol/sliceLimits.ts'
import { landlockCommand } from './landlockCommand.ts'
import { openSandbox } from './openSandbox.ts'
import { probeTiers } from './probeTiers.ts'
import { runSandboxed, type Tier } from './runSandboxed.ts'
import type { SandboxCommand } from './sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from './sandboxRoot.ts'
import { PINNED_CLOCK_SECONDS } from './shim.ts'
import { systemPaths } from './systemPaths.ts'

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

const roots: string[] = []
async function root(): Promise<string> {
  const made = await createSandboxRoot()
  roots.push(made)
  return made
}
afterEach(async () => {
  for (const made of roots.splice(0)) await removeSandboxRoot(made)
})

async function run(setup: Tier, args: string[], more: Partial<SandboxCommand> = {}) {
  const scratch = await root()
  const outcome = await runSandboxed(setup, {
    program: hostile,
    args,
    env: {},
    cwd: scratch,
    readOnly: [],
    writable: [scratch],
    limits,
    deterministic: true,
    ...more,
  })
  return { ...outcome, scratch, text: Buffer.from(outcome.stdout).toString() }
}

describe.each(working)('in the $tier tier', ({ tier, setup, holdsPorts }) => {
  test('a mount that is a link, an LD_ variable and a directory outside the mounts are refused', async () => {
    const scratch = await root()
    await symlink('/etc', join(scratch, 'link'))
    const link = { writable: [scratch, join(scratch, 'link')], cwd: scratch }
    await expect(run(setup, [], link)).rejects.toMatchObject({ code: 'FB4002' })
    await expect(run(setup, [], { env: { LD_PRELOAD: '/x' } })).rejects.toMatchObject({ code: 'FB4002' })
    await expect(run(setup, [], { cwd: '/tmp' })).rejects.toMatchObject({ code: 'FB4002' })
    await expect(run(setup, ['a\0b'])).rejects.toMatchObject({ code: 'FB4002' })
  })

  test('a program that cannot be started is a fault of the machine, not an end of the program', async () => {
    const scratch = await root()
    const program = join(scratch, 'not-a-program')
    await writeFile(program, 'neither', { mode: 0o644 })
    await expect(run(setup, [], { program })).rejects.toMatchObject({ code: 'FB4003' })
  })

  test('the program sees the environment it was given and nothing of ours', async () => {
    const { text } = await run(setup, ['environment'], { env: { ONE: '1' } })
    const lines = text.trim().split('\n')
    expect(lines.filter((line) => line.includes('='))).toEqual([
      'ONE=1',
      expect.stringMatching(/^LD_PRELOAD=\/tmp\/fb.{6}\/shim\.so$/),
    ])
    expect(lines).toContain('argv0 hostile')
    expect(lines).toContain('CapPrm:\t0000000000000000')
    expect(lines).toContain('NoNewPrivs:\t1')
    // In a container root may lack what it takes to give ids away: then it runs as root, with no capability left.
    if (setup.nextIdentity() || process.getuid?.() !== 0) expect(lines).toContain('uid not root')
    if (tier === 'bubblewrap') expect(lines).toContain('cwd /tmp/fb000000')
  })

  test('the shim answers the same bytes in every run and thread, and the clock stands', async () => {
    const first = await run(setup, ['facts'])
    expect((await run(setup, ['facts'])).text).toBe(first.text)
    const lines = first.text.trim().split('\n')
    const random = lines.filter((line) => /^(main|thread) /.test(line)).map((line) => line.split(' ')[1])
    expect(random).toHaveLength(6)
    expect(new Set(random).size).toBe(3)
    expect(lines).toContain(`clock ${Array(4).fill(PINNED_CLOCK_SECONDS).join(' ')}`)
    expect(lines).toContain('monotonic moves')
    expect(lines).toContain('urandom closed')
  })

  test('without the shim randomness and clock are the machine’s', async () => {
    const first = await run(setup, ['facts'], { deterministic: false })
    expect((await run(setup, ['facts'], { deterministic: false })).text).not.toBe(first.text)
    expect(first.text).not.toContain(String(PINNED_CLOCK_SECONDS))
    expect(first.text).toContain('urandom readable')
  })

  test('with a port it may connect to that one over TCP and IPv4, and has no other network', async ({ skip }) => {
    if (!holdsPorts) skip('this kernel has no Landlock rules for ports (Linux 6.7)')
    const servers = [createServer(), createServer()]
    try {
      const [allowed, other] = await Promise.all(
        servers.map(async (server) => {
          server.listen(0, '127.0.0.1')
          await once(server, 'listening')
          return (server.address() as AddressInfo).port
        }),
      )
      const tries = async (...args: string[]) => (await run(setup, args, { connectPort: allowed! })).text
      // The hostile program calls a connection an escape.
      expect(await tries('connect', '127.0.0.1', String(allowed))).toBe('ESCAPED: 127.0.0.1\n')
      expect(await tries('connect', '127.0.0.1', String(other))).toMatch(/^held: /)
      for (const way of ['ipv6', 'multipath', 'raw', 'netlink', 'fastopen', 'serve'])
        expect(await tries('around-port', way, String(other)), way).toMatch(/^held: /)
      expect(await tries('datagram', '127.0.0.1')).toMatch(/^held: /)
      expect(await tries('unix', '/run/any.sock')).toMatch(/^held: /)
      expect((await run(setup, ['connect', '127.0.0.1', String(allowed)])).text).toMatch(/^held: /)
    } finally {
      for (const server of servers) server.close()
    }
  })

  test('what it writes to scratch is there afterwards, and a read-only place inside scratch stays as it was', async () => {
    const scratch = await root()
    await mkdir(join(scratch, 'kept'))
    const mounts = { readOnly: [], writable: [scratch] }
    const { end } = await run(setup, ['write', 'new'], { ...mounts, cwd: scratch })
    // The hostile program calls a successful write an escape: 66.
    expect(end).toEqual({ kind: 'exited', code: 66 })
    expect((await readdir(scratch)).sort()).toEqual(['kept', 'new'])
    expect(await readFile(join(scratch, 'new'), 'utf8')).toBe('x')
  })

  test('an exit code is passed on, and one above 128 reads as the signal that shells mean by it', async () => {
    expect((await run(setup, ['exit', '3'])).end).toEqual({ kind: 'exited', code: 3 })
    expect((await run(setup, ['exit', '137'])).end).toEqual({ kind: 'killed', signal: 'SIGKILL' })
  })

  test('output is handed over as it comes, and an abort ends the program', async () => {
    const controller = new AbortController()
    const onStdout = () => controller.abort()
    expect((await run(setup, ['sleep'], { onStdout, signal: controller.signal })).end).toEqual({ kind: 'aborted' })
    expect((await run(setup, ['sleep'], { signal: AbortSignal.abort() })).end).toEqual({ kind: 'aborted' })
  })

  test('a reader that throws ends the program and gets its own error back', async () => {
    const onStdout = () => {
      throw new RangeError('mine')
    }
    await expect(run(setup, ['sleep'], { onStdout })).rejects.toThrow('mine')
  })

  test('usage is measured', async () => {
    // Ends by its own clock: a limit on processor time is the kernel's, which counts by ticks and so up to a fifth too much
    // while many short processes run beside it.
    const busy = await run(setup, ['cpu-second'])
    expect(busy.end).toEqual({ kind: 'exited', code: 0 })
    expect(busy.cpuSeconds).toBeGreaterThanOrEqual(1)
    expect(busy.wallSeconds).toBeGreaterThan(0.9)
    expect(busy.maxRssBytes).toBeGreaterThan(100_000)
  })

  test('nothing is left when the process that ran it is killed', async () => {
    const word = `fbz-orphan-${tier}`
    const source = `
      const { openSandbox } = await import(${JSON.stringify(join(import.meta.dirname, 'openSandbox.ts'))})
      const { createSandboxRoot } = await import(${JSON.stringify(join(import.meta.dirname, 'sandboxRoot.ts'))})
      const sandbox = await openSandbox({ tier: ${JSON.stringify(tier)} })
      const scratch = await createSandboxRoot()
      console.log(scratch)
      await sandbox.run({ program: ${JSON.stringify(hostile)}, args: ['sleep', ${JSON.stringify(word)}], env: {},
        cwd: scratch, readOnly: [], writable: [scratch], limits: ${JSON.stringify(limits)}, deterministic: false,
        onStdout: () => console.log('ready') })`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', source], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    while (!said.includes('ready')) said += String((await once(parent.stdout, 'data'))[0])
    roots.push(said.split('\n')[0]!)
    parent.kill('SIGKILL')
    await once(parent, 'exit')
    await vi.waitFor(async () => {
      for (const pid of await readdir('/proc')) {
        if (!/^\d+$/.test(pid)) continue
        expect(await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')).not.toContain(word)
      }
    }, 20_000)
  })
})

/** Landlock as older kernels have it: 1 is Linux 5.13, 3 is 6.2, 4 is 6.7. The rest is up to the system call filter. */
const landlockTier = working.find(({ tier }) => tier === 'landlock')?.setup
describe.skipIf(!landlockTier).each([1, 3, 4])('with version %i of Landlock', (version) => {
  const old: Tier = {
    ...landlockTier!,
    nextIdentity: () => undefined,
    commandLine: (resolved) => landlockCommand(resolved, systemPaths(), version),
  }

  test('another process cannot be signalled or traced, a file outside not be changed, a server not be reached', async () => {
    const other = await root()
    await writeFile(join(other, 'key'), 'secret')
    expect((await run(old, ['process', String(process.pid)])).text).toMatch(/^held: /)
    expect((await run(old, ['change', join(other, 'key')])).text).toMatch(/^held: /)
    expect((await run(old, ['change', join(other, 'key')], { readOnly: [other] })).text).toMatch(/^held: /)
    expect((await run(old, ['connect', '127.0.0.1', '1'])).text).toBe('held: Operation not permitted\n')
    expect(await readFile(join(other, 'key'), 'utf8')).toBe('secret')
  })

  test('where the kernel cannot hold a program to a port, none is opened', async () => {
    const tries = run(old, ['connect', '127.0.0.1', '1'], { connectPort: 1 })
    if (version < 4) await expect(tries).rejects.toMatchObject({ code: 'FB4003' })
    else expect((await tries).text).toMatch(/^held: /)
  })

  test('a program can still crash, and so can its children', async () => {
    expect((await run(old, ['abort'])).end).toEqual({ kind: 'killed', signal: 'SIGABRT' })
    expect((await run(old, ['children'])).text).toBe('child ended by a signal\n')
  })
})

test('an ordinary user has the tiers that root has', async () => {
  const source = `
    const { probeTiers } = await import(${JSON.stringify(join(import.meta.dirname, 'probeTiers.ts'))})
    console.log((await probeTiers()).map((probe) => probe.tier + ' ' + probe.works).join())`
  const node = [process.execPath, '--input-type=module', '-e', source]
  const drop = ['--reuid', '65533', '--regid', '65533', '--clear-groups', '--', ...node]
  const child = spawn(process.getuid?.() === 0 ? 'setpriv' : node[0]!, process.getuid?.() === 0 ? drop : node.slice(1))
  let said = ''
  let errors = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (errors += chunk))
  await once(child, 'close')
  if (/EACCES|ENOENT|Permission denied|Cannot find/.test(errors)) {
    console.log(`SKIPPED ordinary user: this clone cannot be read by others (${errors.split('\n')[0]})`)
    return
  }
  expect(said.trim()).toBe(probes.map((probe) => `${probe.tier} ${probe.works}`).join())
})

test('the strongest tier that works is opened, and says what it holds', async () => {
  const sandbox = await openSandbox()
  expect(sandbox.tier).toBe(working[0]!.tier)
  expect(sandbox.holds.length).toBeGreaterThan(3)
})
