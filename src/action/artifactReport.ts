import { unzipSync } from 'fflate'
import { type Report, zReport } from '../report/report.ts'
import { ArtifactRefused } from './errors.ts'
import type { RepositoryCall } from './repositoryCall.ts'

/** Name of the artifact in which a run without a token leaves its report. */
export const REPORT_ARTIFACT = 'fuzzburst-report'
/** Name of the one file in it that is read. */
export const REPORT_FILE = 'report.json'
/** Bytes of the archive, and of the report in it. An honest one has some hundred kilobytes. */
const ZIP_BYTES = 4 * 2 ** 20
const REPORT_BYTES = 16 * 2 ** 20

/**
 * The report that another run left, as it says itself: its code may be anybody's. The archive is read in memory, and of it
 * one file by its exact name; no path of it is ever used. Undefined when that run left none.
 * @throws ArtifactRefused, and what GitHub answers
 */
export async function downloadReport(
  { github, ...repository }: RepositoryCall,
  run: number,
): Promise<Report | undefined> {
  const { data } = await github.rest.actions.listWorkflowRunArtifacts({
    ...repository,
    run_id: run,
    name: REPORT_ARTIFACT,
    per_page: 100,
  })
  // A run that was started again leaves one an attempt; the newest counts.
  const artifact = data.artifacts.filter(({ expired }) => !expired).sort((a, b) => b.id - a.id)[0]
  if (artifact === undefined) return undefined
  if (artifact.size_in_bytes > ZIP_BYTES) throw new ArtifactRefused(`it has ${artifact.size_in_bytes} bytes`)
  const { data: zip } = await github.rest.actions.downloadArtifact({
    ...repository,
    artifact_id: artifact.id,
    archive_format: 'zip',
  })
  return readReportZip(new Uint8Array(zip as ArrayBuffer))
}

/** @throws ArtifactRefused when it is not what this program writes */
export function readReportZip(zip: Uint8Array): Report {
  if (zip.length > ZIP_BYTES) throw new ArtifactRefused(`it has ${zip.length} bytes`)
  let text: string
  try {
    const files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (name !== REPORT_FILE) return false
        if (originalSize > REPORT_BYTES) throw new ArtifactRefused(`its ${REPORT_FILE} has ${originalSize} bytes`)
        return true
      },
    })
    const file = files[REPORT_FILE]
    if (file === undefined) throw new ArtifactRefused(`it has no ${REPORT_FILE}`)
    text = new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch (cause) {
    if (cause instanceof ArtifactRefused) throw cause
    throw new ArtifactRefused('it is no archive that can be read', cause)
  }
  try {
    return zReport.parse(JSON.parse(text))
  } catch (cause) {
    throw new ArtifactRefused(`its ${REPORT_FILE} is no report of this version`, cause)
  }
}
