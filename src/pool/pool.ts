import type { PrivateKeyAccount } from 'viem/accounts'
import type { z } from 'zod'
import type {
  JobEvent,
  JobView,
  LeaseOffer,
  PullJob,
  zHeartbeatResponse,
  zInfo,
  zNextLeaseRequest,
  zOpenRequest,
  zPayoutsResponse,
  zReceiptRequest,
  zReleaseRequest,
  zRequesterReceipt,
  zRootRequest,
  zRootResponse,
  zSettlementRequest,
  zSettlementResponse,
  zTransactionResponse,
  zVerdict,
  zWorkerHello,
} from '../protocol/api.ts'
import type { zAuditShardRequest } from '../protocol/auditShard.ts'
import type { JobDocument } from '../protocol/job.ts'
import type { Venue } from '../protocol/messages.ts'
import type { Bytes32, JobId, LeaseId } from '../protocol/primitives.ts'
import type { SessionSigner } from '../protocol/requestSignature.ts'
import type { AuditTask, LeaseAudit, zAuditResponse } from '../protocol/sponsorAudit.ts'
import type {
  SponsorCaps,
  SponsorDenial,
  SponsorInfo,
  zSponsorshipRequest,
  zSponsorshipResponse,
} from '../protocol/sponsorship.ts'
import type { zPublicationRequest } from '../protocol/transcript.ts'

/** What a relay says of itself. */
export type RelayInfo = z.output<typeof zInfo>

