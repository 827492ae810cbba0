import { z } from 'zod'
import { AUDIT_SHARDS_LIMIT, zAuditShard } from './auditShard.ts'
import { documentDigest } from './digest.ts'
import { zHostileText } from './finding.ts'
import { SHARDS_PER_JOB_LIMIT, zJobDocument } from './job.ts'
import { zLease, zReceipt, zRoot, zSettlement } from './messages.ts'
import { zPayoutLine } from './payout.ts'
import { type Bytes32, toWire, zAddress, zBytes32, zCount, zSignature, zUint32, zUnits } from './primitives.ts'

/** Most leases of one job: a lease for every slot, and as many spares at the most. */
const LEASES_PER_JOB_LIMIT = 2 * SHARDS_PER_JOB_LIMIT
/** Most audits that one transcript lists. */
const AUDITS_LIMIT = 262_144

/** One slice that the requester ran again. */
export const zAuditEntry = z.strictObject({
  lease: zBytes32,
  worker: zAddress,
  shard: zUint32,
  k: zUint32,
  /**
   * `promised`: picked by PRF(s, root). The others are extra and convict only through the same re-run. `disputed`: two workers got
   * different results for it, or the one that agreed was struck.
   */
  why: z.enum(['promised', 'suspect', 'finding', 'incomplete', 'disputed']),
  /** `void`: nothing is proven. Nobody is struck, and nobody is paid. */
  outcome: z.enum(['agreed', 'cheated', 'void']),
  text: zHostileText,
  /** Whose slice it was compared with: position k of another worker's lease. Not given: it was run again by the requester. */
  auditor: z.strictObject({ lease: zBytes32, k: zUint32 }).optional(),
})
export type AuditEntry = z.output<typeof zAuditEntry>

/** What a shard's audit rate rests on: anybody can look it up in the worker's public record. */
export const zAuditRate = z.strictObject({
  /** Share of the shard's slices that are re-run on average, in parts per million. */
  ppm: z.number().int().min(0).max(1_000_000),
  /** Shards of this worker that were paid before this one, since its last strike; earlier leases of this job included. */
  shardsBefore: zCount,
})
export type AuditRate = z.output<typeof zAuditRate>

/** One signed lease and everything that was said about it. */
export const zTranscriptLease = z.strictObject({
  lease: zBytes32,
  message: zLease,
  signature: zSignature,
  shard: zUint32,
  /** Of the worker, as the relay knew it when it proposed the lease. */
  determinismClass: zBytes32.optional(),
  root: z.strictObject({ message: zRoot, signature: zSignature }).nullable(),
  /** Another root that the worker signed for this lease. */
  secondRoot: z.strictObject({ message: zRoot, signature: zSignature }).nullable(),
  /** The requester's dated word for the root. */
  receipt: z.strictObject({ message: zReceipt, signature: zSignature }).nullable(),
  /** Blob of the sealed results. */
  results: z.strictObject({ digest: zBytes32, bytes: zCount }).nullable(),
  /** Opens these results and no others. Null: nothing was delivered, or it holds findings that are kept private for now. */
  key: zBytes32.nullable(),
  /** Null when the delivery was never judged. */
  audit: zAuditRate.nullable(),
})
export type TranscriptLease = z.output<typeof zTranscriptLease>

/** A finished job as its requester publishes it: what anybody needs to check every audit and every amount. */
export const zTranscript = z.strictObject({
  v: z.literal(1),
  job: zBytes32,
  /** What was asked for by `audit-rate`, in parts per million; single shards may have been audited at more. */
  basePpm: z.number().int().min(0).max(1_000_000),
  /** Of the requester's machine: it convicts nobody of another one. */
  determinismClass: zBytes32.optional(),
  leases: z.array(zTranscriptLease).max(LEASES_PER_JOB_LIMIT),
  audits: z.array(zAuditEntry).max(AUDITS_LIMIT),
  /** What workers of other owners were given to run again. Not given: nothing. */
  auditShards: z.array(zAuditShard).max(AUDIT_SHARDS_LIMIT).optional(),
  /** Findings that earned a reward, in the order in which the reserve paid for them, by digest of their key. */
  rewards: z.strictObject({ perFindingUnits: zUnits, findings: z.array(zBytes32).max(65_536) }),
})
export type Transcript = z.output<typeof zTranscript>

/** POST /v1/jobs/:job/publication: a transcript under the job key's signature. A later one may only open more results. */
export const zPublicationRequest = z.strictObject({ transcript: zTranscript, signature: zSignature })

/** GET /v1/jobs/:job/publication: everything of a finished job but the sealed results themselves. */
export const zPublication = z.object({
  document: zJobDocument,
  settlement: z.object({ message: zSettlement, signature: zSignature, lines: z.array(zPayoutLine) }),
  transcript: zTranscript,
  signature: zSignature,
})
export type Publication = z.output<typeof zPublication>

/** What the job key signs of a transcript. */
export function transcriptDigest(transcript: Transcript): Bytes32 {
  return documentDigest('transcript', JSON.parse(toWire(transcript)))
}

/** The transcript without the keys: what can never change once it was published. */
export function transcriptCore(transcript: Transcript): Bytes32 {
  return transcriptDigest({ ...transcript, leases: transcript.leases.map((lease) => ({ ...lease, key: null })) })
}
