/**
 * Characters that change what a reader sees without being seen: controls (C0, DEL, C1), everything that Unicode calls a
 * format character (bidirectional marks and overrides, zero-width ones, tags, soft hyphens, the byte order mark), line and
 * paragraph separators, private use, unassigned ones and lone surrogates.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u00a0\u115f\u1160\u3164\uffa0]|\p{Variation_Selector}/gu

/** Most combining marks that may follow one another: more are stacked to cover the lines around them. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu

/**
 * Hostile text on one line: what cannot be seen is written as an escape (`\n`, `\x1b`, `\u{202e}`), so no text can move the
 * cursor, reverse what stands beside it, or pass for another line. Markup is not touched; each surface escapes its own.
 */
export function visibleText(text: string): string {
  return text.replace(STACKED_MARKS, '$1\u2026').replace(INVISIBLE, escapeCharacter)
}

/** Hostile text of several lines, each made visible. A tab becomes two spaces, as traces are indented with them. */
export function visibleLines(text: string): string[] {
  return text.split(/\r\n|\n/).map((line) => visibleText(line.replaceAll('\t', '  ')))
}

/** Visible text of at most `limit` characters; what was cut is said in its place. */
export function cutText(text: string, limit: number): string {
  const visible = visibleText(text)
  if (visible.length <= limit) return visible
  const mark = `\u2026 (${visible.length} characters)`
  return `${wellFormedStart(visible, Math.max(0, limit - mark.length))}${mark}`
}

/** The first `length` UTF-16 units, less one where that would cut a character in two. */
export function wellFormedStart(text: string, length: number): string {
  const start = text.slice(0, length)
  return start.isWellFormed() ? start : start.slice(0, -1)
}

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\u00a0': ' ' }

function escapeCharacter(character: string): string {
  const named = NAMED[character]
  if (named !== undefined) return named
  const code = character.codePointAt(0) ?? 0
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
}
