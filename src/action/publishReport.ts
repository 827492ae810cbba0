import path from 'node:path'
import { formatUnits } from '../report/humanUnits.ts'
import { renderAnnotations } from '../report/renderAnnotations.ts'
import { JOB_SUMMARY_BYTES, renderMarkdown } from '../report/renderMarkdown.ts'
import { renderSarif } from '../report/renderSarif.ts'
import { renderTerminal } from '../report/renderTerminal.ts'
import type { Report } from '../report/report.ts'
import { withholdFindings } from '../report/withholdFindings.ts'
import { writeWhole } from '../requester/projectState.ts'
import type { FindingsKey } from '../requester/sealedFindings.ts'
import { writeOutputs } from '../requester/writeOutputs.ts'
import type { Place } from './place.ts'
import { postSurfaces, type Surfaces } from './postSurfaces.ts'
import type { Runner } from './runner.ts'
import { writeSealed } from './sealedArtifact.ts'

/** Who may see findings. */
export interface Privacy {
  readonly isPrivate: boolean
  /** Whom private ones are sealed to. */
  readonly key: FindingsKey | null
  /** `owner/name`, sealed with them. */
  readonly repository: string
}

/** Room for what a night adds to the summary, in bytes. */
const TREND_BYTES = 16_384
/** Columns of a job's log before it wraps. */
const LOG_WIDTH = 120

/**
 * Shows a report everywhere the Action shows one: files, log, outputs, GitHub, annotations, summary. Annotations of the log
 * are for jobs that cannot make a check run: twice on one line they are noise.
 * @param github null without a token
 * @param privacy private: shows ids and counts only, and seals the rest to the key, when there is one
 */
export async function publishReport(
  report: Report,
  place: Place,
  stateDir: string,
  runner: Runner,
  github: Pick<Surfaces, 'github' | 'context' | 'caveat'> | null,
  privacy: Privacy,
): Promise<void> {
  const { isPrivate, key } = privacy
  const shown = isPrivate ? withholdFindings(report) : report
  // Files stay on the runner, whose job decides what becomes of them. With a key to seal to, they need no details either.
  const filed = isPrivate && key !== null ? shown : report
  await writeOutputs(stateDir, filed)
  const sarif = path.join(stateDir, 'report.sarif')
  // Code scanning wants paths from the repository's root, not from the project's.
  await writeWhole(sarif, `${JSON.stringify(renderSarif(filed, place.projectPath), null, 2)}\n`)
  runner.say(renderTerminal(shown, { color: false, width: LOG_WIDTH }))
  runner.setOutput('verdict', report.verdict)
  runner.setOutput('findings', String(report.findings.length))
  runner.setOutput('spent', report.money === null ? '' : formatUnits(spentUnits(report.money), report.money.decimals))
  runner.setOutput('job', report.job ?? '')
  runner.setOutput('report-json', path.join(stateDir, 'report.json'))
  runner.setOutput('report-sarif', sarif)
  runner.setOutput('repro', path.join(stateDir, 'repro'))
  if (isPrivate && key !== null)
    runner.setOutput('findings-sealed', await writeSealed(stateDir, privacy.repository, report, key))
  // A night's trend follows, and GitHub drops the summary of a step whole.
  await runner.addSummary(renderMarkdown(shown, JOB_SUMMARY_BYTES - TREND_BYTES))
  const { projectPath } = place
  const surfaces = github && { ...github, projectPath, isPrivate, say: runner.say }
  const posted = surfaces && (await postSurfaces(shown, surfaces))
  if (posted?.check !== true) for (const command of renderAnnotations(shown, projectPath)) runner.command(command)
}

function spentUnits(money: NonNullable<Report['money']>): bigint {
  return money.paidUnits + money.relayerFeeUnits
}
