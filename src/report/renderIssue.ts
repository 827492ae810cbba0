import { findingFingerprint } from './findingId.ts'
import { findingSection } from './findingSection.ts'
import { COMMENT_CHARACTERS } from './renderComment.ts'
import { joinSections } from './renderMarkdown.ts'
import { type ReportFinding, zFindingId } from './report.ts'
import type { SurfaceContext } from './surfaceContext.ts'
import { cutText } from './visibleText.ts'

/** Characters of an issue's title. GitHub's answer: "title is too long (maximum is 256 characters)" */
const TITLE_CHARACTERS = 256

/** An issue for one finding. */
export interface IssueText {
  readonly title: string
  readonly body: string
}

/** What an issue of ours is about. */
export interface IssueMark {
  /** Over property and reason: it stays when lines move. */
  readonly fingerprint: string
  /** The finding's id when the issue was last written. */
  readonly id: string
}

const MARK = /^<!-- fuzzburst:finding ([0-9a-f]{32}) (F-[0-9a-f]{8}) ([0-9a-f]{16}) -->/

/** A project's mark: the digest in the comment's marker. */
export function projectMark({ marker }: SurfaceContext): string {
  return /[0-9a-f]{16}/.exec(marker)?.[0] ?? '0'.repeat(16)
}

/** A finding as an issue: the same section as everywhere, behind a hidden mark. Pure. */
export function renderIssue(finding: ReportFinding, context: SurfaceContext): IssueText {
  const { fingerprint, id } = markOf(finding)
  const head = `<!-- fuzzburst:finding ${fingerprint} ${id} ${projectMark(context)} -->`
  const sections = [
    findingSection(finding, context),
    `<sub>Found by [this run](${context.runUrl}) at ${context.sha.slice(0, 12)}. This issue is kept up to date, and closed when the input passes.</sub>`,
  ]
  return {
    title: cutText(finding.title, TITLE_CHARACTERS),
    body: `${head}\n${joinSections(sections, COMMENT_CHARACTERS - head.length - 1)}`,
  }
}

/** What a finding's issue is known by. */
export function markOf({ id, finding }: ReportFinding): IssueMark {
  return { id: zFindingId.parse(id), fingerprint: findingFingerprint(finding.target, finding.reason) }
}

/** What an issue's text says it is about; undefined when it is none of this project's. */
export function readIssueMark(body: string, context: SurfaceContext): IssueMark | undefined {
  const [, fingerprint, id, project] = MARK.exec(body) ?? []
  if (fingerprint === undefined || id === undefined || project !== projectMark(context)) return undefined
  return { fingerprint, id }
}
