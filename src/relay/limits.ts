import { z } from 'zod'
import { zCount } from '../protocol/primitives.ts'

const MIB = 2 ** 20
const GIB = 2 ** 30

/** What a relay allows; every figure can be set. The defaults suit one relay on one machine with some hundred workers. */
export const zRelayLimits = z.strictObject({
  /** Largest single blob. */
  blobBytes: zCount.default(256 * MIB),
  /** All blobs of one job together, results included. */
  jobBlobBytes: zCount.default(4 * GIB),
  /** Blobs of one uploader that no job uses yet. */
  unusedBlobBytes: zCount.default(1 * GIB),
  /** All blobs together. */
  storeBytes: zCount.default(50 * GIB),
  /** Largest job document. */
  documentBytes: zCount.default(64 * MIB),
  /** Seconds without a heartbeat after which a shard is given to another worker. */
  heartbeatSeconds: zCount.default(30),
  /** Longest wait of one question for a lease. */
  longPollSeconds: zCount.default(30),
  /** How long the job key may take to sign a proposed lease. */
  proposalSeconds: zCount.default(10),
  /** Shortest life of a lease; four times the estimate when that is longer. */
  leaseFloorSeconds: zCount.default(60),
  /** How long after its lease's end a rooted shard waits for its results. */
  resultsGraceSeconds: zCount.default(120),
  /** Leases of one job that a worker may lose or fail before it gets no more of them. */
  failuresPerJob: zCount.default(3),
  /** How long blobs are kept that no job uses. */
  unusedBlobSeconds: zCount.default(86_400),
  /** How long blobs of settled jobs are kept. */
  settledBlobSeconds: zCount.default(30 * 86_400),
  /** Requests that one session, or one address without a session, may send per second, and at once. */
  requestsPerSecond: zCount.default(50),
  requestsAtOnce: zCount.default(200),
  /** Seconds between comments that keep an event stream open. */
  keepAliveSeconds: z.number().min(0.05).default(5),
  /** Milliseconds between two looks at what has lapsed. */
  sweepMs: z.number().int().min(10).default(500),
})
export type RelayLimits = z.output<typeof zRelayLimits>

/** Longest delegation of a session key that is accepted, in seconds. */
export const SESSION_LIMIT_SECONDS = 7 * 86_400
