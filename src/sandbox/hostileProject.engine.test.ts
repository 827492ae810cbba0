import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SliceLimits } from '../protocol/sliceLimits.ts'
import { insidePath } from './insidePath.ts'
import { probeTiers } from './probeTiers.ts'
import { runSandboxed } from './runSandboxed.ts'
import type { SandboxRun } from './sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from './sandboxRoot.ts'

/**
 * The hostile Solidity project under the real forge: every test in it passes only if it did harm. Its network tests fail
 * before a socket is asked for, because forge finds no certificates to read; hostile.engine.test.ts shows sockets refused.
 */
const repository = join(import.meta.dirname, '../..')
const packages = { x64: 'forge-linux-amd64', arm64: 'forge-linux-arm64' } as const
const cpu = process.arch === 'arm64' ? 'arm64' : 'x64'
const forge = join(repository, 'node_modules/@foundry-rs', packages[cpu], 'bin/forge')
const probes = await probeTiers()
const working = probes.filter((probe) => probe.works)
for (const probe of probes) if (!probe.works) console.log(`SKIPPED tier ${probe.tier}: ${probe.why}`)

const limits: SliceLimits = {
  cpuSeconds: 20,
  wallSeconds: 60,
  memoryBytes: 2 ** 30,
  processes: 16,
  fileBytes: 64 * 2 ** 20,
  outputBytes: 32 * 2 ** 20,
}

const table: string[] = []
let root: string
let server: Server
let connections = 0

beforeAll(async () => {
  server = createServer(() => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1' }, resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  root = await createSandboxRoot()
  const project = join(root, 'project')
  await cp(join(repository, 'test/fixtures/hostile'), project, {
    recursive: true,
    filter: (source) => !/\/(out|cache)$/.test(source),
  })
  for (const file of ['foundry.toml', 'test/Network.t.sol']) {
    const text = await readFile(join(project, file), 'utf8')
    await writeFile(join(project, file), text.replaceAll('18545', String(port)))
  }
  // forge 1.7.1 takes ffi from no environment variable, so this profile is what slices run with: all as before, ffi off.
  const config = join(project, 'foundry.toml')
  await writeFile(config, `${await readFile(config, 'utf8')}\n[profile.slice]\nffi = false\n`)
  // An entry that only says why it could not be read is no harm done.
  const files = join(project, 'test/HostFiles.t.sol')
  const reads = 'vm.readDir("/root/.ssh")'
  await writeFile(
    files,
    (await readFile(files, 'utf8')).replace(`${reads}.length > 0`, `bytes(${reads}[0].errorMessage).length == 0`),
  )
  await mkdir(join(project, 'src'), { recursive: true })
  await writeFile(join(root, '.env'), 'FUZZBURST_SECRET=planted\n')
  await promisify(execFile)(forge, ['build', '--offline', '--use', join(repository, 'scripts/solc.mjs')], {
    cwd: project,
  })
  await writeFile(join(project, 'stub'), "#!/bin/sh\necho 'Version: 0.8.37+commit.00000000.Linux.g++'\n")
  await chmod(join(project, 'stub'), 0o755)
})

afterAll(async () => {
  server.close()
  await removeSandboxRoot(root)
  console.log(['what a hostile project tried under forge, and how it was stopped', ...table].join('\n'))
})

async function runForge(
  probe: (typeof working)[number],
  args: readonly string[],
  ffi: boolean,
  bounds: Partial<SliceLimits> = {},
): Promise<SandboxRun> {
  const scratch = await createSandboxRoot()
  const project = join(root, 'project')
  const mounts = { readOnly: [project], writable: [scratch] }
  const inside = (path: string) => insidePath(probe.tier, mounts, path)
  try {
    await cp(join(project, 'cache'), join(scratch, 'cache'), { recursive: true })
    return await runSandboxed(probe.setup, {
      ...mounts,
      program: forge,
      args: ['test', '-j1', '--fuzz-seed', '0x1', '--json', ...args],
      env: {
        HOME: inside(scratch),
        PATH: '/usr/bin:/bin',
        FOUNDRY_CACHE_PATH: inside(join(scratch, 'cache')),
        FOUNDRY_SOLC: inside(join(project, 'stub')),
        FOUNDRY_OFFLINE: 'true',
        FOUNDRY_PROFILE: ffi ? 'default' : 'slice',
      },
      cwd: project,
      limits: { ...limits, ...bounds },
      deterministic: true,
    })
  } finally {
    await removeSandboxRoot(scratch)
  }
}

interface TestOutcome {
  readonly test: string
  readonly status: string
  readonly reason: string
}

/** What forge says of each test. */
function readTests(run: SandboxRun): TestOutcome[] {
  const text = Buffer.from(run.stdout).toString()
  const last = text.trim().split('\n').at(-1) ?? ''
  const suites: Record<string, { test_results: Record<string, { status: string; reason: string | null }> }> =
    JSON.parse(last)
  return Object.values(suites).flatMap(({ test_results }) =>
    Object.entries(test_results).map(([name, { status, reason }]) => ({ test: name, status, reason: reason ?? '' })),
  )
}

function note(tier: string, tried: string, stoppedBy: string): void {
  const name = tried.replace(/^testFuzz_|\(.*$/g, '')
  table.push(`${tier.padEnd(10)}  ${name.padEnd(28)}  ${stoppedBy.replaceAll(/\s+/g, ' ').slice(0, 90)}`)
}

describe.each(working)('in the $tier tier', (probe) => {
  test.each(['HostFilesTest', 'NetworkTest'])('no test of %s does any harm', async (contract) => {
    const run = await runForge(probe, ['--match-contract', contract], false)
    expect(run.end).toEqual({ kind: 'exited', code: 1 })
    const tests = readTests(run)
    expect(tests.length).toBeGreaterThan(4)
    for (const { test: name, status, reason } of tests) note(probe.tier, name, reason || status)
    expect(tests.filter(({ status }) => status !== 'Failure')).toEqual([])
  })

  test('with ffi on, programs run inside the sandbox only, and thousands of them end the slice', async () => {
    const command = ['--match-contract', 'HostFilesTest', '--no-match-test', 'startsThousands|runsAProgram']
    expect(readTests(await runForge(probe, command, true)).filter(({ status }) => status !== 'Failure')).toEqual([])
    const run = await runForge(probe, ['--match-test', 'startsThousands'], true)
    note(probe.tier, 'startsThousands, ffi on', JSON.stringify(run.end))
    expect(run.end).toEqual({ kind: 'limit', limit: 'processes' })
  })

  test.each([
    ['loopsForever', { cpuSeconds: 2 }, ['cpu']],
    ['fillsMemory', { memoryBytes: 256 * 2 ** 20 }, ['memory']],
    ['fillsTheDisk', {}, ['file-size']],
    ['floodsTheOutput', { memoryBytes: 512 * 2 ** 20 }, ['memory', 'output']],
  ])('%s ends by a limit', async (name, bounds, expected) => {
    const run = await runForge(probe, ['--match-test', name], false, bounds)
    note(probe.tier, name, JSON.stringify(run.end))
    expect(run.end).toMatchObject({ kind: 'limit' })
    expect(expected).toContain(run.end.kind === 'limit' ? run.end.limit : '')
  })

  test('nobody was reached and nothing outside was changed', async () => {
    expect(connections).toBe(0)
    expect((await readdir(join(root, 'project', 'src'))).sort()).toEqual([])
    expect((await readdir(root)).sort()).toEqual(['.env', 'project'])
    await expect(stat('/etc/fuzzburst-was-here')).rejects.toThrow(/ENOENT/)
  })
})
