import { callSequence } from './callSequence.ts'
import { details, list } from './markdownParts.ts'
import { codeSpan, escapeMarkdown, fencedBlock } from './markdownText.ts'
import type { ReportFinding } from './report.ts'
import { confirmationText, findingPlace, isFlaky, isPreExisting, originText } from './reportFacts.ts'
import { type SourceBase, sourceLink } from './sourceLink.ts'
import { WITHHELD } from './withholdFindings.ts'

/** Rows of the table; what follows it shows the rest. */
const SHOWN_ROWS = 100

/** All that is known of a finding, as Markdown: reason, places, calls, how to replay it with and without fuzzburst. */
export function findingSection(finding: ReportFinding, base: SourceBase | null = null): string {
  return [`### ${finding.id} ${codeSpan(finding.title)}`, findingBody(finding, base)].join('\n\n')
}

/** The same, folded. */
export function foldedFinding(finding: ReportFinding, base: SourceBase | null = null): string {
  const summary = `${marks(finding)} ${finding.id}`
  return details(summary, [codeSpan(finding.title), findingBody(finding, base)].join('\n\n'))
}

function findingBody(finding: ReportFinding, base: SourceBase | null): string {
  const place = (name: string, at: { path: string; line: number } | null): string[] =>
    at === null ? [] : [`${name} ${sourceLink(at, base)}`]
  if (finding.title === WITHHELD)
    return 'The details are withheld: findings are private. The files on the runner hold them.'
  const origin = originText(finding)
  const parts = [
    list([
      codeSpan(finding.finding.reason),
      ...place('Fails at', finding.failure),
      ...place('Property', finding.property),
      escapeMarkdown(confirmationText(finding)),
      ...(origin === undefined ? [] : [escapeMarkdown(origin)]),
    ]),
    fencedBlock(callSequence(finding.finding, finding.test).join('\n'), 'solidity'),
    `Replay: ${codeSpan(finding.replayCommand)}`,
  ]
  if (finding.repro)
    parts.push(
      details(
        `Without fuzzburst: a test, seen to fail: ${finding.id}`,
        `Save it as ${codeSpan(`test/${finding.repro.fileName}`)} and run ${codeSpan(finding.repro.forgeCommand)}\n\n${fencedBlock(finding.repro.source, 'solidity')}`,
      ),
    )
  else if (finding.reproImpossible !== null) parts.push(`No repro test: ${codeSpan(finding.reproImpossible)}`)
  if (finding.trace !== '') parts.push(details(`Trace of ${finding.id}`, fencedBlock(finding.trace, 'text')))
  return parts.join('\n\n')
}

/** What a finding is at a glance, in our own words. */
function marks(finding: ReportFinding): string {
  const origin = finding.origin === null ? 'Finding' : isPreExisting(finding) ? 'Not new' : 'New'
  return isFlaky(finding) ? `${origin}, flaky` : origin
}

/** One row a finding: what, where, how sure. */
export function findingsTable(findings: readonly ReportFinding[], base: SourceBase | null = null): string {
  if (findings.length === 0) return ''
  const rows = findings.slice(0, SHOWN_ROWS).map((finding) => {
    const place = findingPlace(finding)
    return `| ${finding.id} | ${marks(finding)} | ${codeSpan(finding.title)} | ${place === null ? '' : sourceLink(place, base)} | ${finding.reproduced} of ${finding.replays} |`
  })
  const more = findings.length - rows.length
  const table = ['| Finding | | Property | Fails at | Replays |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')
  return more > 0 ? `${table}\n\n${more} more follow.` : table
}
