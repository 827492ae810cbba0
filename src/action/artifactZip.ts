import { unzipSync } from 'fflate'
import { ArtifactRefused } from './errors.ts'
import type { RepositoryCall } from './repositoryCall.ts'

/** What an artifact may hold: exactly these names, each at most so many bytes unpacked. */
export interface ArtifactRules {
  readonly name: string
  /** Bytes of the archive. */
  readonly zipBytes: number
  readonly files: Readonly<Record<string, number>>
}

/**
 * The files of the artifact that another run left, by name. The archive may be anybody's: it is read in memory, only exact
 * names are taken, and no path of it ever reaches a disk. Undefined when that run left none.
 * @throws ArtifactRefused, and what GitHub answers
 */
export async function downloadArtifact(
  { github, ...repository }: RepositoryCall,
  run: number,
  rules: ArtifactRules,
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  const { data } = await github.rest.actions.listWorkflowRunArtifacts({
    ...repository,
    run_id: run,
    name: rules.name,
    per_page: 100,
  })
  // A run that was started again leaves one an attempt; the newest counts.
  const artifact = data.artifacts.filter(({ expired }) => !expired).sort((a, b) => b.id - a.id)[0]
  if (artifact === undefined) return undefined
  if (artifact.size_in_bytes > rules.zipBytes) throw new ArtifactRefused(`it has ${artifact.size_in_bytes} bytes`)
  const { data: zip } = await github.rest.actions.downloadArtifact({
    ...repository,
    artifact_id: artifact.id,
    archive_format: 'zip',
  })
  return readArtifactZip(new Uint8Array(zip as ArrayBuffer), rules)
}

/** @throws ArtifactRefused when it holds anything but what it may */
export function readArtifactZip(zip: Uint8Array, rules: ArtifactRules): ReadonlyMap<string, Uint8Array> {
  if (zip.length > rules.zipBytes) throw new ArtifactRefused(`it has ${zip.length} bytes`)
  const seen = new Set<string>()
  try {
    const files = unzipSync(zip, {
      filter({ name, originalSize }) {
        const most = Object.hasOwn(rules.files, name) ? rules.files[name] : undefined
        if (most === undefined)
          throw new ArtifactRefused(`it holds a file that does not belong there (${JSON.stringify(name.slice(0, 80))})`)
        if (seen.has(name)) throw new ArtifactRefused(`it holds ${name} twice`)
        seen.add(name)
        // The announced size is the most that is ever written.
        if (originalSize > most) throw new ArtifactRefused(`its ${name} has ${originalSize} bytes`)
        return true
      },
    })
    return new Map(Object.entries(files))
  } catch (cause) {
    if (cause instanceof ArtifactRefused) throw cause
    throw new ArtifactRefused('it is no archive that can be read', cause)
  }
}

/** A file of an artifact as JSON. @throws ArtifactRefused */
export function artifactJson(files: ReadonlyMap<string, Uint8Array>, name: string): unknown {
  const file = files.get(name)
  if (file === undefined) throw new ArtifactRefused(`it has no ${name}`)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file))
  } catch (cause) {
    throw new ArtifactRefused(`its ${name} is no JSON`, cause)
  }
}
