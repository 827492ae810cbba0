import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inlineBudget } from './inlineConfig.ts'
import { scanSource } from './scanSource.ts'

const source = `// contract Commented { function testFuzz_no(uint256) external {} }
pragma solidity ^0.8.0;

string constant TEXT = "contract Quoted { function testFuzz_no(uint256) external {} }";

/// forge-config: default.fuzz.runs = 33
abstract contract Base {
    function testFuzz_base(uint256 a) external {}
}

/** forge-config: default.invariant.depth = 9 */
contract VaultTest is Base {
    /// says something
    /// forge-config: default.fuzz.runs = 1_000
    /// forge-config: ci.fuzz.runs = 5
    function testFuzz_deposit(uint256 a, function(uint256, uint256) external b) external {
        if (a > 0) { a--; }
    }

    // forge-config: default.fuzz.runs = 7
    function testFuzz_plainComment(uint256 a) external {}

    /**
     * forge-config: default.invariant.runs = 3
     */
    function invariant_solvent() external {}
}
`

test('contracts in comments and strings are not seen', () => {
  expect(scanSource(source).map(({ name }) => name)).toEqual(['Base', 'VaultTest'])
})

test('functions are found with their lines and parameters, whatever a body holds', () => {
  const [, vault] = scanSource(source)
  expect(vault?.functions.map(({ name, line, parameters }) => [name, line, parameters])).toEqual([
    ['testFuzz_deposit', 16, 2],
    ['testFuzz_plainComment', 21, 1],
    ['invariant_solvent', 26, 0],
  ])
})

test('inline settings count in documentation comments only; the function beats its contract, the profile beats default', () => {
  const [base, vault] = scanSource(source)
  const [deposit, plain, solvent] = vault?.functions ?? []
  const budget = (kind: 'fuzz' | 'invariant', profile: string, docs: string | undefined, contract = vault?.docs) =>
    inlineBudget(kind, profile, contract ?? '', docs ?? '')
  expect(budget('fuzz', 'default', deposit?.docs)).toEqual({ runs: 1_000, depth: null })
  expect(budget('fuzz', 'ci', deposit?.docs)).toEqual({ runs: 5, depth: null })
  expect(budget('fuzz', 'default', plain?.docs)).toEqual({ runs: null, depth: null })
  expect(budget('invariant', 'default', solvent?.docs)).toEqual({ runs: 3, depth: 9 })
  expect(budget('fuzz', 'default', undefined, base?.docs)).toEqual({ runs: 33, depth: null })
})

test('any text is scanned without an error', () => {
  const pieces = fc.constantFrom(
    'contract A {',
    'function f(',
    ')',
    '}',
    '"',
    "'",
    '/*',
    '*/',
    '//',
    '\n',
    '(',
    ',',
    ' x ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
      for (const contract of scanSource(parts.join('')))
        for (const { line } of contract.functions) expect(line).toBeGreaterThan(0)
    }),
  )
})
