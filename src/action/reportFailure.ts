import { errorDoc, isFuzzburstError } from '../protocol/errors.ts'
import { printedError } from '../report/printedError.ts'
import { workflowCommand } from '../report/workflowCommand.ts'
import type { Runner } from './runner.ts'

/**
 * Shows an error in the log, whole, and as an annotation, short. An error without a code is a fault of this program and
 * says how to report it.
 */
export function reportFailure(error: unknown, runner: Runner, level: 'error' | 'warning' = 'error'): void {
  if (isFuzzburstError(error)) {
    runner.say(printedError(error))
    const lines = [error.summary, ...error.steps.map((step) => `- ${step}`), `More: ${errorDoc(error.code)}`]
    runner.command(workflowCommand({ level, title: `Fuzzburst ${error.code}`, lines }))
    return
  }
  runner.say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  const lines = ['Fuzzburst failed in a way that it should not. Please report this with the log of this step.']
  runner.command(workflowCommand({ level, title: 'Fuzzburst', lines }))
}
