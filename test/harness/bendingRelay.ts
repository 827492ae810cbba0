import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync, gzipSync } from 'node:zlib'
import { privateKeyToAccount } from 'viem/accounts'
import { sha256 } from '../../src/protocol/digest.ts'
import { deriveJobSecrets, type JobSecrets } from '../../src/protocol/jobSecrets.ts'
import { leafHash } from '../../src/protocol/leaf.ts'
import { messageHash } from '../../src/protocol/messages.ts'
import { payoutTree } from '../../src/protocol/payout.ts'
import { type Bytes32, toWire } from '../../src/protocol/primitives.ts'
import { zShardResults } from '../../src/protocol/results.ts'
import { seal, sealedKey, unseal } from '../../src/protocol/sealed.ts'
import { shardRoot } from '../../src/protocol/shardRoot.ts'
import { signMessageStruct } from '../../src/protocol/signing.ts'
import { sliceResultDigest } from '../../src/protocol/sliceResult.ts'
import { type Publication, transcriptDigest, zPublication } from '../../src/protocol/transcript.ts'
import { auditPicks } from '../../src/verify/auditPicks.ts'

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

type Entry = Publication['transcript']['leases'][number]

function resultsOf({ blobs, secrets }: Bendable, { results, lease }: Entry): string {
  return gunzipSync(unseal(secrets.resultKey, lease, blobs.get(results!.digest)!)).toString('utf8')
}

/** Opens a lease's results, changes their text, and seals them again under another digest, as a requester could. */
export function rewriteResults(
  bendable: Bendable,
  change: (text: string) => string,
  entry: Entry = bendable.publication.transcript.leases.find(({ key }) => key !== null)!,
): void {
  const { blobs, secrets } = bendable
  const text = change(resultsOf(bendable, entry))
  const again = seal(secrets.resultPublicKey, entry.lease, gzipSync(text))
  entry.results = { digest: sha256(again), bytes: again.length }
  entry.key = sealedKey(secrets.resultKey, entry.lease, again)
  blobs.set(entry.results.digest, again)
}

/**
 * A worker and its auditor in league: the worker signs an invented result for one slice, and every audit of the shard is said to have
 * agreed. Nothing is wrong with any signature, root or pick.
 */
export async function collude(bendable: Bendable, workerKey: Bytes32): Promise<void> {
  const { publication } = bendable
  const { document, transcript, settlement } = publication
  const worker = privateKeyToAccount(workerKey)
  const entry = transcript.leases.find(({ key, message }) => key !== null && message.worker === worker.address)!
  const invent = (text: string): string => {
    const results = zShardResults.parse(JSON.parse(text))
    for (const { result } of results.slices)
      for (const target of result.targets) if (target.finding === null) target.evidence = sha256('invented')
    return toWire(results)
  }
  const text = invent(resultsOf(bendable, entry))
  rewriteResults(bendable, () => text, entry)
  const { specDigest, slices } = entry.message
  const leaves = zShardResults.parse(JSON.parse(text)).slices.map(({ k, salt, corpusDigest, result }) =>
    leafHash({
      ...{ specDigest, worker: worker.address, k, salt, corpusDigest },
      ...{ executions: result.executions, resultDigest: sliceResultDigest(result) },
    }),
  )
  const message = { ...entry.root!.message, root: shardRoot(leaves, slices) }
  entry.root = { message, signature: await signMessageStruct(worker, document.venue, 'Root', message) }
  entry.receipt = null
  const picks = auditPicks(settlement.message.auditSecret, messageHash('Root', message), message.done, entry.audit!.ppm)
  const audit = { lease: entry.lease, worker: worker.address, shard: entry.shard, why: 'promised' as const }
  transcript.audits = [
    ...transcript.audits.filter(({ lease }) => lease !== entry.lease),
    ...picks.map((k) => ({ ...audit, k, outcome: 'agreed' as const, text: '' })),
  ]
}
