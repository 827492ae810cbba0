import type { Report, ReportFinding } from './report.ts'

/** What stands where a detail is withheld. */
export const WITHHELD = 'withheld (findings: private)'

/**
 * The report as strangers may see it when findings are private: how many there are and their ids, and nothing that leads
 * to them. Which targets there are is withheld too. Pure.
 */
export function withholdFindings(report: Report): Report {
  return {
    ...report,
    findings: report.findings.map(withhold),
    unconfirmed: report.unconfirmed.map(({ slice }) => ({ target: WITHHELD, reason: WITHHELD, slice })),
    earlier: report.earlier && {
      ...report.earlier,
      passed: report.earlier.passed.map(({ id }) => ({ id, title: WITHHELD })),
    },
    targets: withholdTargets(report.targets),
    audit: { ...report.audit, mismatches: report.audit.mismatches.map((one) => ({ ...one, text: WITHHELD })) },
    verdictReasons: report.verdictReasons.filter((reason) => !reason.startsWith('Failed without an input')),
    notes: report.notes.filter(({ kind }) => kind !== 'unit-test-failed'),
    work: { ...report.work, limited: [] },
  }
}

/**
 * How many ended how. A list of those that passed would name the others to whoever has the sources, and so would the order
 * of a list without names.
 */
function withholdTargets(targets: Report['targets']): Report['targets'] {
  return targets
    .map((target) => ({ ...target, id: WITHHELD, property: null }))
    .sort((a, b) => (a.status < b.status ? -1 : Number(a.status > b.status)) || a.executions - b.executions)
}

function withhold(finding: ReportFinding): ReportFinding {
  return {
    ...finding,
    title: WITHHELD,
    contract: WITHHELD,
    test: WITHHELD,
    finding: { target: WITHHELD, reason: WITHHELD, input: { kind: 'single', calldata: '0x', args: null } },
    property: null,
    failure: null,
    trace: '',
    repro: null,
    reproImpossible: null,
    originWhy: null,
    replayCommand: WITHHELD,
  }
}
