import type { Report } from '../report/report.ts'

/** What the command line returns. Documented in `fuzzburst --help`. */
export const exitCodes = { passed: 0, findings: 1, failure: 2, incomplete: 3, stopped: 130 } as const

/** The exit code of a burst. With `expectFindings`, findings are what is wanted and their absence is the failure. */
export function exitCodeOf(
  report: Report,
  asked: { expectFindings: boolean; allowIncomplete: boolean; stopped: boolean },
): number {
  if (asked.stopped) return exitCodes.stopped
  if (report.verdict === 'failed') return asked.expectFindings ? exitCodes.passed : exitCodes.findings
  if (asked.expectFindings) return exitCodes.findings
  return report.verdict === 'passed' || asked.allowIncomplete ? exitCodes.passed : exitCodes.incomplete
}
