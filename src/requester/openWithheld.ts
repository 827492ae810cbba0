import { connectPool } from '../pool/connectPool.ts'
import { fetchPublication, fetchPublicBlob } from '../pool/fetchPublication.ts'
import type { PoolClock } from '../pool/pool.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import { deriveJobSecrets } from '../protocol/jobSecrets.ts'
import type { Bytes32, JobId } from '../protocol/primitives.ts'
import { sessionSigner } from '../protocol/requestSignature.ts'
import { sealedKey } from '../protocol/sealed.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import { type TranscriptLease, transcriptDigest } from '../protocol/transcript.ts'
import { RESULTS_LIMIT_BYTES } from '../verify/readResults.ts'
import { NotTheJobsKey } from './errors.ts'

/** What became of the results that a private burst had kept sealed. */
export interface Opened {
  readonly job: JobId
  /** Leases whose results anybody can open now. */
  readonly opened: number
  /** Leases that stay sealed: the relay has them no more, or nobody can open them. */
  readonly left: number
}

/**
 * Publishes the keys of results that were withheld because they hold findings. Nothing else of what was said can change; the relay and
 * everybody who reads it sees to that. Needs the spender key alone: the nonce is public.
 * @throws NotTheJobsKey, RelayRefused (FB3007: nothing was published), RelayUnreachable
 */
export async function openWithheld(
  job: JobId,
  relay: string,
  spenderKey: Bytes32,
  deps: { readonly fetch: typeof fetch; readonly clock: PoolClock },
): Promise<Opened> {
  const { transcript, document } = await fetchPublication(relay, job, deps.fetch)
  const { jobKey, resultKey, sessionSeed } = deriveJobSecrets(spenderKey, document.nonce)
  if (jobKey.address !== document.intent.jobKey) throw new NotTheJobsKey(job)
  const keyOf = async ({ lease, key, results }: TranscriptLease): Promise<Bytes32 | null> => {
    if (key !== null || results === null) return key
    const sealed = await fetchPublicBlob(relay, job, results.digest, RESULTS_LIMIT_BYTES, deps.fetch)
    if (sealed === undefined) return null
    try {
      return sealedKey(resultKey, lease, sealed)
    } catch (error) {
      // What a worker delivered need not be a sealed message at all.
      if (!isFuzzburstError(error)) throw error
      return null
    }
  }
  const leases: TranscriptLease[] = []
  for (const entry of transcript.leases) leases.push({ ...entry, key: await keyOf(entry) })
  const opened = leases.filter(({ key }, i) => key !== transcript.leases[i]!.key).length
  const left = leases.filter(({ key, results }) => key === null && results !== null).length
  if (opened === 0) return { job, opened, left }
  const more = { ...transcript, leases }
  const message = { job, transcript: transcriptDigest(more) }
  const { requester } = await connectPool({
    url: relay,
    account: jobKey,
    session: sessionSigner(sessionSeed),
    clock: deps.clock,
    fetch: deps.fetch,
  })
  const signature = await signMessageStruct(jobKey, document.venue, 'Publication', message)
  await requester.publish(job, { transcript: more, signature })
  return { job, opened, left }
}
