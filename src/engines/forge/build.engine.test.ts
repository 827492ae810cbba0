import { appendFile, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packLayers } from '../../bundle/packLayers.ts'
import { buildProject } from './build.ts'
import { discoverTargets } from './discover.ts'
import { benchEnv, copyProject, pinnedForge } from './forgeBench.fixture.ts'
import type { ForgeProgram } from './program.ts'
import { outFolder } from './projectPaths.ts'

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

  test('sources outside of the project', async () => {
    const root = await copy('test/fixtures/passing')
    const inner = join(root, 'packages', 'inner')
    await mkdir(join(inner, 'src'), { recursive: true })
    await writeFile(
      join(inner, 'foundry.toml'),
      '[profile.default]\nlibs = []\nremappings = ["shared/=../../shared/"]\nallow_paths = ["../.."]\n',
    )
    await mkdir(join(root, 'shared'))
    await writeFile(join(root, 'shared', 'Outer.sol'), 'pragma solidity ^0.8.0;\ncontract Outer {}\n')
    await writeFile(
      join(inner, 'src', 'Inner.sol'),
      'pragma solidity ^0.8.0;\nimport "shared/Outer.sol";\ncontract Inner is Outer {}\n',
    )
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
