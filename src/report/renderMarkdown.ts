import { findingSection, findingsTable, foldedFinding } from './findingSection.ts'
import { guardLog } from './guardLog.ts'
import { formatCount, formatDuration, formatMoney } from './humanUnits.ts'
import { details, list, SHOWN_ITEMS, titled } from './markdownParts.ts'
import { codeSpan, escapeMarkdown } from './markdownText.ts'
import type { Report } from './report.ts'
import { isPreExisting, reportFacts, statusText, whereText } from './reportFacts.ts'
import { timelineChart } from './timelineChart.ts'
import { WITHHELD } from './withholdFindings.ts'

/** GitHub drops a whole job summary above this many bytes. docs.github.com, "Workflow commands", step isolation and limits */
export const JOB_SUMMARY_BYTES = 1_048_576
/** Room for the note that says what was cut. */
const NOTE_BYTES = 500
/** Rows of one table; report.json holds all. */
const SHOWN_ROWS = 500

/**
 * The report as GitHub Markdown: `report.md` and the job summary. At most `limitBytes`; what does not fit is left out
 * section by section, least important first in the file's order, and said at the end. Pure.
 */
export function renderMarkdown(report: Report, limitBytes: number = JOB_SUMMARY_BYTES): string {
  const facts = reportFacts(report)
  const [old, fresh] = [report.findings.filter(isPreExisting), report.findings.filter((one) => !isPreExisting(one))]
  const sections: string[] = [
    `## ${verdictMark[report.verdict]} ${escapeMarkdown(facts.headline)}\n\n${escapeMarkdown(facts.subject)}`,
    list(facts.reasons.map((reason) => `**${escapeMarkdown(reason)}**`)),
    timelineChart(report),
    findingsTable(report.findings),
    ...fresh.map((finding) => findingSection(finding)),
    ...old.map((finding) => foldedFinding(finding)),
    titled('Earlier', list(facts.earlier.map(escapeMarkdown))),
    titled(
      'Not confirmed',
      list(
        report.unconfirmed.map(
          ({ target, reason, slice }) =>
            `${codeSpan(target)}: ${codeSpan(reason)} (${codeSpan(slice)}); no replay showed it again`,
        ),
      ),
    ),
    titled('Work', list([facts.targets, ...facts.selection, ...facts.work].map(escapeMarkdown))),
    titled('Slices without a result', list(facts.limited.map(escapeMarkdown))),
    titled('Left out', list(facts.cut.map(escapeMarkdown))),
    titled('Audits', list(facts.audit.map(escapeMarkdown))),
    titled('Money', list([...facts.money, ...facts.cost].map(escapeMarkdown))),
    titled('Notes', list(facts.notes.map(escapeMarkdown))),
    workersSection(report),
    targetsSection(report),
  ].filter((section) => section !== '')
  return joinSections(sections, limitBytes)
}

/** The verdict at a glance. */
export const verdictMark = { failed: '\u274c', passed: '\u2705', neutral: '\u26a0\ufe0f' } as const

function targetsSection(report: Report): string {
  if (report.targets.every(({ id }) => id === WITHHELD)) return ''
  const rows = report.targets
    .slice(0, SHOWN_ROWS)
    .map(
      (target) =>
        `| ${statusText(target.status)} | ${codeSpan(target.id)} | ${formatCount(target.executions)} | ${escapeMarkdown(whereText(target) ?? 'on the pool')} |`,
    )
  const more = report.targets.length - rows.length
  const table = ['| Status | Target | Executions | Where |', '| --- | --- | ---: | --- |', ...rows].join('\n')
  return details('All targets', more > 0 ? `${table}\n\n${more} more are in report.json.` : table)
}

function workersSection({ workers, money }: Report): string {
  if (workers.length === 0) return ''
  const rows = workers.slice(0, SHOWN_ROWS).map((worker) => {
    const earned = money === null ? '' : escapeMarkdown(formatMoney(worker.earnedUnits, money))
    const refused = worker.refused
      .slice(0, SHOWN_ITEMS)
      .map(({ slot, reason, text }) => `slot ${slot}: ${escapeMarkdown(`${reason}, ${text}`)}`)
    return `| ${codeSpan(worker.worker)} | ${worker.slicesDone} | ${formatDuration(worker.cpuSeconds)} | ${earned} | ${refused.join('; ')} |`
  })
  const table = [
    '| Worker | Slices | Processor time | Earned | Not paid |',
    '| --- | ---: | ---: | ---: | --- |',
    ...rows,
  ]
  return details('Workers', table.join('\n'))
}

/** Sections as one text within a limit; what does not fit is counted at the end. */
export function joinSections(sections: readonly string[], limitBytes: number): string {
  const kept: string[] = []
  let bytes = NOTE_BYTES
  for (const section of sections) {
    const length = Buffer.byteLength(section) + 2
    if (bytes + length > limitBytes) continue
    kept.push(section)
    bytes += length
  }
  const dropped = sections.length - kept.length
  if (dropped > 0)
    kept.push(
      `> ${dropped} of ${sections.length} sections did not fit into ${limitBytes} bytes and are left out here. report\\.json holds everything.`,
    )
  return `${guardLog(kept.join('\n\n'))}\n`
}
