import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ForgeInvocation } from '../../protocol/shardSpec.ts'
import { zSliceResult } from '../../protocol/sliceResult.ts'
import { openSandbox } from '../../sandbox/openSandbox.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { calibrateTargets } from './calibrate.ts'
import { benchLimits, type ForgeBench, openBench, pinnedForge, seedOf } from './forgeBench.fixture.ts'
import { forgeInvocation } from './invocation.ts'
import type { ForgeProgram } from './program.ts'
import { runForgeSlice } from './runSlice.ts'
import { runUnitTests } from './runUnitTests.ts'

let forge: ForgeProgram
let sandbox: Sandbox
const benches = new Map<string, ForgeBench>()

beforeAll(async () => {
  forge = await pinnedForge()
  sandbox = await openSandbox()
})
afterAll(async () => {
  for (const bench of benches.values()) await bench.close()
})

async function open(fixture: string): Promise<ForgeBench> {
  const bench = benches.get(fixture) ?? (await openBench(`test/fixtures/${fixture}`, forge))
  benches.set(fixture, bench)
  return bench
}

async function run(bench: ForgeBench, invocation: ForgeInvocation, limits = benchLimits, seed = seedOf(1)) {
  const request = { sandbox, projectDir: bench.projectDir, invocation, limits, seed, corpusDir: null }
  const slice = await runForgeSlice(request, forge)
  expect(() => zSliceResult.parse(slice.result)).not.toThrow()
  return slice
}

