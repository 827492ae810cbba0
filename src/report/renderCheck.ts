import { callSequence } from './callSequence.ts'
import { findingsTable, foldedFinding } from './findingSection.ts'
import { list, titled } from './markdownParts.ts'
import { escapeMarkdown } from './markdownText.ts'
import { joinSections, verdictMark } from './renderMarkdown.ts'
import type { Report, ReportFinding } from './report.ts'
import { confirmationText, isPreExisting, originText, reportFacts } from './reportFacts.ts'
import { repositoryPath } from './repositoryPath.ts'
import type { SurfaceContext } from './surfaceContext.ts'
import { cutText, visibleText } from './visibleText.ts'

/** Characters of a check's summary and of its text. docs.github.com/rest/checks/runs */
export const CHECK_TEXT_CHARACTERS = 65_535
/** Characters of a title that GitHub shows on one line. */
const TITLE_CHARACTERS = 200
/** An annotation's title, message and raw details may hold 255 characters, 64 KB and 64 KB. docs.github.com/rest/checks/runs */
const ANNOTATION_TITLE_CHARACTERS = 255
const ANNOTATION_MESSAGE_CHARACTERS = 4_000
const ANNOTATION_DETAILS_CHARACTERS = 16_000

/** An annotation of a check run, as the Checks API takes it. */
export interface CheckAnnotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly annotation_level: 'notice' | 'warning' | 'failure'
  readonly title: string
  readonly message: string
  readonly raw_details: string
}

/** A check run's end. */
export interface CheckOutput {
  readonly conclusion: 'success' | 'failure' | 'neutral'
  readonly title: string
  readonly summary: string
  readonly text: string
  readonly annotations: readonly CheckAnnotation[]
}

const conclusions = { passed: 'success', failed: 'failure', neutral: 'neutral' } as const

/**
 * The report as a check run: annotations on the line of each falsified property and on the source line that reverts. Never
 * `success` for what did not run: `neutral`, with the reason first. Pure.
 */
export function renderCheck(report: Report, context: SurfaceContext): CheckOutput {
  const facts = reportFacts(report)
  const summary = joinSections(
    [
      `${verdictMark[report.verdict]} **${escapeMarkdown(facts.headline)}**`,
      context.caveat === undefined ? '' : `*${context.caveat}*`,
      list([...facts.reasons, ...facts.selection].map(escapeMarkdown)),
      findingsTable(report.findings, context),
      titled('Earlier', list(facts.earlier.map(escapeMarkdown))),
      titled('Work', list([facts.targets, ...facts.work, ...facts.audit].map(escapeMarkdown))),
      titled('Cost', list([...facts.money, ...facts.cost].map(escapeMarkdown))),
    ].filter((section) => section !== ''),
    CHECK_TEXT_CHARACTERS,
  )
  const sections = report.findings.map((finding) => foldedFinding(finding, context))
  return {
    conclusion: conclusions[report.verdict],
    title: cutText(facts.headline, TITLE_CHARACTERS),
    summary,
    text: sections.length === 0 ? '' : joinSections(sections, CHECK_TEXT_CHARACTERS),
    annotations: report.findings.flatMap((finding) => annotationsOf(finding, context.projectPath)),
  }
}

function annotationsOf(finding: ReportFinding, projectPath: string): CheckAnnotation[] {
  const origin = originText(finding)
  const lines = [
    cutText(finding.finding.reason, ANNOTATION_MESSAGE_CHARACTERS / 2),
    confirmationText(finding),
    ...(origin === undefined ? [] : [origin]),
    `Replay: ${cutText(finding.replayCommand, ANNOTATION_TITLE_CHARACTERS)}`,
  ]
  const places = [finding.property, finding.failure].filter((place) => place !== null)
  const distinct = places.filter(
    ({ path, line }, i) => places.findIndex((one) => one.path === path && one.line === line) === i,
  )
  return distinct.flatMap((place) => {
    const path = repositoryPath(projectPath, place.path)
    // GitHub counts lines from 1.
    if (path === undefined || place.line < 1) return []
    return {
      path,
      start_line: place.line,
      end_line: place.line,
      annotation_level: isPreExisting(finding) ? ('warning' as const) : ('failure' as const),
      title: cutText(`${finding.id} ${visibleText(finding.title)}`, ANNOTATION_TITLE_CHARACTERS),
      message: lines.join('\n').slice(0, ANNOTATION_MESSAGE_CHARACTERS).toWellFormed(),
      raw_details: callSequence(finding.finding, finding.test)
        .join('\n')
        .slice(0, ANNOTATION_DETAILS_CHARACTERS)
        .toWellFormed(),
    }
  })
}
