import { join } from 'node:path'
import { visibleText } from '../report/visibleText.ts'
import { REPORT_ARTIFACT, REPORT_FILE } from './artifactReport.ts'
import type { Storage } from './loadStorage.ts'

/** Days that the artifact is kept: the workflow that posts it runs at once. */
const RETENTION_DAYS = 1

/** Leaves the report as an artifact for a workflow that may post it. One line says whether it worked. */
export async function leaveReport(
  storage: Storage | null,
  stateDir: string,
  say: (line: string) => void,
): Promise<void> {
  if (storage === null) {
    say('the report is left for nobody: this job has no service for artifacts')
    return
  }
  try {
    await storage.artifacts().uploadArtifact(REPORT_ARTIFACT, [join(stateDir, REPORT_FILE)], stateDir, {
      retentionDays: RETENTION_DAYS,
    })
    say(`left the report as the artifact ${REPORT_ARTIFACT}`)
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    say(`the report could not be left as an artifact: ${visibleText(text.split('\n')[0] ?? '').slice(0, 200)}`)
  }
}
