import { type CommentState, writeCommentState } from './commentState.ts'
import { findingsTable, foldedFinding } from './findingSection.ts'
import { details, list, titled } from './markdownParts.ts'
import { codeSpan, escapeMarkdown } from './markdownText.ts'
import { joinSections, verdictMark } from './renderMarkdown.ts'
import type { Report } from './report.ts'
import { isPreExisting, reportFacts } from './reportFacts.ts'
import type { SurfaceContext } from './surfaceContext.ts'

/** Characters that GitHub takes for one comment. Its answer: "body is too long (maximum is 65536 characters)" */
export const COMMENT_CHARACTERS = 65_536

/**
 * The one comment of a pull request: verdict and table first, each finding folded, what was fixed since the last push
 * struck through. Pure.
 * @param previous what the comment said before; null when there is none
 */
export function renderComment(report: Report, context: SurfaceContext, previous: CommentState | null): string {
  const facts = reportFacts(report)
  const state = nextState(report, context, previous)
  const fresh = report.findings.filter((finding) => !isPreExisting(finding))
  const old = report.findings.filter(isPreExisting)
  const unseen = (previous?.findings ?? []).filter(
    // Lines that move give a finding another id; its title stays.
    ({ id, title }) =>
      !state.findings.some((one) => one.id === id || one.title.startsWith(title)) &&
      !state.fixed.some((one) => one.id === id),
  )
  const sections = [
    `### ${verdictMark[report.verdict]} ${escapeMarkdown(facts.headline)}`,
    context.caveat === undefined ? '' : `*${context.caveat}*`,
    list([...facts.reasons, ...facts.selection].map(escapeMarkdown)),
    findingsTable(fresh, context),
    ...fresh.map((finding) => foldedFinding(finding, context)),
    titled('Fixed since an earlier push', list(state.fixed.map(({ id, title }) => `~~${id} ${codeSpan(title)}~~`))),
    titled(
      'Not seen again',
      list(unseen.map(({ id, title }) => `${id} ${codeSpan(title)}: it was not executed again, so it may still fail`)),
    ),
    old.length === 0
      ? ''
      : details(
          `On the base commit too: ${old.length}`,
          [findingsTable(old, context), ...old.map((finding) => foldedFinding(finding, context))].join('\n\n'),
        ),
    details(
      'What ran, and what it cost',
      list([facts.targets, ...facts.work, ...facts.audit, ...facts.money, ...facts.cost].map(escapeMarkdown)),
    ),
    `<sub>${escapeMarkdown(facts.subject)} · [this run](${context.runUrl})</sub>`,
  ].filter((section) => section !== '')
  const head = [context.marker, writeCommentState(state)].join('\n')
  return `${head}\n${joinSections(sections, COMMENT_CHARACTERS - head.length - 1)}`
}

function nextState(report: Report, context: SurfaceContext, previous: CommentState | null): CommentState {
  const findings = report.findings.map(({ id, title }) => ({ id, title }))
  const isThere = ({ id }: { readonly id: string }): boolean => findings.some((one) => one.id === id)
  const passed = new Set((report.earlier?.passed ?? []).map(({ id }) => id))
  const fixed = [
    ...(previous?.fixed ?? []),
    // What was not executed again is not called fixed.
    ...(previous?.findings ?? []).filter(({ id }) => passed.has(id)),
  ].filter((one) => !isThere(one))
  return {
    v: 1,
    sha: context.sha,
    run: context.run,
    attempt: context.attempt,
    ...(context.logRun !== undefined && { logRun: context.logRun }),
    findings,
    fixed: fixed.filter(({ id }, i) => fixed.findIndex((one) => one.id === id) === i),
  }
}
