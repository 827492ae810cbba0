import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

/** How many tests ended how. */
export interface TestCounts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const noTests: TestCounts = { passed: 0, failed: 0, skipped: 0 }

/** Adds two counts. */
export function sum(a: TestCounts, b: TestCounts): TestCounts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** The last line of `npm test`. */
export function formatCounts(counts: TestCounts): string {
  return `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
}

const zVitestResult = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})

/** Reads vitest's JSON report. @throws ZodError when it is none. */
export function vitestCounts(result: unknown): TestCounts {
  const read = zVitestResult.parse(result)
  return { passed: read.numPassedTests, failed: read.numFailedTests, skipped: read.numPendingTests + read.numTodoTests }
}

const zVitestTests = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

/** What failed by vitest's JSON report, one line each: `file: title`, or the file alone where it broke outside a test. */
export function vitestFailures(result: unknown): string[] {
  return zVitestTests.parse(result).testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => fullName.trim())
    if (failed.length === 0 && status === 'failed') failed.push(message.split('\n')[0] ?? '')
    return failed.map((title) => `${name}: ${title}`)
  })
}

/** Adds up the summary lines that forge ends each of its runs with; lines of single suites are not counted twice. */
export function forgeCounts(output: string): TestCounts {
  const summary = /(\d+) tests? passed, (\d+) failed, (\d+) skipped \(\d+ total tests?\)/g
  let counts = noTests
  for (const [, passed, failed, skipped] of stripVTControlCharacters(output).matchAll(summary))
    counts = sum(counts, { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) })
  return counts
}
