import { z } from 'zod'
import { zFindingId } from './report.ts'
import { wellFormedStart } from './visibleText.ts'

/** Findings that a comment remembers, and characters of each title. */
const REMEMBERED = 30
const TITLE_CHARACTERS = 60

const zRemembered = z.strictObject({ id: zFindingId, title: z.string().max(TITLE_CHARACTERS) })
/** What a sticky comment knows of the burst that wrote it. */
const zCommentState = z.strictObject({
  v: z.literal(1),
  sha: z.string().max(64),
  /** GitHub's run id and attempt, which only grow: an older run never overwrites a newer one's words. */
  run: z.number().int().min(0),
  attempt: z.number().int().min(0),
  /** The run that has the details, when it is another one than `run`. */
  logRun: z.number().int().min(0).optional(),
  findings: z.array(zRemembered).max(REMEMBERED),
  /** Findings of earlier pushes that fail no more. */
  fixed: z.array(zRemembered).max(REMEMBERED),
})
export type CommentState = z.output<typeof zCommentState>

const STATE = /<!-- fuzzburst:state ([A-Za-z0-9_-]*) -->/

/** The state as a comment that shows nothing: base64url, so that no text in it has a meaning. */
export function writeCommentState(state: CommentState): string {
  const remember = (list: CommentState['findings']): CommentState['findings'] =>
    list.slice(0, REMEMBERED).map(({ id, title }) => ({ id, title: wellFormedStart(title, TITLE_CHARACTERS) }))
  const kept = { ...state, findings: remember(state.findings), fixed: remember(state.fixed) }
  return `<!-- fuzzburst:state ${Buffer.from(JSON.stringify(kept)).toString('base64url')} -->`
}

/** The state that a comment's text holds. Whoever may edit comments may have written it. Null when it holds none. */
export function readCommentState(body: string): CommentState | null {
  const text = STATE.exec(body)?.[1]
  if (text === undefined) return null
  try {
    return zCommentState.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    return null
  }
}

/** The text without its state: what a reader sees. */
export function withoutState(body: string): string {
  return body.replace(STATE, '')
}
