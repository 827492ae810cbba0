import type { ShardResults } from '../protocol/results.ts'
import { unseal } from '../protocol/sealed.ts'
import type { ShardSpec } from '../protocol/shardSpec.ts'
import { checkResults } from '../verify/checkResults.ts'
import { readResults } from '../verify/readResults.ts'
import type { SignedLease } from './jobLedger.ts'

/** Sealed results opened and checked against the root that was signed before them, or why they cannot count. */
export type Received = { readonly results: ShardResults } | { readonly why: string }

/** Opens, unpacks, parses and checks what a worker delivered. Everything in it is hostile until this says otherwise. */
export async function receiveShard(
  sealed: Uint8Array,
  lease: Pick<SignedLease, 'lease' | 'message' | 'root'>,
  spec: ShardSpec,
  resultKey: Uint8Array,
): Promise<Received> {
  if (lease.root === null) return { why: 'results came without a root' }
  try {
    const results = await readResults(unseal(resultKey, lease.lease, sealed))
    const check = checkResults(results, { lease: lease.lease, worker: lease.message.worker, root: lease.root, spec })
    return check.ok ? { results: withinReason(results, spec) } : { why: check.why }
  } catch (cause) {
    return { why: `the results cannot be read (${cause instanceof Error ? cause.name : 'unknown'})` }
  }
}

/** CPU times are in no leaf, only for show: no slice can have used more than its limit. */
function withinReason(results: ShardResults, spec: ShardSpec): ShardResults {
  const most = spec.limits.cpuSeconds * 1_000
  return { ...results, slices: results.slices.map((slice) => ({ ...slice, cpuMs: Math.min(slice.cpuMs, most) })) }
}
