import { errorDoc, type FuzzburstError } from '../protocol/errors.ts'

/** A property of a workflow command, escaped as @actions/toolkit's runner reads it. docs.github.com/actions, workflow commands */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** The message of a workflow command, escaped. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** One annotation without a place in the code. Title and message may be anything. */
export function annotation(level: 'error' | 'warning' | 'notice', title: string, message: string): string {
  return `::${level} title=${property(title)}::${data(message)}`
}

/** A coded error as an annotation: what happened, what to do, where to read on. The detail stays in the log. */
export function errorAnnotation(error: FuzzburstError, level: 'error' | 'warning' = 'error'): string {
  const lines = [error.summary, ...error.steps.map((step) => `- ${step}`), `More: ${errorDoc(error.code)}`]
  return annotation(level, `Fuzzburst ${error.code}`, lines.join('\n'))
}
