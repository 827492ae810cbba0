import { expect, test } from 'vitest'
import { forgeCounts, formatCounts, sum, vitestCounts, vitestFailures } from './testCounts.ts'

test('a report that is none of vitest is refused', () => {
  expect(() => vitestCounts({ passed: 3 })).toThrow()
})

test("forge's coloured summary is read, the lines of its suites are not", () => {
  const output = [
    'Suite result: \u001b[32mok\u001b[0m. \u001b[32m2\u001b[0m passed; 0 failed; 0 skipped; finished in 1.0ms',
    'Ran 2 test suites in 1.2s: \u001b[32m30\u001b[0m tests passed, \u001b[31m1\u001b[0m failed, \u001b[33m2\u001b[0m skipped (33 total tests)',
  ].join('\n')
  expect(forgeCounts(output)).toEqual({ passed: 30, failed: 1, skipped: 2 })
})

test('both counts add up to the last line', () => {
  const vitest = vitestCounts({ numPassedTests: 10, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 })
  expect(formatCounts(sum(vitest, forgeCounts('1 test passed, 0 failed, 0 skipped (1 total test)')))).toBe(
    '11 passed, 0 failed, 1 skipped',
  )
})

test('every failed test has a line, and so has a file that broke before its tests', () => {
  const file = (name: string, status: string, tests: readonly [string, string][], message = '') => ({
    ...{ name, status, message },
    assertionResults: tests.map(([fullName, testStatus]) => ({ fullName, status: testStatus })),
  })
  expect(
    vitestFailures({
      testResults: [
        file('a.test.ts', 'failed', [
          [' holds', 'passed'],
          [' breaks', 'failed'],
        ]),
        file('b.test.ts', 'failed', [], 'no such module\nat …'),
        file('c.test.ts', 'passed', [['skipped', 'pending']]),
      ],
    }),
  ).toEqual(['a.test.ts: breaks', 'b.test.ts: no such module'])
})
