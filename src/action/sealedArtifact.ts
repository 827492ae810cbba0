import { join } from 'node:path'
import type { Report } from '../report/report.ts'
import { visibleText } from '../report/visibleText.ts'
import { writeWhole } from '../requester/projectState.ts'
import {
  type FindingsKey,
  type FindingsSecret,
  openFindings,
  type SealedFindings,
  sealFindings,
} from '../requester/sealedFindings.ts'
import { type ArtifactRules, downloadArtifact } from './artifactZip.ts'
import type { Storage } from './loadStorage.ts'
import type { RepositoryCall } from './repositoryCall.ts'

const ARTIFACT = 'fuzzburst-findings'
/** The file of the state folder, and of the artifact, that holds findings for a maintainer's key. */
const FILE = 'findings.jwe'
/** Days in which a maintainer can publish a finding by a comment. */
const RETENTION_DAYS = 30

const RULES: ArtifactRules = { name: ARTIFACT, zipBytes: 64 * 2 ** 20, files: { [FILE]: 64 * 2 ** 20 } }

/** Seals a report to a maintainer's key. @returns the file's path */
export async function writeSealed(
  stateDir: string,
  repository: string,
  report: Report,
  key: FindingsKey,
): Promise<string> {
  const file = join(stateDir, FILE)
  await writeWhole(file, `${await sealFindings({ v: 1, repository, report }, key)}\n`)
  return file
}

/** Leaves the sealed findings as an artifact, which anybody may download and nobody but the key's owner can read. */
export async function leaveSealed(
  storage: Storage | null,
  stateDir: string,
  say: (line: string) => void,
): Promise<void> {
  if (storage === null) {
    say(`the sealed findings stay on this runner (${FILE}): this job has no service for artifacts`)
    return
  }
  try {
    await storage
      .artifacts()
      .uploadArtifact(ARTIFACT, [join(stateDir, FILE)], stateDir, { retentionDays: RETENTION_DAYS })
    say(`left the findings, sealed to findings-key, as the artifact ${ARTIFACT}`)
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    say(`the sealed findings could not be left as an artifact: ${visibleText(text.split('\n')[0] ?? '').slice(0, 200)}`)
  }
}

/**
 * The findings that a run left sealed; null when it left none, undefined when this key does not open them.
 * @throws ArtifactRefused, and what GitHub answers
 */
export async function downloadSealed(
  call: RepositoryCall,
  run: number,
  secret: FindingsSecret,
): Promise<SealedFindings | null | undefined> {
  const files = await downloadArtifact(call, run, RULES)
  const file = files?.get(FILE)
  return file === undefined ? null : openFindings(Buffer.from(file).toString('latin1'), secret)
}
