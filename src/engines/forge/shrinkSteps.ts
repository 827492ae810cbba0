/** One executed instruction, as forge 1.7.1 writes it with `--json -vvvvv`; `decoded` is always null without internals. */
const STEP = /\{"pc":(\d+),"op":\d+,"stack":[\s\S]*?"decoded":null\}/g
const STEP_END = '"decoded":null}'
/** A step's place among the calls and logs of its frame. */
const PLACE = /\{"Step":(\d+)\}/g

/** Takes a stream of forge's JSON and keeps of each executed instruction only its program counter. */
export interface StepShrinker {
  /** False once the shrunk text is over the limit: the rest is ignored. */
  feed(chunk: Uint8Array): boolean
  /** The shrunk text, or null when it was too long. */
  finish(): string | null
}

/**
 * Traces with instructions are hundreds of bytes an instruction: too much to parse whole. This turns each step object into
 * a bare number while it streams by. Quotes inside strings are escaped in JSON, so text of the project cannot look like one.
 * @param limitChars most characters of shrunk text.
 */
export function createStepShrinker(limitChars: number): StepShrinker {
  const decoder = new TextDecoder()
  const parts: string[] = []
  let length = 0
  let pending = ''
  let tooLong = false
  const push = (text: string) => {
    const short = text.replaceAll(STEP, '$1').replaceAll(PLACE, '$1')
    length += short.length
    tooLong ||= length + pending.length > limitChars
    if (!tooLong) parts.push(short)
  }
  return {
    feed(chunk) {
      if (tooLong) return false
      pending += decoder.decode(chunk, { stream: true })
      const cut = safeCut(pending)
      const ready = pending.slice(0, cut)
      pending = pending.slice(cut)
      push(ready)
      return !tooLong
    },
    finish() {
      const rest = pending + decoder.decode()
      pending = ''
      push(rest)
      return tooLong ? null : parts.join('')
    },
  }
}

/** Up to where the text holds only whole steps and places. */
function safeCut(text: string): number {
  const step = text.lastIndexOf('{"pc":')
  const lastBrace = text.lastIndexOf('{')
  if (step === -1) return lastBrace === -1 ? text.length : lastBrace
  const end = text.indexOf(STEP_END, step)
  if (end === -1) return step
  return lastBrace > end ? lastBrace : end + STEP_END.length
}
