import { visibleText, wellFormedStart } from './visibleText.ts'

/** Longest annotation message, in characters. docs.github.com, "Workflow commands", limits of annotations */
export const ANNOTATION_CHARACTERS = 4_096
/** Longest title that is shown whole in most places. */
const TITLE_CHARACTERS = 200

/** An annotation as a workflow command shows it. Texts are hostile. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  /** Lines of the message. */
  readonly lines: readonly string[]
  /** Path relative to the repository's root, with `/`. */
  readonly file?: string | undefined
  readonly line?: number | undefined
}

/**
 * One workflow command on one line. Text can neither end the command, nor add a property, nor start another command; it is
 * cut before it is escaped, so that no escape is cut in two.
 */
export function workflowCommand(annotation: Annotation): string {
  const properties = [
    ...(annotation.file === undefined ? [] : [`file=${escapeProperty(annotation.file)}`]),
    ...(annotation.line === undefined ? [] : [`line=${annotation.line}`]),
    `title=${escapeProperty(wellFormedStart(visibleText(annotation.title), TITLE_CHARACTERS))}`,
  ]
  const message = fitMessage(annotation.lines.map(visibleText).join('\n'))
  return `::${annotation.level} ${properties.join(',')}::${message}`
}

function fitMessage(text: string): string {
  const mark = '\u2026'
  let kept = text
  let escaped = escapeData(kept)
  while (escaped.length > ANNOTATION_CHARACTERS) {
    const over = escaped.length - ANNOTATION_CHARACTERS
    // An escaped character is three long: cutting a third of the excess never cuts too much.
    kept = wellFormedStart(kept, kept.length - Math.ceil(over / 3) - 1)
    escaped = escapeData(kept) + mark
  }
  return escaped
}

/** Escapes of @actions/core for a command's message. `##[` would be a command of the older form wherever it stands. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('##[', '##\\[')
}

function escapeProperty(text: string): string {
  return escapeData(visibleText(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
