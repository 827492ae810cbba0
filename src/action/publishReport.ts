import path from 'node:path'
import { formatUnits } from '../report/humanUnits.ts'
import { renderAnnotations } from '../report/renderAnnotations.ts'
import { renderMarkdown } from '../report/renderMarkdown.ts'
import { renderSarif } from '../report/renderSarif.ts'
import { renderTerminal } from '../report/renderTerminal.ts'
import type { Report } from '../report/report.ts'
import { writeWhole } from '../requester/projectState.ts'
import { writeOutputs } from '../requester/writeOutputs.ts'
import type { Place } from './place.ts'
import type { Runner } from './runner.ts'

/** Columns of a job's log before it wraps. */
const LOG_WIDTH = 120

/** Shows a report everywhere the Action shows one: log, annotations, summary, outputs, files. */
export async function publishReport(report: Report, place: Place, stateDir: string, runner: Runner): Promise<void> {
  await writeOutputs(stateDir, report)
  const sarif = path.join(stateDir, 'report.sarif')
  // Code scanning wants paths from the repository's root, not from the project's.
  await writeWhole(sarif, `${JSON.stringify(renderSarif(report, place.projectPath), null, 2)}\n`)
  runner.say(renderTerminal(report, { color: false, width: LOG_WIDTH }))
  for (const command of renderAnnotations(report, place.projectPath)) runner.command(command)
  await runner.addSummary(renderMarkdown(report))
  runner.setOutput('verdict', report.verdict)
  runner.setOutput('findings', String(report.findings.length))
  runner.setOutput('spent', report.money === null ? '' : formatUnits(spentUnits(report.money), report.money.decimals))
  runner.setOutput('job', report.job ?? '')
  runner.setOutput('report-json', path.join(stateDir, 'report.json'))
  runner.setOutput('report-sarif', sarif)
  runner.setOutput('repro', path.join(stateDir, 'repro'))
}

function spentUnits(money: NonNullable<Report['money']>): bigint {
  return money.paidUnits + money.relayerFeeUnits
}
