import { z } from 'zod'
import { zJobDocument } from './job.ts'
import { zIntent, zLease, zReceipt, zRoot, zSessionKey, zSettlement, zVenue } from './messages.ts'
import { zPayoutLine } from './payout.ts'
import { zAddress, zBytes32, zCount, zSignature, zTimestamp, zUint32, zUnits } from './primitives.ts'
import { zBurstSeries } from './series.ts'
import { zLayer, zPinnedProgram, zShardSpec } from './shardSpec.ts'

/** Version of the HTTP interface: the first part of every path. */
export const API = '/v1'

/** The answer to every refused request. `code` is a FuzzburstError's. */
export const zApiError = z.object({
  code: z.string(),
  fault: z.enum(['user', 'pool', 'ours']),
  summary: z.string(),
  steps: z.array(z.string()),
})

/** GET /v1/info. Unsigned. */
export const zInfo = z.object({
  name: z.literal('fuzzburst-relay'),
  version: z.string(),
  /** The relay's secp256k1 address: signs receipts, and is the audience of signed requests. */
  address: zAddress,
  venue: zVenue,
  /** `chain`: a job needs a lock. `private`: jobs of listed requesters for listed workers, no money. */
  pool: z.enum(['chain', 'private']),
  /** The relay submits open and settle transactions for a fee of at most this many units each; null when it does not. */
  submitsForUnits: zUnits.nullable(),
  limits: z.object({
    blobBytes: zCount,
    jobBlobBytes: zCount,
    /** Seconds without a heartbeat after which a shard is given to another worker. */
    heartbeatSeconds: zCount,
    longPollSeconds: zCount,
  }),
  /** The relay's clock, in seconds: leases and receipts are dated by it. */
  now: zTimestamp,
})

/** POST /v1/sessions. Body signed by the actor's Ethereum key (EIP-712); all later requests by the session key. */
export const zSessionRequest = z.strictObject({ delegation: zSessionKey, signature: zSignature })

/** POST /v1/blobs/missing */
export const zMissingRequest = z.strictObject({ digests: z.array(zBytes32).max(64) })
export const zMissingResponse = z.object({ missing: z.array(zBytes32) })

/** POST /v1/jobs -> the job as it stands. Repeating it for the same intent changes nothing and answers the same. */
export const zJobRequest = zJobDocument

export const zShardState = z.enum(['queued', 'proposed', 'leased', 'rooted', 'delivered', 'accepted', 'dropped'])
export type ShardState = z.output<typeof zShardState>

/** One signed lease as the relay knows it: what a resuming requester, or an auditor, needs. */
export const zLeaseView = z.object({
  lease: zBytes32,
  message: zLease,
  signature: zSignature,
  /** Null when the job has no assigner. */
  assignerSignature: zSignature.nullable().default(null),
  shard: zUint32,
  /** `released`: handed back. `lapsed`: no heartbeat or expired without root. */
  state: z.enum(['active', 'rooted', 'delivered', 'accepted', 'rejected', 'released', 'lapsed']),
  done: zUint32,
  root: z.object({ message: zRoot, signature: zSignature }).nullable(),
  /** The relay's word for when the root arrived. */
  receipt: z.object({ message: zReceipt, signature: zSignature }).nullable(),
  /** The job key's (or the assigner's) word for it: the one that the escrow takes. */
  requesterReceipt: z.object({ message: zReceipt, signature: zSignature }).nullable(),
  /** Blob of the sealed results. */
  results: z.object({ digest: zBytes32, bytes: zCount }).nullable(),
})
export type LeaseView = z.output<typeof zLeaseView>

const zJobState = z.enum(['open', 'cancelling', 'settling', 'settled'])

/** GET /v1/jobs/:job (requester of the job, or a worker with a lease of it). */
export const zJobView = z.object({
  job: zBytes32,
  state: zJobState,
  document: zJobDocument,
  shards: z.array(z.object({ index: zUint32, state: zShardState })),
  leases: z.array(zLeaseView),
  nextSlot: zUint32,
  /** The number of the newest event. */
  lastEvent: zCount,
  settlement: z.object({ message: zSettlement, signature: zSignature, lines: z.array(zPayoutLine) }).nullable(),
})
export type JobView = z.output<typeof zJobView>

/**
 * GET /v1/jobs/:job/events?after=N — server-sent events, `id` = number, `data` = one of these. Ends never by itself;
 * a client that loses the stream asks again with the last number it saw.
 */
export const zJobEvent = z.discriminatedUnion('type', [
  /** The job key is asked to sign this lease. Lapses if it does not within the relay's patience. */
  z.object({
    type: z.literal('proposal'),
    shard: zUint32,
    message: zLease,
    lease: zBytes32,
    /** Of the worker, as it said at its start. */
    determinismClass: zBytes32.optional(),
  }),
  z.object({ type: z.literal('leased'), shard: zUint32, lease: zBytes32, worker: zAddress, slot: zUint32 }),
  z.object({ type: z.literal('progress'), lease: zBytes32, done: zUint32 }),
  z.object({ type: z.literal('root'), lease: zBytes32, message: zRoot, signature: zSignature }),
  /** The worker signed another root for the same lease as well: fraud by itself. */
  z.object({ type: z.literal('equivocation'), lease: zBytes32, message: zRoot, signature: zSignature }),
  z.object({ type: z.literal('results'), lease: zBytes32, digest: zBytes32, bytes: zCount }),
  z.object({ type: z.literal('released'), lease: zBytes32, shard: zUint32 }),
  z.object({
    type: z.literal('lapsed'),
    lease: zBytes32,
    shard: zUint32,
    why: z.enum(['no-heartbeat', 'expired', 'unsigned']),
  }),
  z.object({ type: z.literal('dropped'), shards: z.array(zUint32) }),
  /** No more leases: the requester, or somebody else who holds its key, said so. */
  z.object({ type: z.literal('cancelled') }),
  z.object({ type: z.literal('settled'), transaction: zBytes32.nullable() }),
])
export type JobEvent = z.output<typeof zJobEvent>

