import { expect, test } from 'vitest'
import { attackProblems, attackRows, currentAttackProblems } from './attackTests.ts'

const heading = '## Every attack has a test that mounts it\n\n| Attacker | Attack | Test |\n|---|---|---|\n'
const problems = (rows: string, files: Record<string, string> = {}): string[] =>
  attackProblems(`${heading}${rows}\n\n## Next\n`, (file) => files[file]).filter((line) => !line.startsWith('no row'))

test('a row without a test, a file that is not there and a title that no test has are problems', () => {
  expect(problems('| lazy worker | naps | somewhere |')).toEqual(['lazy worker (naps): no test is named'])
  expect(problems('| lazy worker | naps | `a.test.ts` › it naps |')).toEqual(['lazy worker: there is no a.test.ts'])
  const commented = { 'a.test.ts': '// it naps' }
  expect(problems('| lazy worker | naps | `a.test.ts` › it naps |', commented)).toEqual([
    'lazy worker: a.test.ts has no test "it naps"',
  ])
  for (const call of [
    "test.skip('it naps', …)",
    "test.todo('it naps')",
    "test.skip.each([1])('it naps', …)",
    "say('it naps')",
  ])
    expect(problems('| lazy worker | naps | `a.test.ts` › it naps |', { 'a.test.ts': call }).length).toBe(1)
  expect(attackProblems('', () => undefined)).toContain('no row is about the lazy worker')
})

test('several tests of one row, of TypeScript and of Solidity, are each looked for', () => {
  const row = '| stolen CI key | spends | `a.test.ts` › it is capped<br>`B.t.sol` › test_capped |'
  expect(problems(row, { 'a.test.ts': "test('it is capped', …)", 'B.t.sol': 'function test_capped() public' })).toEqual(
    [],
  )
  expect(attackRows(`${heading}${row}`)[0]!.tests.length).toBe(2)
})

test('every attack of the threat model is mounted by a test that exists', () => {
  expect(currentAttackProblems()).toEqual([])
})
