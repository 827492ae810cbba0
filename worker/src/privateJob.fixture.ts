import { randomBytes } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { toHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { connectPool } from '../../src/pool/connectPool.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import type { JobDocument } from '../../src/protocol/job.ts'
import { deriveJobSecrets, jobHash, jobSeed, sliceSeed } from '../../src/protocol/jobSecrets.ts'
import { type Intent, jobId } from '../../src/protocol/messages.ts'
import { type Bytes32, zeroAddress, zeroBytes32 } from '../../src/protocol/primitives.ts'
import { sessionSigner } from '../../src/protocol/requestSignature.ts'
import { type ShardResults, zShardResults } from '../../src/protocol/results.ts'
import { unseal } from '../../src/protocol/sealed.ts'
import { type ShardSpec, shardSpecDigest } from '../../src/protocol/shardSpec.ts'
import { signMessageStruct } from '../../src/protocol/signing.ts'
import { checkResults } from '../../src/verify/checkResults.ts'
import { systemClock } from './clock.ts'

/** Key of the tests' requester: a private pool must list its address. */
export const requesterKey: Bytes32 = `0x${'55'.repeat(32)}`

/** What a delivered shard was, and whether its results are those of the signed root. */
export interface DeliveredShard {
  readonly shard: number
  readonly worker: string
  readonly done: number
  readonly results: ShardResults
  readonly sound: boolean
}

/** A job at a private pool, followed by the least that a requester can be. */
export interface PrivateJob {
  /** Every shard's delivery, in order of arrival, as soon as each shard has one. */
  delivered(): Promise<DeliveredShard[]>
  /** Called with the type of each event as it comes. */
  onEvent: (type: string) => void
  close(): void
}

/** Posts a job over one kind of work, cut into shards, and signs whatever leases the relay proposes. */
export async function openPrivateJob(
  url: string,
  work: Pick<ShardSpec, 'engine' | 'shim' | 'layers' | 'invocation' | 'limits'>,
  blobs: ReadonlyMap<Bytes32, Uint8Array>,
  size: { readonly shards: number; readonly slices: number },
): Promise<PrivateJob> {
  const nonce = toHex(randomBytes(32))
  const secrets = deriveJobSecrets(requesterKey, nonce)
  const over = new AbortController()
  const { info, requester } = await connectPool({
    url,
    account: secrets.jobKey,
    session: sessionSigner(),
    clock: systemClock,
    fetch,
    signal: over.signal,
  })
  const planDigest = sha256('plan of a test')
  const intent: Intent = {
    account: zeroBytes32,
    jobHash: jobHash(planDigest, nonce),
    auditCommit: secrets.auditCommit,
    jobKey: secrets.jobKey.address,
    assigner: zeroAddress,
    slots: size.shards,
    spares: size.shards,
    slotPrice: 0n,
    finderReserve: 0n,
    relayerFeeCap: 0n,
    openBy: info.now + 3_600,
    settleBy: info.now + 7_200,
  }
  const job = jobId(intent)
  const seed = jobSeed(intent.jobHash, intent.auditCommit)
  const specs = Array.from({ length: size.shards }, (_, index): ShardSpec => {
    const seeds = Array.from({ length: size.slices }, (_, k) => sliceSeed(seed, index, k))
    return { v: 1, job, index, ...work, corpus: null, seeds }
  })
  const document: JobDocument = {
    v: 1,
    venue: info.venue,
    intent,
    intentSignature: await signMessageStruct(privateKeyToAccount(requesterKey), info.venue, 'Intent', intent),
    grant: null,
    nonce,
    planDigest,
    resultPublicKey: secrets.resultPublicKey,
    visibility: 'public',
    classes: null,
    series: null,
    shards: specs.map((spec) => ({ specDigest: shardSpecDigest(spec), spec, estimatedSeconds: 30 })),
  }
  for (const digest of await requester.missingBlobs([...blobs.keys()]))
    await requester.putBlob(digest, blobs.get(digest)!)
  await requester.postJob(document)

  const found = new Map<number, DeliveredShard>()
  const roots = new Map<Bytes32, Parameters<typeof checkResults>[1]>()
  const leases = new Map<Bytes32, { shard: number; worker: `0x${string}` }>()
  const job_: PrivateJob = {
    delivered: () => following,
    onEvent: () => undefined,
    close: () => over.abort(),
  }
  const following = follow()
  return job_

  async function follow(): Promise<DeliveredShard[]> {
    for await (const { event } of requester.events(job, { after: 0, signal: over.signal })) {
      job_.onEvent(event.type)
      if (event.type === 'proposal') {
        leases.set(event.lease, { shard: event.shard, worker: event.message.worker })
        const signature = await signMessageStruct(secrets.jobKey, info.venue, 'Lease', event.message)
        await requester.signLease(job, { lease: event.lease, signature })
      }
      if (event.type === 'root') {
        const { shard, worker } = leases.get(event.lease)!
        roots.set(event.lease, { lease: event.lease, worker, root: event.message, spec: specs[shard]! })
      }
      if (event.type !== 'results') continue
      const { shard, worker } = leases.get(event.lease)!
      const sealed = await requester.getBlob(event.digest, { maxBytes: event.bytes })
      const plain = gunzipSync(unseal(secrets.resultKey, event.lease, sealed)).toString('utf8')
      const results = zShardResults.parse(JSON.parse(plain))
      const signed = roots.get(event.lease)!
      found.set(shard, { shard, worker, done: signed.root.done, results, sound: checkResults(results, signed).ok })
      await requester.verdict(job, { lease: event.lease, verdict: 'accepted' })
      if (found.size === size.shards) break
    }
    return [...found.values()]
  }
}
