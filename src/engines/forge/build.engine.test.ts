import { appendFile, cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packLayers } from '../../bundle/packLayers.ts'
import { openSandbox } from '../../sandbox/openSandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from '../../sandbox/sandboxRoot.ts'
import { buildProject } from './build.ts'
import { affectedSources } from './dependents.ts'
import { discoverTargets } from './discover.ts'
import { benchEnv, benchLimits, copyProject, pinnedForge, seedOf } from './forgeBench.fixture.ts'
import { createForgeEngine } from './forgeEngine.ts'
import { forgeInvocation } from './invocation.ts'
import type { ForgeProgram } from './program.ts'
import { outFolder } from './projectPaths.ts'
import { layOutProject } from './reproWorkspace.ts'
import { runForgeSlice } from './runSlice.ts'

let forge: ForgeProgram
const removes: (() => Promise<void>)[] = []
beforeAll(async () => {
  forge = await pinnedForge()
})
afterAll(async () => {
  for (const remove of removes) await remove()
})

async function copy(source: string): Promise<string> {
  const { root, remove } = await copyProject(source)
  removes.push(remove)
  return root
}

async function build(root: string, env: Readonly<Record<string, string | undefined>> = benchEnv) {
  return await buildProject({ root, env }, forge)
}

/** A project in a folder of a larger one, with a library and a source above it. Returns its root. */
async function monorepo(importPath: string): Promise<string> {
  const root = await copy('test/fixtures/notfoundry')
  const inner = join(root, 'packages', 'inner')
  for (const folder of ['packages/inner/src', 'packages/inner/test', 'shared', 'node_modules/dep/src'])
    await mkdir(join(root, folder), { recursive: true })
  const settings = [
    'libs = ["../../node_modules"]',
    'remappings = ["shared/=../../shared/"]',
    'allow_paths = ["../.."]',
  ]
  await writeFile(join(inner, 'foundry.toml'), ['[profile.default]', ...settings, ''].join('\n'))
  const pragma = '// SPDX-License-Identifier: MIT\npragma solidity ^0.8.20;\n'
  await writeFile(join(root, 'node_modules/dep/src/Dep.sol'), `${pragma}contract Dep {}\n`)
  await writeFile(join(root, 'shared', 'Outer.sol'), `${pragma}import "dep/src/Dep.sol";\ncontract Outer is Dep {}\n`)
  const source = `${pragma}import "${importPath}";\ncontract Inner is Outer {}\n`
  await writeFile(join(inner, 'src', 'Inner.sol'), source)
  const suite = 'contract InnerTest { function testFuzz_any(uint256) external { new Inner(); } }'
  await writeFile(join(inner, 'test', 'Inner.t.sol'), `${pragma}import "../src/Inner.sol";\n${suite}\n`)
  return inner
}

/** Runs one slice of a project's fuzz tests in a sandbox, from what ships, and returns their verdicts. */
async function sliceOf(project: Awaited<ReturnType<typeof build>>): Promise<string[]> {
  const sandboxRoot = await createSandboxRoot()
  removes.push(() => removeSandboxRoot(sandboxRoot))
  const projectDir = join(sandboxRoot, 'project')
  await layOutProject(project, projectDir)
  const { targets } = await discoverTargets(project, benchEnv, forge)
  const { profile, env } = project
  const invocation = forgeInvocation({
    kind: 'fuzz',
    targets,
    runs: 64,
    invariantDepth: 1,
    corpus: false,
    profile,
    env,
  })
  const bench = { sandbox: await openSandbox(), projectDir, limits: benchLimits, seed: seedOf(1), corpusDir: null }
  const { result } = await runForgeSlice({ ...bench, invocation }, forge)
  return result.targets.map(({ status }) => status)
}

