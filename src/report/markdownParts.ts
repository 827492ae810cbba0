/** Items of one list. */
export const SHOWN_ITEMS = 100

/** A section with a heading; nothing when it has no body. The title is of ours. */
export function titled(title: string, body: string): string {
  return body === '' ? '' : `### ${title}\n\n${body}`
}

/** Items, Markdown already, as a list. */
export function list(items: readonly string[]): string {
  const more = items.length - SHOWN_ITEMS
  const shown = items.slice(0, SHOWN_ITEMS).map((item) => `- ${item}`)
  return (more > 0 ? [...shown, `- and ${more} more in report.json`] : shown).join('\n')
}

/**
 * A folded part.
 * @param summary of ours: plain words and ids, no hostile text
 */
export function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`
}
