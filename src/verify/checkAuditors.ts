import { isAuditShard } from '../protocol/auditShard.ts'
import type { AuditEntry, Publication, TranscriptLease } from '../protocol/transcript.ts'
import { compareSlice } from './compareSlice.ts'
import type { OpenedLease } from './openLease.ts'
import type { Complain } from './problem.ts'

/**
 * That where another worker's slice stands for a re-run of the requester, it was the same slice, of another worker, of the same
 * determinism class, and had the same result; and that nobody's word was left standing who was struck.
 */
export function checkAuditors(
  { transcript, settlement }: Publication,
  opened: ReadonlyMap<string, OpenedLease>,
  complain: Complain,
): void {
  const leases = new Map(transcript.leases.map((entry) => [entry.lease, entry]))
  const shards = new Map(transcript.auditShards?.map((shard) => [shard.index, shard.places]))
  if (shards.size !== (transcript.auditShards?.length ?? 0))
    complain({ what: 'audit', who: 'requester', text: 'two audit shards have one number' })
  const reasons = new Map(settlement.lines.map(({ lease, reason }) => [lease, reason]))
  for (const audit of transcript.audits) {
    const { auditor: named, lease } = audit
    if (named === undefined) continue
    const wrong = (text: string): void =>
      complain({ what: 'audit', who: 'requester', lease, text: `the audit of slice ${audit.k} ${text}` })
    const audited = leases.get(lease)
    const auditor = leases.get(named.lease)
    if (audited === undefined || auditor === undefined) {
      wrong('names a lease that is not here')
      continue
    }
    const place = shards.get(auditor.shard)?.[named.k]
    if (place?.lease !== lease || place.shard !== audited.shard || place.k !== audit.k) wrong('names another slice')
    const why = unfit(audit, audited, auditor)
    if (why !== undefined) wrong(why)
    if (!agree(opened.get(lease), audit.k, opened.get(named.lease), named.k))
      wrong('is called agreed, and the two results differ')
    const stands = ['full', 'partial'].includes(reasons.get(named.lease) ?? '')
    if (!stands && !transcript.audits.some((other) => isRerun(other, audit)))
      wrong('rests on a worker that was refused, and was not run again')
  }
}

function unfit(audit: AuditEntry, audited: TranscriptLease, auditor: TranscriptLease): string | undefined {
  if (audit.outcome !== 'agreed') return 'was no agreement, and the requester did not run it itself'
  if (isAuditShard(audited.shard)) return 'is of an audit: those are for the requester itself'
  if (auditor.message.worker === audited.message.worker) return 'is by the audited worker itself'
  if (auditor.determinismClass !== audited.determinismClass) return 'is by a worker of another determinism class'
  return undefined
}

function isRerun(other: AuditEntry, audit: AuditEntry): boolean {
  return other.lease === audit.lease && other.k === audit.k && other.auditor === undefined
}

/** Sealed or lost results leave it open. */
function agree(a: OpenedLease | undefined, k: number, b: OpenedLease | undefined, position: number): boolean {
  if (a?.kind !== 'opened' || b?.kind !== 'opened') return true
  const [claim, said] = [a.slices[k], b.slices[position]]
  return claim !== undefined && said !== undefined && compareSlice(claim, said) === 'match'
}
