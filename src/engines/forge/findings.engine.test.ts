import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Finding } from '../../protocol/finding.ts'
import type { ForgeInvocation } from '../../protocol/shardSpec.ts'
import { openSandbox } from '../../sandbox/openSandbox.ts'
import type { Sandbox, SandboxTier } from '../../sandbox/sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from '../../sandbox/sandboxRoot.ts'
import type { BuildRequest, ReproTest, Target } from '../engine.ts'
import { buildProject, type ForgeProject } from './build.ts'
import { discoverTargets } from './discover.ts'
import { learnSettings } from './learnSettings.ts'
import { type ForgeProgram, findForge } from './program.ts'
import { replayFinding } from './replay.ts'
import { REPLAY_LIMITS } from './replayCommand.ts'
import { writeReproTest } from './repro.ts'
import { layOutProject } from './reproWorkspace.ts'
import { runForge } from './runForge.ts'
import { runForgeSlice } from './runSlice.ts'
import { rememberSettings } from './settingsMemory.ts'

const repository = join(import.meta.dirname, '..', '..', '..')

/** A project in a directory of its own, built and unpacked as a worker would have it. */
interface Bench {
  readonly root: string
  readonly build: BuildRequest
  readonly project: ForgeProject
  readonly sandboxRoot: string
  readonly projectDir: string
  readonly targets: readonly Target[]
}

/** Every repro test is a compilation by a compiler in WASM; other suites run beside this one. Milliseconds. */
const PATIENCE = 600_000

let forge: ForgeProgram
const learn = rememberSettings(learnSettings)
let sandbox: Sandbox
const benches: Bench[] = []

async function bench(source: string, edit?: (root: string) => Promise<void>): Promise<Bench> {
  const root = await mkdtemp(join(tmpdir(), 'fuzzburst-findings-'))
  await cp(join(repository, source), root, { recursive: true })
  await edit?.(root)
  const env = { ...process.env, FOUNDRY_SOLC: join(repository, 'scripts', 'solc.mjs'), FOUNDRY_OFFLINE: 'true' }
  const build: BuildRequest = { root, env }
  const project = await buildProject(build, forge)
  const sandboxRoot = await createSandboxRoot()
  const projectDir = join(sandboxRoot, 'project')
  await layOutProject(project, projectDir)
  const { targets } = await discoverTargets(project, env, forge)
  const made = { root, build, project, sandboxRoot, projectDir, targets }
  benches.push(made)
  return made
}

function invocation({ project, targets }: Bench): ForgeInvocation {
  return {
    engine: 'forge',
    profile: project.profile,
    matchPath: null,
    matchContract: null,
    matchTest: null,
    targets: targets.map(({ id }) => id).sort(),
    fuzzRuns: 512,
    invariantRuns: 32,
    invariantDepth: 64,
    corpus: false,
    env: project.env,
  }
}

async function findAll(of: Bench): Promise<Map<string, { target: Target; finding: Finding }>> {
  const run = await runForgeSlice(
    {
      sandbox,
      projectDir: of.projectDir,
      invocation: invocation(of),
      limits: REPLAY_LIMITS,
      seed: `0x${'00'.repeat(31)}07`,
      corpusDir: null,
    },
    forge,
  )
  expect(run.result.outcome, run.log).toEqual({ kind: 'completed' })
  const found = new Map<string, { target: Target; finding: Finding }>()
  for (const { target: id, finding } of run.result.targets) {
    const target = of.targets.find((candidate) => candidate.id === id)
    if (finding !== null && target !== undefined)
      found.set(`${target.contract}.${target.test.split('(')[0]}`, { target, finding })
  }
  return found
}

async function replay(of: Bench, found: { target: Target; finding: Finding }, within = sandbox) {
  return await replayFinding(
    { sandbox: within, projectDir: of.projectDir, invocation: invocation(of), ...found },
    { forge, learn },
  )
}

async function repro(of: Bench, found: { target: Target; finding: Finding }) {
  return await writeReproTest({ project: of.project, build: of.build, sandbox, ...found }, forge)
}

beforeAll(async () => {
  const cacheDir = join(repository, 'node_modules', '.cache', 'fuzzburst')
  forge = await findForge({ platform: `${process.platform}-${process.arch}`, cacheDir, env: process.env })
  sandbox = await openSandbox()
})

afterAll(async () => {
  for (const { root, sandboxRoot } of benches) {
    await rm(root, { recursive: true, force: true })
    await removeSandboxRoot(sandboxRoot)
  }
})

