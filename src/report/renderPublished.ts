import { fittingSection } from './fittingSection.ts'
import { codeSpan } from './markdownText.ts'
import { COMMENT_CHARACTERS } from './renderComment.ts'
import { joinSections } from './renderMarkdown.ts'
import type { ReportFinding } from './report.ts'
import type { SourceBase } from './sourceLink.ts'

/** What a published finding's comment needs besides the finding. */
export interface Published {
  /** The hidden line by which the comment is known again. */
  readonly marker: string
  /** Who published it. */
  readonly author: string
  readonly repositoryUrl: string
  /** The commit that failed; null when the run did not know it. */
  readonly sha: string | null
}

/** A private finding that somebody published: all of it, or what fits, trace and test going first. Pure. */
export function renderPublished(finding: ReportFinding, { marker, author, repositoryUrl, sha }: Published): string {
  const base: SourceBase | null = sha === null ? null : { repositoryUrl, sha, projectPath: '' }
  const by = `<sub>Published by ${codeSpan(author)}${sha === null ? '' : `, found at ${codeSpan(sha.slice(0, 12))}`}.</sub>`
  const most = COMMENT_CHARACTERS - marker.length - 1
  return `${marker}\n${joinSections([fittingSection(finding, base, most), by], most)}`
}
