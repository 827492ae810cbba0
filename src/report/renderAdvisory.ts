import { sha256 } from '../protocol/digest.ts'
import { fittingSection } from './fittingSection.ts'
import { markOf, projectMark } from './renderIssue.ts'
import { joinSections } from './renderMarkdown.ts'
import type { ReportFinding } from './report.ts'
import type { SurfaceContext } from './surfaceContext.ts'
import { cutText } from './visibleText.ts'

/** GitHub's description of `repository-advisory-create`: `maxLength` of both. */
const SUMMARY_CHARACTERS = 1_024
const DESCRIPTION_CHARACTERS = 65_535

/** A draft security advisory for one finding. */
export interface AdvisoryText {
  readonly summary: string
  readonly description: string
}

/** What a draft of ours is about. */
export interface AdvisoryMark {
  /** Over property and reason: it stays when lines move. */
  readonly fingerprint: string
  /** Over what this program wrote below the mark, the line that names the run apart. */
  readonly written: string
  /** Whether somebody has changed that since. */
  readonly isEdited: boolean
}

const MARK = /^<!-- fuzzburst:advisory ([0-9a-f]{32}) ([0-9a-f]{16}) ([0-9a-f]{16}) -->\n/

/** A finding as a draft advisory: the same section as everywhere, behind a hidden mark. Pure. */
export function renderAdvisory(finding: ReportFinding, context: SurfaceContext): AdvisoryText {
  const head = (written: string): string =>
    `<!-- fuzzburst:advisory ${markOf(finding).fingerprint} ${projectMark(context)} ${written} -->\n`
  // Characters that are not ASCII are more bytes than characters: what fits in bytes fits.
  const most = DESCRIPTION_CHARACTERS - head('0'.repeat(16)).length
  const run = `<sub>Found by [this run](${context.runUrl}) at ${context.sha.slice(0, 12)}. Kept up to date until somebody edits, closes or publishes it.</sub>`
  const body = joinSections([fittingSection(finding, context, most), run], most)
  return { summary: cutText(finding.title, SUMMARY_CHARACTERS), description: `${head(digestOf(body))}${body}` }
}

/** What a draft's text says it is about; undefined when it is none of this project's. */
export function readAdvisory(description: string, context: SurfaceContext): AdvisoryMark | undefined {
  const text = description.replaceAll('\r\n', '\n')
  const [head = '', fingerprint, project, written] = MARK.exec(text) ?? []
  if (fingerprint === undefined || written === undefined || project !== projectMark(context)) return undefined
  return { fingerprint, written, isEdited: digestOf(text.slice(head.length)) !== written }
}

/** Of the text without the line that names the run: a draft is not written anew for that. */
function digestOf(body: string): string {
  return sha256(body.replace(/<sub>Found by .*<\/sub>/, '').trim()).slice(2, 18)
}
