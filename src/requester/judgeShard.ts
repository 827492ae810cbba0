import type { Address } from 'viem'
import { messageHash } from '../protocol/messages.ts'
import type { Bytes32, LeaseId } from '../protocol/primitives.ts'
import type { SliceRecord } from '../protocol/results.ts'
import type { ShardSpec } from '../protocol/shardSpec.ts'
import { auditPicks } from '../verify/auditPicks.ts'
import { type AuditBench, auditSlice } from './auditSlice.ts'
import type { SignedLease } from './jobLedger.ts'

/** One audit as the report and an outside checker see it. */
export interface AuditEntry {
  readonly lease: LeaseId
  readonly worker: Address
  readonly shard: number
  readonly k: number
  /** `promised`: picked by PRF(s, root). The others are extra and convict only through the same re-run. */
  readonly why: 'promised' | 'suspect' | 'unconfirmed-finding'
  readonly outcome: 'agreed' | 'cheated' | 'void'
  readonly text: string
}

/** What the audits of one shard came to. */
export interface Judgement {
  readonly entries: readonly AuditEntry[]
  readonly cheated: AuditEntry | undefined
}

/** Re-runs the slices that the audit secret picks for this root; stops at the first proven mismatch. */
export async function judgeShard(
  lease: SignedLease,
  records: readonly SliceRecord[],
  spec: ShardSpec,
  audit: { readonly secret: Bytes32; readonly ratePpm: number; readonly bench: AuditBench },
): Promise<Judgement> {
  const rootMessage = messageHash('Root', lease.root!)
  const picks = auditPicks(audit.secret, rootMessage, records.length, audit.ratePpm)
  const entries = await Promise.all(picks.map((k) => auditOne(lease, records, spec, k, 'promised', audit.bench)))
  return { entries, cheated: entries.find((entry) => entry.outcome === 'cheated') }
}

/** Re-runs one slice of a delivered shard and enters the outcome in the lease. */
export async function auditOne(
  lease: SignedLease,
  records: readonly SliceRecord[],
  spec: ShardSpec,
  k: number,
  why: AuditEntry['why'],
  bench: AuditBench,
): Promise<AuditEntry> {
  const verdict = await auditSlice(spec, k, records[k]!, bench)
  if (verdict.kind === 'agreed') lease.audited.add(k)
  const text = verdict.kind === 'cheated' ? verdict.difference : verdict.kind === 'void' ? verdict.why : ''
  return { lease: lease.lease, worker: lease.message.worker, shard: lease.shard, k, why, outcome: verdict.kind, text }
}
