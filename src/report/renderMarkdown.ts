import { callSequence } from './callSequence.ts'
import { guardLog } from './guardLog.ts'
import { formatCount, formatDuration, formatMoney } from './humanUnits.ts'
import { codeSpan, escapeMarkdown, fencedBlock } from './markdownText.ts'
import type { Report, ReportFinding } from './report.ts'
import { confirmationText, reportFacts, statusText, whereText } from './reportFacts.ts'

/** GitHub drops a whole job summary above this many bytes. docs.github.com, "Workflow commands", step isolation and limits */
export const JOB_SUMMARY_BYTES = 1_048_576
/** Room for the note that says what was cut. */
const NOTE_BYTES = 500
/** Rows of one table; report.json holds all. */
const SHOWN_ROWS = 500
/** Items of one list. */
const SHOWN_ITEMS = 100

/**
 * The report as GitHub Markdown: `report.md` and the job summary. At most `limitBytes`; what does not fit is left out
 * section by section, least important first in the file's order, and said at the end. Pure.
 */
export function renderMarkdown(report: Report, limitBytes: number = JOB_SUMMARY_BYTES): string {
  const facts = reportFacts(report)
  const sections: string[] = [
    `## ${verdictMark[report.verdict]} ${escapeMarkdown(facts.headline)}\n\n${escapeMarkdown(facts.subject)}`,
    list(facts.reasons.map((reason) => `**${escapeMarkdown(reason)}**`)),
    ...report.findings.map(findingSection),
    titled(
      'Not confirmed',
      list(
        report.unconfirmed.map(
          ({ target, reason, slice }) =>
            `${codeSpan(target)}: ${codeSpan(reason)} (${codeSpan(slice)}); no replay showed it again`,
        ),
      ),
    ),
    titled('Work', list([facts.targets, ...facts.work].map(escapeMarkdown))),
    titled('Slices without a result', list(facts.limited.map(escapeMarkdown))),
    titled('Left out', list(facts.cut.map(escapeMarkdown))),
    titled('Audits', list(facts.audit.map(escapeMarkdown))),
    titled('Money', list(facts.money.map(escapeMarkdown))),
    titled('Notes', list(facts.notes.map(escapeMarkdown))),
    workersSection(report),
    targetsSection(report),
  ].filter((section) => section !== '')
  return join(sections, limitBytes)
}

const verdictMark = { failed: '\u274c', passed: '\u2705', neutral: '\u26a0\ufe0f' } as const

function findingSection(finding: ReportFinding): string {
  const place = (name: string, at: { path: string; line: number } | null): string[] =>
    at === null ? [] : [`${name} ${codeSpan(`${at.path}:${at.line}`)}`]
  const parts = [
    `### ${finding.id} ${codeSpan(finding.title)}`,
    list([
      codeSpan(finding.finding.reason),
      ...place('Fails at', finding.failure),
      ...place('Property', finding.property),
      escapeMarkdown(confirmationText(finding)),
    ]),
    fencedBlock(callSequence(finding.finding, finding.test).join('\n'), 'solidity'),
    `Replay: ${codeSpan(finding.replayCommand)}`,
  ]
  if (finding.repro)
    parts.push(
      details(
        `Test, seen to fail: ${finding.id}`,
        `${codeSpan(`repro/${finding.repro.fileName}`)}, run by ${codeSpan(finding.repro.forgeCommand)}\n\n${fencedBlock(finding.repro.source, 'solidity')}`,
      ),
    )
  else if (finding.reproImpossible !== null) parts.push(`No repro test: ${codeSpan(finding.reproImpossible)}`)
  if (finding.trace !== '') parts.push(details(`Trace of ${finding.id}`, fencedBlock(finding.trace, 'text')))
  return parts.join('\n\n')
}

function targetsSection(report: Report): string {
  if (report.targets.length === 0) return ''
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

function titled(title: string, body: string): string {
  return body === '' ? '' : `### ${title}\n\n${body}`
}

function list(items: readonly string[]): string {
  const more = items.length - SHOWN_ITEMS
  const shown = items.slice(0, SHOWN_ITEMS).map((item) => `- ${item}`)
  return (more > 0 ? [...shown, `- and ${more} more in report.json`] : shown).join('\n')
}

/** @param summary of ours: plain words and ids, no hostile text */
function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`
}

function join(sections: readonly string[], limitBytes: number): string {
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
