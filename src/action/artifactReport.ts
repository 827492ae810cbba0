import { type Report, zReport } from '../report/report.ts'
import { type ArtifactRules, artifactJson, downloadArtifact, readArtifactZip } from './artifactZip.ts'
import { ArtifactRefused } from './errors.ts'
import type { RepositoryCall } from './repositoryCall.ts'

/** Name of the artifact in which a run without a token leaves its report. */
export const REPORT_ARTIFACT = 'fuzzburst-report'
/** Name of the one file in it. */
export const REPORT_FILE = 'report.json'
/** An honest one has some hundred kilobytes. */
const RULES: ArtifactRules = {
  name: REPORT_ARTIFACT,
  zipBytes: 4 * 2 ** 20,
  files: { [REPORT_FILE]: 16 * 2 ** 20 },
}

/**
 * The report that another run left, as it says itself: its code may be anybody's. Undefined when that run left none.
 * @throws ArtifactRefused, and what GitHub answers
 */
export async function downloadReport(call: RepositoryCall, run: number): Promise<Report | undefined> {
  const files = await downloadArtifact(call, run, RULES)
  return files && reportOf(files)
}

/** @throws ArtifactRefused when it is not what this program writes */
export function readReportZip(zip: Uint8Array): Report {
  return reportOf(readArtifactZip(zip, RULES))
}

function reportOf(files: ReadonlyMap<string, Uint8Array>): Report {
  const report = zReport.safeParse(artifactJson(files, REPORT_FILE))
  if (!report.success) throw new ArtifactRefused(`its ${REPORT_FILE} is no report of this version`, report.error)
  return report.data
}
