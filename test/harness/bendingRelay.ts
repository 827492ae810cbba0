import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sha256 } from '../../src/protocol/digest.ts'
import { deriveJobSecrets, type JobSecrets } from '../../src/protocol/jobSecrets.ts'
import { payoutTree } from '../../src/protocol/payout.ts'
import { type Bytes32, toWire } from '../../src/protocol/primitives.ts'
import { seal, sealedKey, unseal } from '../../src/protocol/sealed.ts'
import { signMessageStruct } from '../../src/protocol/signing.ts'
import { type Publication, transcriptDigest, zPublication } from '../../src/protocol/transcript.ts'

/** What a bend may change: the publication, and what blobs are answered with. */
export interface Bendable {
  publication: Publication
  readonly blobs: Map<Bytes32, Uint8Array>
  readonly secrets: JobSecrets
}

/** A relay between a reader and the real one that shows a finished job otherwise than it was. */
export interface BendingRelay {
  readonly url: string
  close(): Promise<void>
}

/**
 * Starts one over a published job. The requester of these tests lies as well as it can: whatever it signs is signed anew after the
 * bend, with its real keys.
 */
export async function startBendingRelay(
  realUrl: string,
  job: Bytes32,
  spenderKey: Bytes32,
  bend: (bendable: Bendable) => Promise<void> | void,
): Promise<BendingRelay> {
  const shown = await fetch(`${realUrl}/v1/jobs/${job}/publication`)
  const publication = zPublication.parse(await shown.json())
  const secrets = deriveJobSecrets(spenderKey, publication.document.nonce)
  const blobs = new Map<Bytes32, Uint8Array>()
  for (const { results } of publication.transcript.leases) {
    if (results === null) continue
    const answer = await fetch(`${realUrl}/v1/jobs/${job}/blobs/${results.digest}`)
    blobs.set(results.digest, new Uint8Array(await answer.arrayBuffer()))
  }
  const bendable: Bendable = { publication, blobs, secrets }
  await bend(bendable)
  const body = toWire(await signAnew(bendable))
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const digest = /\/blobs\/(0x[0-9a-f]{64})$/.exec(path)?.[1] as Bytes32 | undefined
    const blob = digest && blobs.get(digest)
    if (path.endsWith('/publication')) response.end(body)
    else if (blob !== undefined) response.end(blob)
    else
      fetch(`${realUrl}${path}`).then(
        async (answer) => response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer())),
        () => response.writeHead(502).end(),
      )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function signAnew({ publication, secrets }: Bendable): Promise<Publication> {
  const { document, transcript, settlement } = publication
  const { venue } = document
  const tree = payoutTree(transcript.job, settlement.lines)
  const message = {
    ...settlement.message,
    ...{ payoutRoot: tree.root, payoutDepth: tree.depth, total: tree.totalUnits },
  }
  const word = { job: transcript.job, transcript: transcriptDigest(transcript) }
  return {
    ...{ document, transcript },
    signature: await signMessageStruct(secrets.jobKey, venue, 'Publication', word),
    settlement: {
      ...{ message, lines: settlement.lines },
      signature: await signMessageStruct(secrets.jobKey, venue, 'Settlement', message),
    },
  }
}

/** Opens a lease's results, changes their text, and seals them again under another digest, as a requester could. */
export function rewriteResults({ publication, blobs, secrets }: Bendable, change: (text: string) => string): void {
  const entry = publication.transcript.leases.find(({ key }) => key !== null)!
  const sealed = blobs.get(entry.results!.digest)!
  const text = gunzipSync(unseal(secrets.resultKey, entry.lease, sealed)).toString('utf8')
  const again = seal(secrets.resultPublicKey, entry.lease, gzipSync(change(text)))
  entry.results = { digest: sha256(again), bytes: again.length }
  entry.key = sealedKey(secrets.resultKey, entry.lease, again)
  blobs.set(entry.results.digest, again)
}