describe('a slice that is no pass', () => {
  test('a target that is not in the output makes it an engine error', async () => {
    const bench = await open('passing')
    const invocation = bench.invocation('fuzz', 64)
    const missing = 'test/Tally.t.sol:TallyTest:testFuzz_nobody(uint256)'
    const slice = await run(bench, { ...invocation, targets: [...invocation.targets, missing] })
    expect(slice.result).toMatchObject({ outcome: { kind: 'engine-error' }, executions: 0, targets: [] })
    expect(slice.log).toContain('did not run')
  })

  test('a filter that selects nothing makes it an engine error', async () => {
    const bench = await open('passing')
    const slice = await run(bench, { ...bench.invocation('fuzz', 64), matchTest: '^nothing$' })
    expect(slice.result.outcome.kind).toBe('engine-error')
  })

  test('too much output is a limit', async () => {
    const bench = await open('passing')
    const limits = { ...benchLimits, outputBytes: 2 ** 20 }
    const slice = await run(bench, bench.invocation('invariant', 4, { depth: 4_000 }), limits)
    expect(slice.result.outcome).toEqual({ kind: 'limit', limit: 'output' })
  })

  test('a contract that cannot be set up leaves its targets skipped, never passed', async () => {
    const bench = await open('setupfails')
    const slice = await run(bench, bench.invocation('fuzz', 64))
    const status = new Map(slice.result.targets.map((target) => [target.target.split(':')[1], target.status]))
    expect(status).toEqual(
      new Map([
        ['SetUpFailsTest', 'skipped'],
        ['SetUpWorksTest', 'passed'],
      ]),
    )
    expect(slice.result.targets.every(({ finding }) => finding === null)).toBe(true)
  })

  test('what asks for more than a slice has is skipped, and what rejects all inputs fails without a finding', async () => {
    const bench = await open('reach')
    const { profile, env } = bench.project
    const targets = [...bench.all.targets, ...bench.all.runnerOnly.map(({ target }) => target)]
    const request = { kind: 'fuzz' as const, targets, runs: 64, invariantDepth: 1, corpus: false, profile, env }
    const slice = await run(bench, forgeInvocation(request))
    const status = slice.result.targets.map(({ target, status }) => [target.split(/[_(]/)[1], status])
    expect(Object.fromEntries(status)).toEqual({
      ...{ ffi: 'skipped', fork: 'skipped', environment: 'skipped', file: 'skipped' },
      ...{ givesUp: 'failed', stays: 'passed' },
    })
    expect(slice.result.targets.filter(({ finding }) => finding !== null)).toEqual([])
    const { projectDir } = bench
    const unit = { sandbox, projectDir, unitTests: bench.all.unitTests, env, profile, limits: benchLimits }
    expect((await runUnitTests(unit, forge)).map(({ kind }) => kind)).toEqual(['unit-test-skipped'])
  })

  test('an abort is thrown, not made a result', async () => {
    const bench = await open('passing')
    const request = { sandbox, projectDir: bench.projectDir, limits: benchLimits, seed: seedOf(1), corpusDir: null }
    const signal = AbortSignal.abort(new Error('enough'))
    const slice = runForgeSlice({ ...request, invocation: bench.invocation('fuzz', 64), signal }, forge)
    await expect(slice).rejects.toThrow('enough')
  })
})

test('a slice finds what only a literal of another test file shows; a path filter does not', async () => {
  const bench = await open('dictionary')
  const whole = bench.invocation('fuzz', 256)
  const door = whole.targets.filter((id) => id.includes(':DoorTest:'))
  const found = async (invocation: ForgeInvocation) => {
    let failed = 0
    for (const n of [1, 2, 3])
      failed += (await run(bench, invocation, benchLimits, seedOf(n))).result.targets.filter(
        (target) => target.finding !== null,
      ).length
    return failed
  }
  expect(await found({ ...whole, targets: door })).toBe(3)
  const narrow = { ...whole, targets: door, matchPath: 'test/Door.t.sol', matchContract: null, matchTest: null }
  expect(await found(narrow)).toBe(0)
  // The invariant's file holds no such literal either: a stand-in of the other file keeps it in the dictionary.
  expect(await found(bench.invocation('invariant', 32, { depth: 128 }))).toBe(3)
})

test('inline budgets are what runs, and what is planned with', async () => {
  const bench = await open('inline')
  const slice = await run(bench, bench.invocation('fuzz', 128))
  for (const target of bench.all.targets.filter(({ kind }) => kind === 'fuzz')) {
    const ran = slice.result.targets.find((one) => one.target === target.id)?.executions
    expect([target.test, ran]).toEqual([target.test, target.inline.runs ?? 128])
  }
  const stateful = await run(bench, bench.invocation('invariant', 5))
  for (const target of bench.all.targets.filter(({ kind }) => kind === 'invariant')) {
    const ran = stateful.result.targets.find((one) => one.target === target.id)?.executions
    expect(ran).toBe((target.inline.runs ?? 5) * (target.inline.depth ?? 32))
  }
})

test('a test reads artifacts by the path that the project itself gives them', async () => {
  const bench = await open('artifacts')
  const slice = await run(bench, bench.invocation('fuzz', 64))
  expect(slice.result.targets.map(({ status, executions }) => [status, executions])).toEqual([['passed', 64]])
})

test('calibration times every target, and tells one whose input can be guessed', async () => {
  const bench = await open('hostile-names')
  const { projectDir } = bench
  const request = { sandbox, projectDir, targets: bench.all.targets, env: {}, profile: 'default' }
  const calibration = await calibrateTargets(request, forge)
  expect(calibration.targets.map(({ target }) => target).sort()).toEqual(bench.all.targets.map(({ id }) => id).sort())
  for (const { microsPerRun } of calibration.targets) expect(microsPerRun).toBeGreaterThan(0)
  expect(calibration.startMicros).toBeGreaterThan(0)
  const low = calibration.targets.filter(({ lowEntropy }) => lowEntropy).map(({ target }) => target.split(':')[2])
  expect(low).toEqual(['testFuzz_$(bool)'])
})

test('unit tests that fail are noted', async () => {
  const bench = await open('setupfails')
  const unitTests = [...bench.all.unitTests, 'test/SetUp.t.sol:SetUpFailsTest:test_nothing()']
  const request = { sandbox, projectDir: bench.projectDir, unitTests, env: {}, profile: 'default', limits: benchLimits }
  const notes = await runUnitTests(request, forge)
  expect(notes.map(({ kind }) => kind)).toContain('unit-test-failed')
})
