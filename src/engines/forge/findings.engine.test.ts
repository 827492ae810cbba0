import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../sandbox/openSandbox.ts'
import type { SandboxTier } from '../../sandbox/sandbox.ts'
import { type Bench, type FindingsLab, type Found, fixAllBugs, openFindingsLab } from './findingsLab.fixture.ts'

/** A compiler in WASM builds each project; other suites run beside this one. Milliseconds. */
const PATIENCE = 600_000

let lab: FindingsLab
beforeAll(async () => {
  lab = await openFindingsLab()
})
afterAll(() => lab?.close())

describe('the four bugs of examples/vault', () => {
  let vault: Bench
  let fixed: Bench
  let found: Map<string, Found>
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
    vault = await lab.bench('examples/vault')
    found = await lab.findAll(vault)
    fixed = await lab.bench('examples/vault', fixAllBugs)
  }, PATIENCE)

  test('are exactly what a slice finds', () => {
    expect([...found.keys()].sort()).toEqual(Object.keys(bugs).sort())
  })

  for (const tier of ['bubblewrap', 'landlock'] satisfies SandboxTier[])
    test(`are each reproduced in one execution in ${tier}, with trace and the line that failed`, async () => {
      const within = await openSandbox({ tier })
      for (const [name, bug] of Object.entries(bugs)) {
        const shown = await lab.replay(vault, found.get(name)!, within)
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
      const shown = await lab.replay(fixed, found.get(name)!)
      expect(shown).toEqual({ reproduced: false, reason: expect.any(String), trace: '', location: null })
    }
  })
})

describe('findings of every kind', () => {
  let failures: Bench
  let found: Map<string, Found>

  beforeAll(async () => {
    failures = await lab.bench('test/fixtures/failures')
    found = await lab.findAll(failures)
  }, PATIENCE)

  test('are found in every property that fails', () => {
    expect([...found.keys()].sort()).toEqual(
      failures.targets.map((t) => `${t.contract}.${t.test.split('(')[0]}`).sort(),
    )
  })

  test('are all reproduced in one execution', async () => {
    const shown: Record<string, unknown> = {}
    for (const [name, one] of found) {
      const { reproduced, reason, location } = await lab.replay(failures, one)
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
})