describe('the four bugs of examples/vault', () => {
  let vault: Bench
  let fixed: Bench
  let found: Map<string, { target: Target; finding: Finding }>
  const bugs: Record<string, { reason: RegExp; path: string; statement: string }> = {
    'LoanMathTest.testFuzz_paymentIsSplitWithoutLoss': {
      reason: /^a part of the payment is gone: \d+ != \d+$/,
      path: 'test/LoanMath.t.sol',
      statement: '"a part of the payment is gone"',
    },
    'LoanMathTest.testFuzz_partnerNeverEarnsMoreThanTheFee': {
      reason: /^the rebate is more than the fee: \d+ > \d+$/,
      path: 'test/LoanMath.t.sol',
      statement: '"the rebate is more than the fee"',
    },
    'LendingVaultInvariants.invariant_collateralIsAccountedFor': {
      reason: /^the total differs from the sum of all loans: \d+ != \d+$/,
      path: 'test/LendingVault.invariants.t.sol',
      statement: 'vm.assertEq(vault.totalCollateral(), held',
    },
    'LendingVaultInvariants.invariant_assetsCanAlwaysBeCounted': {
      reason: /^panic: arithmetic underflow or overflow \(0x11\)$/,
      path: 'src/LendingVault.sol',
      statement: 'profitAtLastReport * passed / RELEASE_TIME',
    },
  }

  beforeAll(async () => {
    vault = await bench('examples/vault')
    found = await findAll(vault)
    fixed = await bench('examples/vault', fixAllBugs)
  }, PATIENCE)

  test('are exactly what a slice finds', () => {
    expect([...found.keys()].sort()).toEqual(Object.keys(bugs).sort())
  })

  for (const tier of ['bubblewrap', 'landlock'] satisfies SandboxTier[])
    test(`are each reproduced in one execution in ${tier}, with trace and the line that failed`, async () => {
      const within = await openSandbox({ tier })
      for (const [name, bug] of Object.entries(bugs)) {
        const shown = await replay(vault, found.get(name)!, within)
        expect(shown).toMatchObject({ reproduced: true, reason: expect.stringMatching(bug.reason) })
        expect(shown.trace).toContain(name.split('.')[1])
        expect(shown.trace).not.toMatch(/\/tmp\/fb(?!000000)/)
        expect(shown.location?.path).toBe(bug.path)
        const lines = (await readFile(join(vault.root, bug.path), 'utf8')).split('\n')
        expect(lines[(shown.location?.line ?? 0) - 1]).toContain(bug.statement)
      }
    })

  test('are not reproduced once they are fixed, and only the property itself counts', async () => {
    for (const name of Object.keys(bugs)) {
      const shown = await replay(fixed, found.get(name)!)
      expect(shown).toEqual({ reproduced: false, reason: expect.any(String), trace: '', location: null })
    }
  })

  test(
    'are each written as a test that fails in the user’s own project and passes once the bug is fixed',
    async () => {
      const written: ReproTest[] = []
      for (const name of Object.keys(bugs)) {
        const outcome = await repro(vault, found.get(name)!)
        if ('impossible' in outcome) throw new TypeError(`${name}: ${outcome.impossible}`)
        expect(outcome.fileName).toMatch(/^\w+_[0-9a-f]{8}\.t\.sol$/)
        written.push(outcome)
      }
      expect(await runAsUser(vault, written)).toEqual(written.map(() => 'failed'))
      expect(await runAsUser(fixed, written)).toEqual(written.map(() => 'passed'))
    },
    PATIENCE,
  )
})

/** Puts the files into the project's test folder, as a user would, and runs the command of each. */
async function runAsUser(of: Bench, written: readonly ReproTest[]): Promise<string[]> {
  for (const { fileName, source } of written) await writeFile(join(of.root, 'test', fileName), source)
  const outcomes: string[] = []
  for (const { command } of written) {
    const run = await runForge(forge.path, command.slice(1), { cwd: of.root, env: of.build.env })
    const [, passed, failed] = /(\d+) tests passed, (\d+) failed/.exec(run.stdout) ?? []
    outcomes.push(passed === '1' ? 'passed' : failed === '1' ? 'failed' : `neither: ${run.stdout}${run.stderr}`)
  }
  return outcomes
}

