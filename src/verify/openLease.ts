import { sha256 } from '../protocol/digest.ts'
import type { SliceRecord } from '../protocol/results.ts'
import { unsealWith } from '../protocol/sealed.ts'
import type { ShardSpec } from '../protocol/shardSpec.ts'
import type { TranscriptLease } from '../protocol/transcript.ts'
import { checkResults } from './checkResults.ts'
import { readResults } from './readResults.ts'

/**
 * What anybody can see of one lease's results.
 * - `opened`: they hash up to the signed root
 * - `bad`: they are there and do not
 * - `sealed`: delivered, and their key is not published
 * - `lost`: the relay has them no more
 * - `none`: nothing was delivered
 */
export type OpenedLease =
  | { readonly kind: 'opened'; readonly slices: readonly SliceRecord[] }
  | { readonly kind: 'bad'; readonly who: 'worker' | 'relay' | 'requester'; readonly why: string }
  | { readonly kind: 'sealed' | 'lost' | 'none' }

/**
 * Opens published results and holds them against their root.
 * @param spec what the lease's shard was
 * @param sealed the blob, if the relay still has it
 */
export async function openLease(
  entry: TranscriptLease,
  spec: ShardSpec | undefined,
  sealed: Uint8Array | undefined,
): Promise<OpenedLease> {
  const { lease, message, results, root, key } = entry
  if (results === null) return { kind: 'none' }
  if (sealed === undefined) return { kind: 'lost' }
  if (sha256(sealed) !== results.digest)
    return { kind: 'bad', who: 'relay', why: 'the bytes are not those that were delivered' }
  if (key === null) return { kind: 'sealed' }
  if (root === null || spec === undefined) return { kind: 'bad', who: 'requester', why: 'there is no root for them' }
  try {
    const delivered = await readResults(unsealWith(key, sealed))
    const check = checkResults(delivered, { lease, worker: message.worker, root: root.message, spec })
    return check.ok ? { kind: 'opened', slices: delivered.slices } : { kind: 'bad', who: 'worker', why: check.why }
  } catch (cause) {
    return {
      kind: 'bad',
      who: 'worker',
      why: `they cannot be read (${cause instanceof Error ? cause.name : 'unknown'})`,
    }
  }
}
