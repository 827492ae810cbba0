import { gzipSync } from 'node:zlib'
import { SARIF_RESULTS, type SarifLog } from '../report/renderSarif.ts'
import type { RepositoryCall } from './repositoryCall.ts'

/** Bytes of one upload, gzipped. docs.github.com, "SARIF support for code scanning", limits */
export const SARIF_GZIP_BYTES = 10 * 2 ** 20

/**
 * Uploads a report to code scanning, for the commit and ref that were checked out. One that is too large loses its last
 * results until it is taken.
 * @param render the report with at most so many results
 * @param results of the whole report
 * @returns how many results were uploaded
 * @throws what GitHub answers: 403 and 404 where code scanning is off or the token may not
 */
export async function postSarif(
  { github, ...repository }: RepositoryCall,
  place: { readonly sha: string; readonly ref: string },
  render: (most: number) => SarifLog,
  results: number,
): Promise<number> {
  let most = Math.min(results, SARIF_RESULTS)
  let zipped = gzipSync(JSON.stringify(render(most)))
  while (zipped.length > SARIF_GZIP_BYTES && most > 0) {
    most = Math.floor(most / 2)
    zipped = gzipSync(JSON.stringify(render(most)))
  }
  await github.rest.codeScanning.uploadSarif({
    ...repository,
    commit_sha: place.sha,
    ref: place.ref,
    sarif: zipped.toString('base64'),
    tool_name: 'fuzzburst',
  })
  return most
}