/** POST /v1/jobs/:job/leases : the job key's signature under a proposed lease. */
export const zLeaseSignature = z.strictObject({ lease: zBytes32, signature: zSignature })

/**
 * POST /v1/jobs/:job/verdicts : what the requester found of a delivered (or never delivered) lease. `accepted` may be
 * taken back until the settlement: a later strike throws a worker's unaudited shards away as well (`unaudited`).
 */
export const zVerdict = z.strictObject({
  lease: zBytes32,
  verdict: z.enum([
    'accepted',
    'audit-mismatch',
    'bad-results',
    'copied',
    'equivocation',
    'finding-not-replayed',
    'void',
    'unaudited',
  ]),
})

/**
 * POST /v1/jobs/:job/receipts : the job key (or the assigner) dates a root that it was shown. The worker takes it to the
 * escrow when it is not paid. The first one stays; another one for the same root changes nothing.
 */
export const zReceiptRequest = z.strictObject({ message: zReceipt, signature: zSignature })

/** POST /v1/jobs/:job/drop : shards that need not be leased any more. */
export const zDropRequest = z.strictObject({ shards: z.array(zUint32).max(4_096) })
/** Only queued shards are dropped: those that were. */
export const zDropResponse = z.object({ dropped: z.array(zUint32) })

/** POST /v1/jobs/:job/cancel -> 204 : no more leases, and `stop` to every worker that runs one. Safe to repeat. */
export const zCancelRequest = z.strictObject({})

/** Most jobs in one answer about a pull request. */
export const PULL_JOBS_LIMIT = 1_000

/** GET /v1/pulls/:pull/jobs : jobs for a pull request whose intents the asking key signed, newest first. */
export const zPullJobs = z.object({
  jobs: z.array(z.object({ job: zBytes32, state: zJobState, series: zBurstSeries })).max(PULL_JOBS_LIMIT),
})
export type PullJob = z.output<typeof zPullJobs>['jobs'][number]

/** POST /v1/jobs/:job/settlement : lines for the workers to see, and the signed root over them. */
export const zSettlementRequest = z.strictObject({
  message: zSettlement,
  signature: zSignature,
  lines: z.array(zPayoutLine).max(8_192),
})
export const zSettlementResponse = z.object({ transaction: zBytes32.nullable() })

/** POST /v1/transactions/open : the relay submits an intent's open for at most its fee. Safe to repeat. */
export const zOpenRequest = z.strictObject({ intent: zIntent, signature: zSignature })
/** POST /v1/transactions/close : the relay returns the rest of a settled job's lock to its account. Safe to repeat. */
export const zCloseRequest = z.strictObject({ job: zBytes32 })
export const zTransactionResponse = z.object({ transaction: zBytes32.nullable(), alreadyDone: z.boolean() })

/** POST /v1/workers : a worker says what it is. Repeated at every start. */
export const zWorkerHello = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
  version: z.string().max(64),
  slots: z.number().int().min(1).max(1_024),
  tier: z.enum(['bubblewrap', 'landlock']),
  /** Digest over the self-test's results: only equal classes are compared by equality. */
  determinismClass: zBytes32,
  engines: z.array(zPinnedProgram).max(16),
})

/** POST /v1/leases/next : long-poll. 200 with a lease that the job key has signed, or 204 when the wait is over. */
export const zNextLeaseRequest = z.strictObject({
  freeSlots: z.number().int().min(1).max(1_024),
  waitSeconds: z.number().int().min(0).max(60),
})
export const zLeaseOffer = z.object({
  lease: zBytes32,
  message: zLease,
  signature: zSignature,
  /** Null when the job has no assigner. */
  assignerSignature: zSignature.nullable().default(null),
  spec: zShardSpec,
  venue: zVenue,
  intent: zIntent,
  intentSignature: zSignature,
  resultPublicKey: zBytes32,
  layers: z.array(zLayer),
})
export type LeaseOffer = z.output<typeof zLeaseOffer>

/** POST /v1/leases/:lease/heartbeat */
export const zHeartbeatRequest = z.strictObject({ done: zUint32 })
/** `stop`: sign a root over what is done, now. `gone`: the lease is over; throw the work away. */
export const zHeartbeatResponse = z.object({ order: z.enum(['continue', 'stop', 'gone']) })

/** POST /v1/leases/:lease/root -> the relay's dated receipt. The same root again gets the same receipt. */
export const zRootRequest = z.strictObject({ message: zRoot, signature: zSignature })
export const zRootResponse = z.object({ message: zReceipt, signature: zSignature })

/** GET /v1/leases/:lease/receipt (its worker) -> the requester's receipt for the root, or null when it has given none yet. */
export const zRequesterReceipt = z.object({
  receipt: z.object({ message: zReceipt, signature: zSignature }).nullable(),
})

/** PUT /v1/leases/:lease/results : sealed bytes (application/octet-stream). */
export const zResultsResponse = z.object({ digest: zBytes32 })

/** POST /v1/leases/:lease/release : handed back unfinished; earns nothing. */
export const zReleaseRequest = z.strictObject({ why: z.enum(['draining', 'crashed', 'refused', 'failed']) })

/** GET /v1/payouts : settlements with a line of the asking worker. */
export const zPayoutsResponse = z.object({
  payouts: z.array(z.object({ job: zBytes32, message: zSettlement, lines: z.array(zPayoutLine) })),
})
