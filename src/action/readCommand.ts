/** What somebody asks for in a comment. */
export type Command =
  | {
      readonly kind: 'run'
      /** By the clock; the workflow's own default when not given. */
      readonly minutes: number | null
      /** Whole tokens, as text so that no float touches it. */
      readonly maxSpend: string | null
    }
  | {
      readonly kind: 'publish'
      /** Id of a private finding. */
      readonly finding: string
    }
  | { readonly kind: 'unknown'; readonly text: string }

const PUBLISH = /^\/fuzzburst\s+publish\s+(F-[0-9a-f]{8})$/
const RUN = /^\/fuzzburst\s+run(?:\s+([1-9]\d{0,2})m?(?:\s+(\d{1,9}(?:\.\d{1,18})?))?)?$/

/** The command of a comment: its first line, alone. Null when it is none. Pure. */
export function readCommand(body: string): Command | null {
  const line = body.trimStart().split(/\r?\n/, 1)[0]?.trimEnd() ?? ''
  if (!/^\/fuzzburst(\s|$)/.test(line)) return null
  const finding = PUBLISH.exec(line)?.[1]
  if (finding !== undefined) return { kind: 'publish', finding }
  const run = RUN.exec(line)
  if (run === null) return { kind: 'unknown', text: line.slice(0, 100) }
  const [, minutes, maxSpend] = run
  return { kind: 'run', minutes: minutes === undefined ? null : Number(minutes), maxSpend: maxSpend ?? null }
}
