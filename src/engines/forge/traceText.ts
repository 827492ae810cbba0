import { CANONICAL_SANDBOX_ROOT, SANDBOX_ROOT_PATTERN } from '../../sandbox/sandbox.ts'

/** Longest trace that is handed on, in UTF-16 units; the report takes no more. */
export const TRACE_LIMIT = 60_000

/**
 * The traces in what `forge test -vvv` printed for one test, without what stands around them. Cut in the middle when long,
 * because the failure is at the end and the beginning says what was called. Untrusted text all the same.
 */
export function traceText(stdout: string): string {
  const text = stdout.toWellFormed().replaceAll(SANDBOX_ROOT_PATTERN, CANONICAL_SANDBOX_ROOT)
  const begin = text.indexOf('\nTraces:\n')
  const traces = begin === -1 ? text : text.slice(begin + '\nTraces:\n'.length)
  const end = traces.search(/^(Backtrace:|Suite result: )/m)
  const body = (end === -1 ? traces : traces.slice(0, end)).trimEnd()
  if (body.length <= TRACE_LIMIT) return body
  const half = TRACE_LIMIT / 2 - 50
  const left = body.length - 2 * half
  return `${body.slice(0, half)}\n[... ${left} characters left out ...]\n${body.slice(-half)}`.toWellFormed()
}
