import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { zForgeInvocation } from '../../protocol/shardSpec.ts'
import type { InvocationRequest, Target } from '../engine.ts'
import { FILTER_LIMIT, forgeInvocation } from './invocation.ts'
import { targetId, testKind } from './targetId.ts'

function target(path: string, contract: string, test: string, runs: number | null = null): Target {
  const kind = testKind(test) === 'invariant' ? 'invariant' : 'fuzz'
  return { id: targetId(path, contract, test), kind, path, contract, test, line: null, inline: { runs, depth: null } }
}

const fuzzA = target('test/A.t.sol', 'A', 'testFuzz_a(uint256)')
const fuzzB = target('test/B.t.sol', 'B', 'testFuzz_b(uint256)')
const fuzzBDear = target('test/B.t.sol', 'B', 'testFuzz_dear(uint256)', 100)
const invariantB = target('test/B.t.sol', 'B', 'invariant_b()')
const forkC = target('test/C.t.sol', 'C', 'testFuzz_c(uint256)')
const unitD = targetId('test/D.t.sol', 'D', 'test_d()')

function request(targets: readonly Target[], more: Partial<InvocationRequest> = {}): InvocationRequest {
  const { kind } = targets[0]!
  const all = {
    targets: [fuzzA, fuzzB, fuzzBDear, invariantB],
    runnerOnly: [{ target: forkC, why: 'fork' as const }],
    unitTests: [unitD],
  }
  return { kind, targets, runs: 64, invariantDepth: 10, corpus: false, profile: 'default', env: {}, all, ...more }
}

const matches = (pattern: string | null, text: string) => pattern === null || new RegExp(pattern).test(text)

describe('the invocation of a group', () => {
  test('runs only its own kind', () => {
    expect(forgeInvocation(request([fuzzA]))).toMatchObject({ fuzzRuns: 64, invariantRuns: 0 })
    expect(forgeInvocation(request([invariantB]))).toMatchObject({ fuzzRuns: 0, invariantRuns: 64 })
  })

  test('keeps every other test file selected by its cheapest test: the other kind, then a unit test', () => {
    const { matchContract, matchTest, targets } = forgeInvocation(request([fuzzA]))
    expect(targets).toEqual([fuzzA.id])
    expect(matchContract).toBe('^(?:A|B|D)$')
    expect(matchTest).toBe('^(?:invariant_b\\(\\)|testFuzz_a\\(uint256\\)|test_d\\(\\))$')
  })

  test('takes a test of its own kind where a file has no other, but none with a large inline budget', () => {
    const all = { targets: [fuzzA, fuzzB, fuzzBDear], runnerOnly: [], unitTests: [] }
    expect(forgeInvocation(request([fuzzA], { all })).matchTest).toContain('testFuzz_b')
    const dear = { ...all, targets: [fuzzA, target('test/B.t.sol', 'B', 'testFuzz_dear(uint256)', 100_000)] }
    expect(forgeInvocation(request([fuzzA], { all: dear })).matchContract).toBe('^(?:A)$')
  })

  test('leaves contracts alone that fork: they would wait for a network', () => {
    expect(matches(forgeInvocation(request([fuzzA])).matchContract, 'C')).toBe(false)
  })

  test('selects by kind when its filter would be too long for an argument', () => {
    const many = Array.from({ length: 3_000 }, (_, n) =>
      target('test/A.t.sol', 'A', `testFuzz_${'x'.repeat(40)}${n}(uint256)`),
    )
    const { matchTest } = forgeInvocation(request(many))
    expect(matchTest?.length).toBeLessThan(FILTER_LIMIT)
    for (const { test: signature } of many) expect(matches(matchTest, signature)).toBe(true)
    expect(matches(matchTest, 'test_unit()')).toBe(false)
    expect(matches(matchTest, 'invariant_b()')).toBe(false)
  })

  test('always selects its targets, fits the wire, and does not depend on their order', () => {
    const name = fc.stringMatching(/^[A-Za-z_$][\w$]{0,20}$/)
    const tests = fc.uniqueArray(fc.tuple(name, name), { minLength: 1, selector: ([, test]) => test })
    fc.assert(
      fc.property(tests, (names) => {
        const targets = names.map(([contract, test]) =>
          target('test/X.t.sol', contract, `test${test}(uint256[],(bool,address))`),
        )
        const invocation = forgeInvocation(request(targets))
        zForgeInvocation.parse(invocation)
        for (const { contract, test: signature } of targets) {
          expect(matches(invocation.matchContract, contract)).toBe(true)
          expect(matches(invocation.matchTest, signature)).toBe(true)
        }
        expect(forgeInvocation(request([...targets].reverse()))).toEqual(invocation)
      }),
    )
  })
})
