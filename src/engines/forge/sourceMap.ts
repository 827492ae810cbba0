/** A range of one source: bytes, not characters. `file` is the compiler's number of the source, -1 for generated code. */
export interface SourceRange {
  readonly start: number
  readonly length: number
  readonly file: number
}

/**
 * Solidity's compressed source map, one range an instruction
 * (docs.soliditylang.org, "Source Mappings": `s:l:f:j:m`, empty fields repeat the one before).
 */
export function readSourceMap(text: string): SourceRange[] {
  let last: SourceRange = { start: 0, length: 0, file: -1 }
  if (text === '') return []
  return text.split(';').map((entry) => {
    const [start, length, file] = entry.split(':')
    last = { start: field(start, last.start), length: field(length, last.length), file: field(file, last.file) }
    return last
  })
}

function field(text: string | undefined, before: number): number {
  if (text === undefined || text === '') return before
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : before
}

/** First and last PUSH that carries data (PUSH1 to PUSH32). */
const PUSH1 = 0x60
const PUSH32 = 0x7f

/** Which instruction of the code begins at each program counter. */
export function instructionIndex(code: Uint8Array): Map<number, number> {
  const index = new Map<number, number>()
  for (let pc = 0; pc < code.length; pc++) {
    index.set(pc, index.size)
    const op = code[pc] ?? 0
    if (op >= PUSH1 && op <= PUSH32) pc += op - PUSH1 + 1
  }
  return index
}