/** The client's time: real in shells, steered in tests. */
export interface PoolClock {
  nowMs(): number
  /** Resolves after `ms`, or at once when the signal is aborted; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** How one relay is reached, and as whom. */
export interface PoolOptions {
  /** `http://` or `https://`, without a path. */
  readonly url: string
  /** The actor: the job key of a requester, the worker's key of a worker. Delegates to the session key; signs nothing else here. */
  readonly account: PrivateKeyAccount
  readonly session: SessionSigner
  /** When given, a relay of another venue is refused. */
  readonly venue?: Venue
  readonly clock: PoolClock
  readonly fetch: typeof fetch
  /** Ends every call and stream. */
  readonly signal?: AbortSignal
  /** How long calls are retried that name no deadline of their own, in milliseconds. */
  readonly retryForMs?: number
  /** How long the first connection is tried, in milliseconds; `retryForMs` when not given. */
  readonly connectForMs?: number
}

/** One call's own limits. */
export interface CallOptions {
  /** Retries end at this time of the pool's clock (milliseconds since the epoch). */
  readonly deadlineMs?: number
  readonly signal?: AbortSignal
}

/** Bytes to upload: in memory, or a stream that can be opened again for a retry. */
export type BlobSource = Uint8Array | { readonly bytes: number; open(): AsyncIterable<Uint8Array> }

/** One event with its number, as {@link RequesterPool.events} yields them. */
export interface NumberedEvent {
  readonly number: number
  readonly event: JobEvent
}

/** Reading blobs, for both sides. */
export interface BlobReader {
  /** A whole blob in memory. @throws BlobAltered when it is not the blob of that digest or longer than `maxBytes`. */
  getBlob(digest: Bytes32, limits: { maxBytes: number }, call?: CallOptions): Promise<Uint8Array>
  /**
   * A blob in pieces. The digest is checked at the end: what was yielded counts only once the iteration has ended
   * without an error. A connection lost in the middle is an error (the caller starts again).
   */
  readBlob(digest: Bytes32, limits: { maxBytes: number }, call?: CallOptions): AsyncIterable<Uint8Array>
}

/** What a requester does at a relay. All but `events` retry over restarts of the relay until the deadline; all are safe to repeat. */
export interface RequesterPool extends BlobReader {
  missingBlobs(digests: readonly Bytes32[], call?: CallOptions): Promise<Bytes32[]>
  putBlob(digest: Bytes32, source: BlobSource, call?: CallOptions): Promise<void>
  postJob(document: JobDocument, call?: CallOptions): Promise<JobView>
  job(job: JobId, call?: CallOptions): Promise<JobView>
  /**
   * All events after number `after`, in order, each once, over reconnects. Ends only with the signal (quietly), or
   * with an error that retrying cannot cure, or when the relay stayed away for longer than `retryForMs`.
   */
  events(job: JobId, from?: { after?: number; signal?: AbortSignal; retryForMs?: number }): AsyncIterable<NumberedEvent>
  signLease(job: JobId, signed: { lease: LeaseId; signature: `0x${string}` }, call?: CallOptions): Promise<void>
  /** Dates a root that arrived: what its worker can take to the escrow. The first one for a root stays. */
  receipt(job: JobId, receipt: z.output<typeof zReceiptRequest>, call?: CallOptions): Promise<void>
  verdict(job: JobId, verdict: z.output<typeof zVerdict>, call?: CallOptions): Promise<void>
  /** Asks for slices to be run again by a worker of another owner. */
  auditShard(job: JobId, shard: z.output<typeof zAuditShardRequest>, call?: CallOptions): Promise<void>
  /** Which of the shards were still queued, and now are dropped. */
  drop(job: JobId, shards: readonly number[], call?: CallOptions): Promise<number[]>
  cancel(job: JobId, call?: CallOptions): Promise<void>
  /** Jobs for a pull request whose intents this account signed, newest first. */
  pullJobs(pull: Bytes32, call?: CallOptions): Promise<PullJob[]>
  settle(
    job: JobId,
    settlement: z.output<typeof zSettlementRequest>,
    call?: CallOptions,
  ): Promise<z.output<typeof zSettlementResponse>>
  /** Shows a settled job's transcript to everybody. */
  publish(job: JobId, publication: z.output<typeof zPublicationRequest>, call?: CallOptions): Promise<void>
  submitOpen(request: z.output<typeof zOpenRequest>, call?: CallOptions): Promise<z.output<typeof zTransactionResponse>>
  submitClose(job: JobId, call?: CallOptions): Promise<z.output<typeof zTransactionResponse>>
  /** The terms of the relay's sponsor. @throws RelayRefused (FB3050) when it has none */
  sponsor(call?: CallOptions): Promise<SponsorInfo>
  /** Asks the relay's sponsor to sign an intent, with an OIDC token for it. */
  askSponsor(
    request: z.output<typeof zSponsorshipRequest>,
    call?: CallOptions,
  ): Promise<z.output<typeof zSponsorshipResponse>>
  /** Opens a sponsored job's results to the sponsor's auditors. */
  openResults(job: JobId, key: Bytes32, call?: CallOptions): Promise<void>
}

/** What a worker does at a relay. All but `nextLease` retry over restarts of the relay until the deadline; all are safe to repeat. */
export interface WorkerPool extends BlobReader {
  hello(hello: z.output<typeof zWorkerHello>, call?: CallOptions): Promise<void>
  /** One long-poll: a signed offer, or undefined when the wait is over. Not retried: ask again. */
  nextLease(request: z.output<typeof zNextLeaseRequest>, call?: CallOptions): Promise<LeaseOffer | undefined>
  heartbeat(lease: LeaseId, done: number, call?: CallOptions): Promise<z.output<typeof zHeartbeatResponse>['order']>
  /** The relay's dated receipt; the same for the same root. */
  root(lease: LeaseId, root: z.output<typeof zRootRequest>, call?: CallOptions): Promise<z.output<typeof zRootResponse>>
  /** The requester's dated receipt for this worker's root; null when it has given none yet. */
  requesterReceipt(lease: LeaseId, call?: CallOptions): Promise<z.output<typeof zRequesterReceipt>['receipt']>
  putResults(lease: LeaseId, sealed: Uint8Array, call?: CallOptions): Promise<Bytes32>
  release(lease: LeaseId, why: z.output<typeof zReleaseRequest>['why'], call?: CallOptions): Promise<void>
  payouts(call?: CallOptions): Promise<z.output<typeof zPayoutsResponse>['payouts']>
  job(job: JobId, call?: CallOptions): Promise<JobView>
}

/** What a sponsor's auditor does at a relay. */
export interface AuditorPool extends BlobReader {
  /** A job that waits for its audit, or undefined. */
  nextAudit(call?: CallOptions): Promise<AuditTask | undefined>
  audit(job: JobId, leases: readonly LeaseAudit[], call?: CallOptions): Promise<z.output<typeof zAuditResponse>>
}

/** What the owner of a sponsor's account does at its relay. */
export interface SponsorOwnerPool {
  setCaps(caps: SponsorCaps, call?: CallOptions): Promise<void>
  setDenial(denial: SponsorDenial, call?: CallOptions): Promise<void>
}

/** A registered session at one relay. */
export interface PoolConnection {
  readonly url: string
  readonly info: RelayInfo
  readonly requester: RequesterPool
  readonly worker: WorkerPool
  readonly auditor: AuditorPool
  readonly sponsorOwner: SponsorOwnerPool
  /** The relay's time, in milliseconds: this clock corrected by what the relay said. */
  relayNowMs(): number
}
