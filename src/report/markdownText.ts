import { cutText, visibleLines } from './visibleText.ts'

/** Characters shown of one field inside a line. */
const FIELD_LIMIT = 1_000
/** Characters shown of one text outside code: a quarter of what a check or a comment holds (65,535). */
const TEXT_LIMIT = 16_384

/**
 * Hostile text as a code span: Markdown, HTML, links, mentions and issue references mean nothing inside it. It holds in
 * tables too: a pipe would end the cell even in code, so it is written as an escape.
 */
export function codeSpan(text: string): string {
  const visible = cutText(text, FIELD_LIMIT).replaceAll('|', '\\x7c')
  if (visible.trim() === '') return '`(empty)`'
  const fence = '`'.repeat(longestRun(visible) + 1)
  // A space on both sides is dropped again by Markdown; without it, a text that starts with a backtick would join the fence.
  return visible.includes('`') || visible.startsWith(' ')
    ? `${fence} ${visible} ${fence}`
    : `${fence}${visible}${fence}`
}

/** Hostile text of several lines as a fenced block that no line of it can close. */
export function fencedBlock(text: string, language: '' | 'solidity' | 'text' = ''): string {
  const body = visibleLines(text).join('\n')
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1))
  return `${fence}${language}\n${body}\n${fence}`
}

function longestRun(text: string): number {
  // Not by spreading: a text of a megabyte has more runs than a call has room for arguments.
  let longest = 0
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  return longest
}

/** A comment that renders as nothing and keeps GitHub from seeing one word in what stands around it. */
const SEAM = '<!-- -->'

/**
 * Text of ours that may hold words of others, as plain Markdown text: every character that Markdown or HTML gives a meaning
 * is escaped, and what GitHub itself makes links of (mentions, issues, addresses) is broken up invisibly.
 */
export function escapeMarkdown(text: string): string {
  return cutText(text, TEXT_LIMIT)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~$#]/g, '\\$&')
    .replace(/^[-+=]|^\d+(?=[.)](?:\s|$))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(/\bwww(?=\.)/gi, '$&\\')
    .replaceAll('://', '&#58;//')
    .replaceAll('@', `@${SEAM}`)
    .replaceAll('\\#', `\\#${SEAM}`)
    .replace(/\bGH-/gi, (prefix) => `${prefix}${SEAM}`)
}
