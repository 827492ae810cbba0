import { messageHash } from '../protocol/messages.ts'
import type { PayoutLine } from '../protocol/payout.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { AuditEntry, Publication, TranscriptLease } from '../protocol/transcript.ts'
import { auditPicks } from './auditPicks.ts'
import { auditRatePpm } from './credibility.ts'
import type { Complain } from './problem.ts'

/** Paid shards of a worker before this job, since its last strike, from its public record; undefined when nobody could say. */
export type KnownShards = ReadonlyMap<string, number>

/** The slices of a lease that the revealed secret picks, at the rate that was used. */
export function promisedPicks(entry: TranscriptLease, auditSecret: Bytes32): number[] {
  if (entry.root === null || entry.audit === null) return []
  const { message } = entry.root
  return auditPicks(auditSecret, messageHash('Root', message), message.done, entry.audit.ppm)
}

/**
 * That every paid shard was audited at the rate it had to be, that the slices which were run again are the ones that the secret
 * picks, no fewer and no others, and that nothing was paid whose audit did not agree.
 */
export function checkAudits(publication: Publication, known: KnownShards, complain: Complain): void {
  const { transcript, settlement } = publication
  const lines = new Map(settlement.lines.map((line) => [line.lease, line]))
  const byLease = Map.groupBy(transcript.audits, (audit) => audit.lease)
  const listed = new Set(transcript.leases.map(({ lease }) => lease))
  for (const lease of byLease.keys())
    if (!listed.has(lease)) complain({ what: 'audit', who: 'requester', lease, text: 'an audit is of no lease here' })
  for (const entry of transcript.leases) {
    const wrong = (text: string): void => complain({ what: 'audit', who: 'requester', lease: entry.lease, text })
    const audits = byLease.get(entry.lease) ?? []
    checkEntries(entry, audits, wrong)
    checkPicks(entry, audits, settlement.message.auditSecret, wrong)
    if (isForeign(entry, transcript) && audits.some(({ outcome }) => outcome === 'cheated'))
      wrong('it was convicted by a machine of another determinism class')
    const line = lines.get(entry.lease)
    if (line === undefined || !isPaid(line)) continue
    checkRate(entry, publication, known, wrong)
    if (entry.audit === null) continue
    const picks = promisedPicks(entry, settlement.message.auditSecret)
    for (const k of picks)
      if (!audits.some((audit) => audit.k === k))
        wrong(`slice ${k} was picked, was not run again, and the shard is paid`)
    if (audits.some(({ outcome }) => outcome !== 'agreed')) wrong('an audit did not agree, and the shard is paid')
  }
}

/** Whether the requester's machine and the worker's are known to be of two classes. */
function isForeign(entry: TranscriptLease, { determinismClass }: Publication['transcript']): boolean {
  const { determinismClass: worker } = entry
  return worker !== undefined && determinismClass !== undefined && worker !== determinismClass
}

function isPaid({ reason }: PayoutLine): boolean {
  return reason === 'full' || reason === 'partial'
}

function checkEntries(entry: TranscriptLease, audits: readonly AuditEntry[], wrong: (text: string) => void): void {
  const done = entry.root?.message.done ?? 0
  for (const { k, shard, worker } of audits) {
    if (shard !== entry.shard || worker !== entry.message.worker) wrong(`the audit of slice ${k} names another shard`)
    if (k >= done) wrong(`slice ${k} was audited, and the root has only ${done}`)
  }
}

/** An audit that is called promised has to be. That all of them took place is asked of paid shards only: a strike ends it early. */
function checkPicks(
  entry: TranscriptLease,
  audits: readonly AuditEntry[],
  auditSecret: Bytes32,
  wrong: (text: string) => void,
): void {
  const picks = new Set(promisedPicks(entry, auditSecret))
  for (const { k, why } of audits)
    if (why === 'promised' && !picks.has(k))
      wrong(`slice ${k} was run again as promised, and the secret does not pick it`)
}

function checkRate(
  entry: TranscriptLease,
  { transcript }: Publication,
  known: KnownShards,
  wrong: (text: string) => void,
): void {
  if (entry.audit === null) {
    wrong('the shard is paid, and nobody says how much of it was audited')
    return
  }
  const { worker, slot } = entry.message
  const earlier = transcript.leases.filter(({ message }) => message.worker === worker && message.slot < slot).length
  const before = known.get(worker)
  // Without the record: at least what was said has to follow the rule, and the floor holds whatever is said.
  const shards = before === undefined ? entry.audit.shardsBefore : before + earlier
  const least = auditRatePpm(transcript.basePpm, shards)
  if (entry.audit.ppm < least)
    wrong(`it was audited at ${entry.audit.ppm / 10_000}%, and had to be at ${least / 10_000}%`)
}
