import { join } from 'node:path'
import type { z } from 'zod'
import type { RequesterPool } from '../pool/pool.ts'
import type { JobView } from '../protocol/api.ts'
import type { AuditShard } from '../protocol/auditShard.ts'
import { sha256 } from '../protocol/digest.ts'
import type { JobSecrets } from '../protocol/jobSecrets.ts'
import type { Venue } from '../protocol/messages.ts'
import { type Bytes32, type JobId, toWire, zBytes32 } from '../protocol/primitives.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import {
  type AuditEntry,
  type Transcript,
  type TranscriptLease,
  transcriptDigest,
  type zPublicationRequest,
} from '../protocol/transcript.ts'
import type { SignedLease } from './jobLedger.ts'
import { writeWhole } from './projectState.ts'

/** What a settled job's requester knows and nobody else does. */
export interface Finished {
  readonly job: JobId
  readonly venue: Venue
  readonly secrets: Pick<JobSecrets, 'jobKey'>
  readonly leases: readonly SignedLease[]
  readonly audits: readonly AuditEntry[]
  /** What workers of other owners were asked to run again. */
  readonly auditShards: readonly AuditShard[]
  readonly basePpm: number
  /** Of this machine. */
  readonly ownClass: Bytes32
  /** Findings that were confirmed, in the order in which the reserve paid for them, by key. */
  readonly findings: readonly string[]
  readonly rewardUnits: bigint
  /** Keep results that hold findings sealed. */
  readonly privateFindings: boolean
}

/** The transcript of a finished job. @param view the job as its relay has it: the roots' signatures are there */
export async function transcriptOf(finished: Finished, view: Pick<JobView, 'leases'>): Promise<Transcript> {
  const carried = new Map(view.leases.map((lease) => [lease.lease, lease]))
  const leases = finished.leases.map(async (lease): Promise<TranscriptLease> => {
    const { root = null, requesterReceipt = null, results = null } = carried.get(lease.lease) ?? {}
    const holdsFinding = lease.slices.some(({ result }) => result.targets.some(({ finding }) => finding !== null))
    // What could not be read may hold a finding as well.
    const isWithheld = finished.privateFindings && (holdsFinding || lease.slices.length === 0)
    return {
      lease: lease.lease,
      message: lease.message,
      // The same bytes as before: signatures here are a function of key and message (RFC 6979).
      signature: await signMessageStruct(finished.secrets.jobKey, finished.venue, 'Lease', lease.message),
      shard: lease.shard,
      ...(lease.determinismClass !== null && { determinismClass: lease.determinismClass }),
      root,
      secondRoot: lease.secondRoot,
      receipt: requesterReceipt,
      results,
      key: isWithheld ? null : lease.resultsKey,
      audit: lease.audit,
    }
  })
  // Only what somebody had: of the rest there is nothing to check.
  const leased = new Set(finished.leases.map(({ shard }) => shard))
  const auditShards = finished.auditShards.filter(({ index }) => leased.has(index))
  return {
    v: 1,
    job: finished.job,
    basePpm: finished.basePpm,
    determinismClass: finished.ownClass,
    leases: (await Promise.all(leases)).sort((a, b) => a.message.slot - b.message.slot),
    audits: [...finished.audits],
    ...(auditShards.length > 0 && { auditShards }),
    rewards: { perFindingUnits: finished.rewardUnits, findings: finished.findings.map((key) => sha256(key)) },
  }
}

/** Signs a finished job's transcript, keeps it in the state folder and hands it to the relay for everybody to check. */
export async function publishJob(
  finished: Finished,
  pool: Pick<RequesterPool, 'job' | 'publish'>,
  stateDir: string,
): Promise<void> {
  const { job, secrets, venue } = finished
  const transcript = await transcriptOf(finished, await pool.job(job))
  const message = { job, transcript: transcriptDigest(transcript) }
  const signature = await signMessageStruct(secrets.jobKey, venue, 'Publication', message)
  const publication: z.output<typeof zPublicationRequest> = { transcript, signature }
  await writeWhole(join(stateDir, 'transcripts', `${zBytes32.parse(job)}.json`), toWire(publication))
  await pool.publish(job, publication)
}
