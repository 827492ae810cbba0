import { z } from 'zod'
import { zGrant, zIntent, zVenue } from './messages.ts'
import { zBytes32, zCount, zSignature } from './primitives.ts'
import { zBurstSeries } from './series.ts'
import { zShardSpec } from './shardSpec.ts'

/** Most shards of one job: keeps the job document and the payout tree small. */
export const SHARDS_PER_JOB_LIMIT = 4_096

/** What a requester posts to open a job: the relay checks all of it against itself and against the chain. */
export const zJobDocument = z.strictObject({
  v: z.literal(1),
  venue: zVenue,
  intent: zIntent,
  /** By a spender of the account, or by the job key under a grant. */
  intentSignature: zSignature,
  grant: z.strictObject({ message: zGrant, signature: zSignature }).nullable(),
  /** Public; with the spender key it gives the job's secrets back. */
  nonce: zBytes32,
  planDigest: zBytes32,
  /** X25519: results are sealed to it. */
  resultPublicKey: zBytes32,
  /** Code of a non-public repository goes only to a private pool unless the requester said otherwise. */
  visibility: z.enum(['public', 'private']),
  /** Determinism classes of workers that may have leases; null: any. Only equal classes are compared by equality. */
  classes: z.array(zBytes32).min(1).max(16).nullable().default(null),
  /** The pull request that it is for; null for none. The requester's own word, for the requester's own use. */
  series: zBurstSeries.nullable().default(null),
  /** One for each shard, in order of index. */
  shards: z
    .array(z.strictObject({ specDigest: zBytes32, spec: zShardSpec, estimatedSeconds: zCount }))
    .min(1)
    .max(SHARDS_PER_JOB_LIMIT),
})
export type JobDocument = z.output<typeof zJobDocument>
