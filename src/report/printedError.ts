import { type FuzzburstError, formatError } from '../protocol/errors.ts'
import { guardLog } from './guardLog.ts'
import { visibleLines } from './visibleText.ts'

/**
 * A coded error as a terminal or a log may show it. A compiler's words, a path or a relay's answer may be in it: none of its
 * lines moves the cursor, reverses what stands beside it, or is taken for a workflow command.
 */
export function printedError(error: FuzzburstError): string {
  return guardLog(visibleLines(formatError(error)).join('\n'))
}
