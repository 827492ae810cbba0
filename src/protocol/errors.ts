/** Who has to act: `user` is a plain failure with a fix, `pool` may be retried, `ours` asks for a bug report. */
export type Fault = 'user' | 'pool' | 'ours'

/** What a coded error tells its reader. */
export interface ErrorDetails {
  readonly fault: Fault
  /** One line: what happened, with the figures that matter. */
  readonly summary: string
  /** What to do, most likely remedy first. */
  readonly steps: readonly string[]
  /** A tool's own words (a compiler's message, a log's tail). Untrusted text: whoever prints it escapes it. */
  readonly detail?: string
  readonly cause?: unknown
}

/**
 * The base of every error that leaves this program. Codes are stable and have an entry in `docs/errors.md`:
 * FB1 project and input, FB2 money and chain, FB3 relay and pool, FB4 sandbox, FB5 engine, FB6 verification, FB9 ours.
 * Match by `code`, never by `instanceof`, across packages.
 */
export class FuzzburstError<Code extends string = string> extends Error {
  override readonly name = 'FuzzburstError'
  readonly code: Code
  readonly fault: Fault
  readonly summary: string
  readonly steps: readonly string[]
  readonly detail: string | undefined

  constructor(code: Code, details: ErrorDetails) {
    super(`${code}: ${details.summary}`, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.fault = details.fault
    this.summary = details.summary
    this.steps = details.steps
    this.detail = details.detail
  }
}

/** True for every coded error, whichever copy of this module made it. */
export function isFuzzburstError(error: unknown): error is FuzzburstError {
  return error instanceof Error && error.name === 'FuzzburstError' && typeof (error as FuzzburstError).code === 'string'
}

/** Where a reader finds more: the entry of this code in the documentation, relative to the repository's root. */
export function errorDoc(code: string): string {
  return `docs/errors.md#${code.toLowerCase()}`
}

/** The whole message as a terminal shows it, without colours. */
export function formatError(error: FuzzburstError): string {
  const lines = [`error ${error.code}: ${error.summary}`]
  if (error.detail)
    lines.push(
      '',
      ...error.detail
        .trimEnd()
        .split('\n')
        .map((line) => `  | ${line}`),
    )
  if (error.steps.length > 0) lines.push('', ...error.steps.map((step) => `  - ${step}`))
  lines.push('', `  More: ${errorDoc(error.code)}`)
  return lines.join('\n')
}
