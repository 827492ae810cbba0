import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type ShardResults, zShardResults } from '../protocol/results.ts'
import { unseal } from '../protocol/sealed.ts'
import type { ShardSpec } from '../protocol/shardSpec.ts'
import { checkResults } from '../verify/checkResults.ts'
import type { SignedLease } from './jobLedger.ts'

const unzip = promisify(gunzip)

/** Most bytes that one shard's results may unpack to: 64 MiB holds 1,024 slices of 200 targets with findings. */
export const RESULTS_LIMIT_BYTES = 64 * 2 ** 20

/** Sealed results opened and checked against the root that was signed before them, or why they cannot count. */
export type Received = { readonly results: ShardResults } | { readonly why: string }

/** Opens, unpacks, parses and checks what a worker delivered. Everything in it is hostile until this says otherwise. */
export async function receiveShard(
  sealed: Uint8Array,
  lease: SignedLease,
  spec: ShardSpec,
  resultKey: Uint8Array,
): Promise<Received> {
  if (lease.root === null) return { why: 'results came without a root' }
  let results: ShardResults
  try {
    const plain = unseal(resultKey, lease.lease, sealed)
    const text = (await unzip(plain, { maxOutputLength: RESULTS_LIMIT_BYTES })).toString('utf8')
    // JSON can say -0, which has no canonical form.
    results = zShardResults.parse(JSON.parse(text, (_key, value: unknown) => (value === 0 ? 0 : value)))
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
