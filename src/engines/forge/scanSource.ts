/** A function as a source shows it. */
export interface SourceFunction {
  readonly name: string
  /** Number of parameters. */
  readonly parameters: number
  /** From 1. */
  readonly line: number
  /** Documentation comments right before it. */
  readonly docs: string
}

/** A contract as a source shows it. */
export interface SourceContract {
  readonly name: string
  readonly docs: string
  readonly functions: readonly SourceFunction[]
}

/**
 * Finds contracts and their functions in Solidity source, with lines and documentation comments. Enough of the language to
 * tell code from comments and strings; what it does not recognise is left out, never guessed.
 */
export function scanSource(source: string): SourceContract[] {
  const code = blank(source)
  const contracts: SourceContract[] = []
  for (const match of code.matchAll(/\b(?:abstract\s+)?contract\s+([A-Za-z_$][\w$]*)[^{};]*\{/g)) {
    const start = match.index + match[0].length
    const end = closing(code, start - 1, '{', '}')
    contracts.push({
      name: match[1] ?? '',
      docs: docsBefore(source, code, match.index),
      functions: functionsOf(source, code, start, end),
    })
  }
  return contracts
}

function functionsOf(source: string, code: string, start: number, end: number): SourceFunction[] {
  const functions: SourceFunction[] = []
  for (const match of code.slice(start, end).matchAll(/\bfunction\s+([A-Za-z_$][\w$]*)\s*\(/g)) {
    const at = start + match.index
    const open = at + match[0].length - 1
    functions.push({
      name: match[1] ?? '',
      parameters: countParameters(code.slice(open + 1, closing(code, open, '(', ')'))),
      line: lineOf(source, at),
      docs: docsBefore(source, code, at),
    })
  }
  return functions
}

/** Same length as the source, with comments and the insides of strings as spaces; line ends stay. */
function blank(source: string): string {
  const token = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g
  return source.replaceAll(token, (text) => text.replaceAll(/[^\n]/g, ' '))
}

/** Index of the bracket that closes the one at `open`; the end of the code when it stays open. */
function closing(code: string, open: number, left: string, right: string): number {
  let depth = 0
  for (let at = open; at < code.length; at++) {
    if (code[at] === left) depth++
    else if (code[at] === right && --depth === 0) return at
  }
  return code.length
}

function countParameters(text: string): number {
  if (text.trim() === '') return 0
  let [depth, count] = [0, 1]
  for (const char of text) {
    if ('(['.includes(char)) depth++
    else if (')]'.includes(char)) depth--
    else if (char === ',' && depth === 0) count++
  }
  return count
}

/** `///` and `/** *\/` comments between the code before a declaration and the declaration. */
function docsBefore(source: string, code: string, at: number): string {
  const before = code.slice(0, at).trimEnd().length
  const comments = source.slice(before, at).match(/\/\/\/[^\n]*|\/\*\*[\s\S]*?\*\//g) ?? []
  return comments.join('\n')
}

function lineOf(source: string, at: number): number {
  let line = 1
  for (let end = source.indexOf('\n'); end !== -1 && end < at; end = source.indexOf('\n', end + 1)) line++
  return line
}