describe('a project that cannot be built', () => {
  test('no foundry.toml here or above', async () => {
    await expect(build(await copy('test/fixtures/notfoundry'))).rejects.toMatchObject({ code: 'FB1001' })
    await expect(build('/nowhere/at/all')).rejects.toMatchObject({ code: 'FB1001' })
  })

  test("a compile error is shown in the compiler's own words", async () => {
    const failure = build(await copy('test/fixtures/broken'))
    await expect(failure).rejects.toMatchObject({ code: 'FB1002', detail: expect.stringContaining('Undeclared') })
  })

  test('nothing to fuzz', async () => {
    const project = await build(await copy('test/fixtures/nothing'))
    await expect(discoverTargets(project, benchEnv, forge)).rejects.toMatchObject({ code: 'FB1003' })
  })

  test('no compiler and no network to get one', async () => {
    const root = await copy('test/fixtures/passing')
    const home = join(root, 'home')
    await mkdir(home)
    const env = { PATH: process.env.PATH, HOME: home, XDG_DATA_HOME: home, FOUNDRY_OFFLINE: 'true' }
    await expect(build(root, env)).rejects.toMatchObject({ code: 'FB1004' })
  })

  test('a foundry.toml that is none', async () => {
    const root = await copy('test/fixtures/passing')
    await writeFile(join(root, 'foundry.toml'), '[profile.default\n')
    await expect(build(root)).rejects.toMatchObject({ code: 'FB1005' })
  })

  test('sources that are imported from outside of the project by a relative path', async () => {
    const inner = await monorepo('../../../shared/Outer.sol')
    await expect(build(inner)).rejects.toMatchObject({ code: 'FB1008' })
  })
})

test("the user's own out and cache stay as they are, and a second build makes the same", async () => {
  const root = await copy('test/fixtures/passing')
  const before = await readdir(root)
  const first = await build(root)
  expect(await readdir(root)).toEqual([...before, '.fuzzburst'].sort())
  const second = await build(join(root, 'test'))
  expect(second.files).toEqual(first.files)
  expect([...second.replaced]).toEqual([...first.replaced])
})

test('one tree ships as the same layers from folders of any name', async () => {
  const root = await copy('test/fixtures/dictionary')
  const deeper = join(await copy('test/fixtures/notfoundry'), 'a', 'folder', 'of', 'another', 'length')
  await cp(root, deeper, { recursive: true })
  const [here, there] = [await build(root), await build(deeper)]
  const [ours, theirs] = [await packLayers(here), await packLayers(there)]
  expect(theirs.layers).toEqual(ours.layers)
  expect(theirs.project).toBe(ours.project)
  // forge's own names of the two builds do differ: or this would prove nothing.
  const names = await Promise.all(
    [root, deeper].map((folder) => readdir(join(folder, outFolder('default'), 'build-info'))),
  )
  expect(names[0]).not.toEqual(names[1])
})

test('a project whose libraries lie above it ships them, the same from any folder, and its slices run', async () => {
  const inner = await monorepo('shared/Outer.sol')
  const project = await build(inner)
  const through = '.fuzzburst/build/default/workspace'
  expect(project.files.dependencies).toEqual([`${through}/node_modules/dep/src/Dep.sol`, `${through}/shared/Outer.sol`])
  const other = join(await copy('test/fixtures/notfoundry'), 'elsewhere')
  await cp(join(inner, '..', '..'), other, { recursive: true, filter: (path) => !path.includes('.fuzzburst') })
  const again = await build(join(other, 'packages', 'inner'))
  const pack = (built: typeof project) => packLayers(built, { linkRoots: built.linkRoots ?? [] })
  expect((await pack(again)).layers).toEqual((await pack(project)).layers)

  expect(await sliceOf(project)).toEqual(['passed'])
})

test('a project whose lib is a link into its repository ships it by the names the compiler has, and its slices run', async () => {
  const repository = await copy('test/fixtures/notfoundry')
  const pragma = '// SPDX-License-Identifier: MIT\npragma solidity ^0.8.20;\n'
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(repository, path)), { recursive: true })
    await writeFile(join(repository, path), text)
  }
  const suite = 'contract InnerTest { function testFuzz_any(uint256) external { new Dep(); } }'
  for (const name of ['linked', 'nested', 'plain']) {
    await write(`${name}/foundry.toml`, '[profile.default]\n')
    await write(`${name}/test/Inner.t.sol`, `${pragma}import "dep/Dep.sol";\n${suite}\n`)
  }
  await write('vendor/dep/src/Dep.sol', `${pragma}contract Dep {}\n`)
  await write('plain/lib/dep/src/Dep.sol', `${pragma}contract Dep {}\n`)
  await symlink('../vendor', join(repository, 'linked/lib'))
  await mkdir(join(repository, 'nested/lib'))
  await symlink('../../vendor/dep', join(repository, 'nested/lib/dep'))
  const linked = join(repository, 'linked')
  await expect(packLayers(await build(linked))).rejects.toMatchObject({ code: 'FB1022' })

  await write('.git/HEAD', 'ref: refs/heads/main\n')
  const project = await build(linked)
  const [whole, ...others] = await Promise.all(
    [project, await build(join(repository, 'nested')), await build(join(repository, 'plain'))].map((built) =>
      packLayers(built),
    ),
  )
  expect(project.files.dependencies).toEqual(['lib/dep/src/Dep.sol'])
  for (const other of others) expect(other.layers).toEqual(whole?.layers)

  const change = { path: '../vendor/dep/src/Dep.sol', kind: 'edited' as const }
  expect(await affectedSources(project, [change])).toEqual({
    kind: 'affected',
    paths: new Set(['lib/dep/src/Dep.sol', 'test/Inner.t.sol']),
  })
  expect(await sliceOf(project)).toEqual(['passed'])
})

