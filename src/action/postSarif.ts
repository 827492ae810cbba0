import { gzipSync } from 'node:zlib'
import type { SarifLog } from '../report/renderSarif.ts'
import type { RepositoryCall } from './repositoryCall.ts'

/** Bytes of one upload, gzipped. docs.github.com, "SARIF support for code scanning", limits */
export const SARIF_GZIP_BYTES = 10 * 2 ** 20

/**
 * Uploads a report to code scanning, for the commit and ref that were checked out.
 * @returns false when it is too large to be taken
 * @throws what GitHub answers: 403 and 404 where code scanning is off or the token may not
 */
export async function postSarif(
  { github, ...repository }: RepositoryCall,
  place: { readonly sha: string; readonly ref: string },
  sarif: SarifLog,
): Promise<boolean> {
  const zipped = gzipSync(JSON.stringify(sarif))
  if (zipped.length > SARIF_GZIP_BYTES) return false
  await github.rest.codeScanning.uploadSarif({
    ...repository,
    commit_sha: place.sha,
    ref: place.ref,
    sarif: zipped.toString('base64'),
    tool_name: 'fuzzburst',
  })
  return true
}
