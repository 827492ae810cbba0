import { callSequence } from './callSequence.ts'
import { findingFingerprint } from './findingId.ts'
import type { Report, ReportFinding } from './report.ts'
import { confirmationText, findingPlace, reportFacts, statusText } from './reportFacts.ts'
import { repositoryPath } from './repositoryPath.ts'
import { cutText, visibleText, wellFormedStart } from './visibleText.ts'

/** Results of one run that GitHub keeps of the 25,000 that it takes. docs.github.com, "SARIF support for code scanning", limits */
export const SARIF_RESULTS = 5_000
/** Characters of one message: more is not shown, and 10 MB compressed is the limit of a file. */
const MESSAGE_CHARACTERS = 4_000
/** Notifications for targets without a result. */
const NOTIFICATIONS = 1_000

const rules = [
  {
    id: 'fuzz-property',
    name: 'FuzzPropertyFalsified',
    shortDescription: { text: 'A fuzz test fails for some input' },
    fullDescription: { text: 'An input was found, and replayed, for which this stateless fuzz test fails.' },
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['fuzzing', 'smart-contract'], precision: 'very-high' },
  },
  {
    id: 'invariant',
    name: 'InvariantBroken',
    shortDescription: { text: 'A sequence of calls breaks an invariant' },
    fullDescription: { text: 'A sequence of calls was found, and replayed, after which this invariant does not hold.' },
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['fuzzing', 'smart-contract'], precision: 'very-high' },
  },
] as const

/** A SARIF document as plain data, ready for `JSON.stringify`. */
export interface SarifLog {
  readonly $schema: string
  readonly version: '2.1.0'
  readonly runs: readonly object[]
}

/**
 * The report as SARIF 2.1.0 for code scanning. Fingerprints hold across seeds and, apart from the line, across edits. A
 * finding without a known place is shown at `foundry.toml`, because GitHub drops results without one. Pure.
 *
 * @param projectPath where the project lies in the repository, empty for its root
 * @param most results; what is left out is said in `properties.truncated`
 */
export function renderSarif(report: Report, projectPath = '', most = SARIF_RESULTS): SarifLog {
  const results = report.findings.slice(0, Math.min(most, SARIF_RESULTS))
  const facts = reportFacts(report)
  const withoutResult = report.targets.filter(({ status }) => status === 'not-run' || status === 'engine-error')
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: visibleText(report.tool.version),
            rules,
          },
        },
        automationDetails: { id: 'fuzzburst/' },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.verdict !== 'neutral' && withoutResult.length === 0,
            startTimeUtc: new Date(report.startedAt * 1_000).toISOString(),
            endTimeUtc: new Date(report.finishedAt * 1_000).toISOString(),
            toolExecutionNotifications: [
              ...facts.reasons.map((text) => ({ level: 'warning', message: message([text]) })),
              ...withoutResult.slice(0, NOTIFICATIONS).map((target) => ({
                level: 'warning',
                message: message([`${statusText(target.status)}: ${target.id}`]),
              })),
            ],
          },
        ],
        results: results.map((finding) => sarifResult(finding, projectPath)),
        ...(report.findings.length > results.length
          ? { properties: { truncated: `${results.length} of ${report.findings.length} findings` } }
          : {}),
      },
    ],
  }
}

function sarifResult(finding: ReportFinding, projectPath: string) {
  const place = findingPlace(finding)
  const property = finding.property
  return {
    ruleId: finding.kind === 'fuzz' ? rules[0].id : rules[1].id,
    ruleIndex: finding.kind === 'fuzz' ? 0 : 1,
    level: 'error',
    message: message([
      `${finding.id} ${finding.title}: ${finding.finding.reason}`,
      ...callSequence(finding.finding, finding.test),
      `Replay: ${finding.replayCommand}`,
      confirmationText(finding),
    ]),
    locations: [location(place, projectPath)],
    ...(property !== null && property !== place
      ? { relatedLocations: [{ id: 1, ...location(property, projectPath), message: { text: 'The property' } }] }
      : {}),
    partialFingerprints: {
      'fuzzburstFinding/v1': finding.id,
      'fuzzburstProperty/v1': findingFingerprint(finding.finding.target, finding.finding.reason),
    },
  }
}

function location(place: { readonly path: string; readonly line: number } | null, projectPath: string) {
  const known = place === null ? undefined : repositoryPath(projectPath, place.path)
  const path = known ?? repositoryPath(projectPath, 'foundry.toml') ?? 'foundry.toml'
  const line = known === undefined ? 1 : Math.max(1, place?.line ?? 1)
  return {
    physicalLocation: {
      artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
      region: { startLine: line },
    },
  }
}

/** Plain text of a SARIF message: brackets would be embedded links (SARIF 2.1.0, section 3.11.6), braces placeholders (3.11.5). */
function message(lines: readonly string[]): { readonly text: string } {
  const text = lines
    .map((line) => cutText(line, MESSAGE_CHARACTERS))
    .join('\n')
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/\{(\d+)\}/g, '{{$1}}')
  return {
    text:
      text.length <= MESSAGE_CHARACTERS
        ? text
        : `${wellFormedStart(text, MESSAGE_CHARACTERS - 2).replace(/\\+$/, '')}\u2026`,
  }
}
