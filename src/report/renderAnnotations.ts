import { callSequence } from './callSequence.ts'
import type { Report, ReportFinding } from './report.ts'
import { confirmationText, findingPlace, reportFacts, statusText } from './reportFacts.ts'
import { repositoryPath } from './repositoryPath.ts'
import { type Annotation, workflowCommand } from './workflowCommand.ts'

/** Annotations of each level that GitHub shows of one step. docs.github.com, "Workflow commands", limits of annotations */
export const ANNOTATIONS_PER_LEVEL = 10

/**
 * The report as workflow commands, one a line: an error for each finding on its line, a warning for all that keeps a burst
 * from being green. Where GitHub would drop some silently, the last one of its level says how many there are. Pure.
 *
 * @param projectPath where the project lies in the repository (`packages/contracts`), empty for its root
 */
export function renderAnnotations(report: Report, projectPath = ''): string[] {
  const errors = report.findings.map((finding) => findingAnnotation(finding, projectPath))
  const facts = reportFacts(report)
  const warn = (title: string, text: string): Annotation => ({ level: 'warning', title, lines: [text] })
  const warnings = [
    ...facts.reasons.map((reason) => warn('Fuzzburst', reason)),
    ...report.unconfirmed.map(({ target, reason }) => warn(`Not confirmed: ${target}`, reason)),
    ...report.targets
      .filter(({ status }) => status === 'not-run' || status === 'engine-error')
      .map((target): Annotation => {
        const file = target.property === null ? undefined : repositoryPath(projectPath, target.property.path)
        return {
          ...warn(`${statusText(target.status)}: ${target.id}`, 'This property says nothing about this commit.'),
          ...(file === undefined ? {} : { file, line: target.property?.line }),
        }
      }),
    ...report.audit.mismatches.map(({ worker, text }) => warn(`Audit of ${worker}`, text)),
    ...facts.cut.map((cut) => warn('Campaign shortened', cut)),
  ]
  return [...withinLimit(errors), ...withinLimit(warnings)].map(workflowCommand)
}

function findingAnnotation(finding: ReportFinding, projectPath: string): Annotation {
  const place = findingPlace(finding)
  const file = place === null ? undefined : repositoryPath(projectPath, place.path)
  return {
    level: 'error',
    title: `${finding.id} ${finding.title}`,
    lines: [
      finding.finding.reason,
      `Replay: ${finding.replayCommand}`,
      confirmationText(finding),
      'Call sequence:',
      ...callSequence(finding.finding, finding.test).map((line) => `  ${line}`),
    ],
    ...(file === undefined || place === null ? {} : { file, line: place.line }),
  }
}

function withinLimit(annotations: readonly Annotation[]): Annotation[] {
  if (annotations.length <= ANNOTATIONS_PER_LEVEL) return [...annotations]
  const shown = annotations.slice(0, ANNOTATIONS_PER_LEVEL - 1)
  const more = annotations.length - shown.length
  return [
    ...shown,
    {
      level: annotations[0]!.level,
      title: `and ${more} more`,
      lines: [
        `${annotations.length} in all; GitHub shows ${ANNOTATIONS_PER_LEVEL} of a step. The job summary and report.json hold all of them.`,
      ],
    },
  ]
}