describe('findings of every kind', () => {
  let failures: Bench
  let found: Map<string, { target: Target; finding: Finding }>

  beforeAll(async () => {
    failures = await bench('test/fixtures/failures')
    found = await findAll(failures)
  }, PATIENCE)

  test('are found in every property that fails', () => {
    expect([...found.keys()].sort()).toEqual(
      failures.targets.map((t) => `${t.contract}.${t.test.split('(')[0]}`).sort(),
    )
  })

  test('are all reproduced in one execution', async () => {
    const shown: Record<string, unknown> = {}
    for (const [name, one] of found) {
      const { reproduced, reason, location } = await replay(failures, one)
      shown[name] = { reproduced, reason: reason.slice(0, 60), at: location && `${location.path}:${location.line}` }
    }
    expect(shown).toMatchInlineSnapshot(`
      {
        "AfterwardsTest.invariant_nothing": {
          "at": "test/deep/Sequences.t.sol:93",
          "reason": "two at the end",
          "reproduced": true,
        },
        "AtOnceTest.invariant_neverHolds": {
          "at": null,
          "reason": "it never held",
          "reproduced": true,
        },
        "DirectTest.invariant_fewEnter": {
          "at": "test/deep/Sequences.t.sol:67",
          "reason": "three are inside",
          "reproduced": true,
        },
        "DirectTest.invariant_originEnters": {
          "at": "test/deep/Sequences.t.sol:71",
          "reason": "another origin",
          "reproduced": true,
        },
        "HandlerAssertionTest.invariant_nothing": {
          "at": "test/deep/Sequences.t.sol:34",
          "reason": "panic: assertion failed (0x01)",
          "reproduced": true,
        },
        "InputsTest.testFuzz_customError": {
          "at": "src/Gate.sol:20",
          "reason": "TooMany(1, 0x7FA9385bE102ac3EAc297483Dd6233D62b3e1496)",
          "reproduced": true,
        },
        "InputsTest.testFuzz_enum": {
          "at": null,
          "reason": "EvmError: Revert",
          "reproduced": true,
        },
        "InputsTest.testFuzz_panics": {
          "at": "test/Inputs.t.sol:46",
          "reason": "panic: assertion failed (0x01)",
          "reproduced": true,
        },
        "InputsTest.testFuzz_pranks": {
          "at": "test/Inputs.t.sol:55",
          "reason": "as the deployer",
          "reproduced": true,
        },
        "InputsTest.testFuzz_struct": {
          "at": "test/Inputs.t.sol:29",
          "reason": "an order with amounts",
          "reproduced": true,
        },
        "InputsTest.testFuzz_text": {
          "at": "test/Inputs.t.sol:33",
          "reason": "long text",
          "reproduced": true,
        },
        "LeftPrankTest.invariant_fewEnter": {
          "at": "test/deep/Sequences.t.sol:115",
          "reason": "three are inside",
          "reproduced": true,
        },
        "RevertingTest.invariant_noCallReverts": {
          "at": "src/Gate.sol:13",
          "reason": "TooMany(1, 0x1804c8AB1F12E6bbf3894d4083f33e07309d1f38)",
          "reproduced": true,
        },
        "SendersTest.invariant_fewVisitors": {
          "at": "test/deep/Sequences.t.sol:55",
          "reason": "three are a crowd",
          "reproduced": true,
        },
      }
    `)
  })

  test(
    'are written as tests that fail for the same reason, whatever their inputs and senders are',
    async () => {
      // The other findings of the fixture differ from these in their reason only.
      const telling = [
        'AfterwardsTest.invariant_nothing',
        'AtOnceTest.invariant_neverHolds',
        'DirectTest.invariant_originEnters',
        'HandlerAssertionTest.invariant_nothing',
        'InputsTest.testFuzz_pranks',
        'InputsTest.testFuzz_struct',
        'InputsTest.testFuzz_text',
        'LeftPrankTest.invariant_fewEnter',
        'SendersTest.invariant_fewVisitors',
      ]
      const outcomes: string[] = []
      for (const name of telling) {
        const outcome = await repro(failures, found.get(name)!)
        outcomes.push('impossible' in outcome ? outcome.impossible : 'fails')
      }
      expect(outcomes).toEqual(telling.map(() => 'fails'))
    },
    PATIENCE,
  )
})

async function fixAllBugs(root: string): Promise<void> {
  await edit(join(root, 'src/LoanMath.sol'), [
    ['uint96 paid = uint96(payment);', 'uint128 paid = payment;'],
    ['fee * 12_000 / BPS', 'fee * 10_000 / BPS'],
  ])
  await edit(join(root, 'src/LendingVault.sol'), [
    ['loan.collateral += amount;', 'loan.collateral += amount;\n        totalCollateral += amount;'],
    [
      'uint256 passed = block.timestamp - lastProfitAt;',
      'uint256 passed = block.timestamp - lastProfitAt;\n        if (passed >= RELEASE_TIME) return 0;',
    ],
  ])
}

async function edit(path: string, replacements: readonly (readonly [string, string])[]): Promise<void> {
  let text = await readFile(path, 'utf8')
  for (const [from, to] of replacements) {
    expect(text).toContain(from)
    text = text.replace(from, to)
  }
  await writeFile(path, text)
}