test('a compiler that forge picks among the installed ones is found when the tests are listed, too', async () => {
  const root = await copy('test/fixtures/reach')
  const data = join(await copy('test/fixtures/notfoundry'), 'data')
  const compiler = join(data, 'svm', '0.8.37', 'solc-0.8.37')
  await mkdir(dirname(compiler), { recursive: true })
  await writeFile(compiler, `#!/bin/sh\nexec '${benchEnv.FOUNDRY_SOLC}' "$@"\n`, { mode: 0o755 })
  const { FOUNDRY_SOLC: _none, ...env } = benchEnv
  const engine = createForgeEngine(forge)
  const project = await engine.build({ root, env: { ...env, XDG_DATA_HOME: data } })
  expect((await engine.discover(project)).unitTests).toHaveLength(1)
})

test('what is removed from the project no longer ships', async () => {
  const root = await copy('test/fixtures/dictionary')
  await build(root)
  await rm(join(root, 'test', 'Keys.t.sol'))
  const project = await build(root)
  expect(project.files.project).toEqual(['src/Door.sol', 'test/Door.t.sol'])
  expect(project.files.artifacts.filter((path) => path.includes('Keys'))).toEqual([])
})

test('secrets, clocks and reach beyond the project stay at home, and the maintainer is told', async () => {
  const root = await copy('test/fixtures/ffi')
  await writeFile(join(root, '.env'), 'PRIVATE_KEY=0x1234\n')
  await appendFile(
    join(root, 'foundry.toml'),
    [
      '[fuzz]',
      'seed = "0x7"',
      'timeout = 30',
      '[rpc_endpoints]',
      'mainnet = "https://rpc.invalid/SECRET"',
      '[etherscan]',
      'mainnet = { key = "SECRET" }',
    ].join('\n'),
  )
  const project = await build(root)
  const shipped = new TextDecoder().decode(project.replaced.get('foundry.toml')?.bytes)
  expect(shipped).not.toContain('SECRET')
  expect(shipped).toContain('ffi = false')
  expect(shipped).not.toMatch(/seed|timeout = 30/)
  expect(project.files.project.filter((path) => path.includes('.env'))).toEqual([])
  expect(project.withheld.map(({ path }) => path)).toContain('.env')
  expect(project.notes.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['ffi-on', 'fs-permissions', 'timeout-neutralised']),
  )
})

test('settings of the environment are built in', async () => {
  const root = await copy('test/fixtures/passing')
  const project = await build(root, { ...benchEnv, FOUNDRY_OPTIMIZER: 'true', FOUNDRY_OPTIMIZER_RUNS: '7' })
  const shipped = new TextDecoder().decode(project.replaced.get('foundry.toml')?.bytes)
  expect(shipped).toContain('optimizer_runs = 7')
})

test('tests that fork or call ffi are set apart', async () => {
  const root = await copy('test/fixtures/passing')
  await writeFile(
    join(root, 'test', 'Forks.t.sol'),
    `// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

interface Vm {
    function createSelectFork(string calldata url) external returns (uint256);
    function ffi(string[] calldata command) external returns (bytes memory);
}

contract ForkTest {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function setUp() external {
        vm.createSelectFork("mainnet");
    }

    function testFuzz_fork(uint256) external pure {}
}

contract FfiTest {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function testFuzz_ffi(uint256) external {
        vm.ffi(new string[](0));
    }

    function testFail_old(uint256) external pure {}
}
`,
  )
  const found = await discoverTargets(await build(root), benchEnv, forge)
  expect(found.runnerOnly.map(({ target, why }) => [target.contract, target.line, why]).sort()).toEqual([
    ['FfiTest', 22, 'ffi'],
    ['ForkTest', 16, 'fork'],
  ])
  expect(found.notes.map(({ kind }) => kind)).toEqual(['legacy-test-fail'])
})
