import type { Address } from 'viem'
import type { Plan, PlannedTarget } from '../campaign/plan.ts'
import type { ProjectNote } from '../engines/engine.ts'
import { isAuditShard } from '../protocol/auditShard.ts'
import type { PayoutLine } from '../protocol/payout.ts'
import type { AuditEntry } from '../protocol/transcript.ts'
import type { Report } from '../report/report.ts'
import { caughtShare } from '../verify/detection.ts'
import type { Described } from './describeFindings.ts'
import type { SignedLease } from './jobLedger.ts'
import type { SliceSource } from './sliceSource.ts'

/** Everything a burst knows at its end. */
export interface BurstFacts {
  readonly version: string
  readonly projectName: string
  readonly commit: string | null
  readonly userForgeVersion: string | null
  readonly mode: Report['mode']
  /** A newer run took its place. */
  readonly superseded?: boolean
  readonly fallbackReason: string | null
  readonly plan: Plan
  readonly notes: readonly ProjectNote[]
  readonly slices: readonly SliceSource[]
  readonly described: Described
  readonly leases: readonly SignedLease[]
  readonly lines: readonly PayoutLine[]
  readonly audits: readonly AuditEntry[]
  readonly auditRate: number
  readonly job: Report['job']
  readonly verifyCommand: string | null
  readonly money: Report['money']
  readonly startedAtMs: number
  readonly finishedAtMs: number
  /** Why not everything ran, in words. */
  readonly incomplete: readonly string[]
  /** What became of failing cases of earlier runs. */
  readonly earlier?: Report['earlier']
  /** Inputs that reach new code, kept for the next burst. */
  readonly corpus?: Report['corpus']
  /** Which targets were chosen, when not all. */
  readonly selection?: Report['selection']
  /** Shards that were dropped because all their targets had a replayed finding: their slices are not missed. */
  readonly needlessShards: ReadonlySet<number>
}

/** The report of a burst. Pure. Green only when every planned slice of every target ran and nothing failed. */
export function assembleReport(facts: BurstFacts): Report {
  const { plan, slices, described } = facts
  const planned = [...plan.shards, ...plan.runnerShards]
  const done = distinctSlices(slices)
  const targets = reportTargets(facts)
  const limited = slices
    .filter((slice) => slice.result.outcome.kind !== 'completed')
    .map((slice) => ({ shard: slice.shard, k: slice.k, what: outcomeText(slice) }))
  const missing = planned
    .filter((shard) => !facts.needlessShards.has(shard.index))
    .map((shard) => shard.slices - (done.get(shard.index)?.size ?? 0))
    .filter((count) => count > 0)
  const reasons = [
    ...facts.incomplete,
    ...shortened(plan),
    ...(missing.length > 0 ? [`${missing.reduce((a, b) => a + b, 0)} planned slice(s) did not run.`] : []),
    ...(limited.length > 0 ? [`${limited.length} slice(s) hit a limit or ended with an engine error.`] : []),
    ...targets
      .filter((target) => target.status === 'not-run')
      .map(({ id, why }) => `Not run${why === 'fork' || why === 'ffi' ? NOT_IN_A_SLICE[why] : ''}: ${id}`),
    ...[...failuresWithoutInput(slices)].map(
      (id) => `Failed without an input that shows it (the engine gave up, say after too many rejected inputs): ${id}`,
    ),
    ...(described.unconfirmed.length > 0
      ? [`${described.unconfirmed.length} failure(s) did not show again when replayed.`]
      : []),
    ...(facts.audits.some((entry) => entry.outcome === 'void')
      ? ['Re-runs of some slices did not agree or did not complete: see the audits.']
      : []),
    ...(facts.notes.some((note) => note.kind === 'unit-test-failed') ? ['Unit tests of the project fail.'] : []),
  ]
  return {
    v: 1,
    tool: { name: 'fuzzburst', version: facts.version },
    verdict: described.findings.length > 0 ? 'failed' : reasons.length > 0 ? 'neutral' : 'passed',
    superseded: facts.superseded ?? false,
    verdictReasons: reasons.slice(0, 50),
    mode: facts.mode,
    fallbackReason: facts.fallbackReason,
    project: { name: facts.projectName, digest: plan.project, commit: facts.commit },
    job: facts.job,
    startedAt: Math.floor(facts.startedAtMs / 1_000),
    finishedAt: Math.floor(facts.finishedAtMs / 1_000),
    engine: { name: plan.engine.name, version: plan.engine.version, userVersion: facts.userForgeVersion },
    findings: described.findings,
    selection: facts.selection ?? null,
    earlier: facts.earlier ?? null,
    corpus: facts.corpus ?? null,
    timeline: [],
    unconfirmed: described.unconfirmed,
    targets,
    notes: facts.notes.map(({ kind, text }) => ({ kind, text })),
    cut: plan.cut,
    work: {
      shards: planned.length,
      shardsDone: planned.filter((shard) => (done.get(shard.index)?.size ?? 0) >= shard.slices).length,
      slices: planned.reduce((sum, shard) => sum + shard.slices, 0),
      slicesDone: [...done.values()].reduce((sum, places) => sum + places.size, 0),
      executions: slices.reduce((sum, slice) => sum + slice.result.executions, 0),
      cpuSeconds: slices.reduce((sum, slice) => sum + slice.cpuMs, 0) / 1_000,
      limited,
    },
    audit: auditPart(facts),
    audits: [...facts.audits],
    workers: workerParts(facts),
    money: facts.money,
  }
}

/** Limits that made the campaign shorter than what was asked for. Targets that got nothing are named by their status. */
function shortened({ cut, targets }: Plan): string[] {
  return cut
    .filter(({ text }) => !targets.some(({ id }) => text.startsWith(`${id} `)))
    .map(({ by, text }) => `Cut short by \`${by}\`: ${text}`)
}

/** Places of each shard that some slice filled: a place that was run twice is one. */
function distinctSlices(slices: readonly SliceSource[]): Map<number, Set<number>> {
  const places = new Map<number, Set<number>>()
  for (const { shard, k } of slices) places.set(shard, (places.get(shard) ?? new Set()).add(k))
  return places
}

function outcomeText(slice: SliceSource): string {
  const { outcome } = slice.result
  if (outcome.kind === 'limit') return `hit the ${outcome.limit} limit`
  return outcome.kind === 'engine-error' ? `engine error (exit ${outcome.exitCode ?? 'by signal'})` : 'completed'
}

/** Why targets that fork or call ffi may not have run: the notes say what this machine offered them. */
const NOT_IN_A_SLICE = {
  fork: ' (it forks, and got nothing from its chain here)',
  ffi: ' (it calls ffi, and the program did not run here)',
}

/** Targets that some slice calls failed although it has no finding of them. */
function failuresWithoutInput(slices: readonly SliceSource[]): Set<string> {
  const results = slices.flatMap((slice) => slice.result.targets)
  return new Set(
    results.filter(({ status, finding }) => status === 'failed' && finding === null).map(({ target }) => target),
  )
}

function reportTargets(facts: BurstFacts): Report['targets'] {
  const executions = new Map<string, number>()
  const passed = new Set<string>()
  const skipped = new Set<string>()
  for (const slice of facts.slices)
    for (const result of slice.result.targets) {
      executions.set(result.target, (executions.get(result.target) ?? 0) + result.executions)
      if (result.status === 'skipped') skipped.add(result.target)
      else passed.add(result.target)
    }
  const failed = new Set(facts.described.findings.map((finding) => finding.finding.target))
  const doubtful = new Set([
    ...facts.described.unconfirmed.map((failure) => failure.target),
    ...failuresWithoutInput(facts.slices),
  ])
  const status = (target: PlannedTarget): Report['targets'][number]['status'] => {
    if (failed.has(target.id)) return 'failed'
    if (doubtful.has(target.id)) return 'engine-error'
    // Skipped in one slice and passed in another: part of what was planned did not run.
    return passed.has(target.id) && !skipped.has(target.id) ? 'passed' : 'not-run'
  }
  return facts.plan.targets.map((target) => ({
    id: target.id,
    kind: target.kind,
    property: target.line === null ? null : { path: target.path, line: target.line },
    status: status(target),
    executions: executions.get(target.id) ?? 0,
    where: facts.mode === 'pool' ? target.where : 'runner',
    why: target.why ?? (facts.mode === 'local' ? 'local' : facts.mode === 'fallback' ? 'fallback' : null),
  }))
}

function auditPart(facts: BurstFacts): Report['audit'] {
  // Audits by other workers are leases too: they deliver nothing new.
  const leases = facts.leases.filter(({ shard }) => !isAuditShard(shard))
  const audits = facts.audits.filter(({ shard }) => !isAuditShard(shard))
  const accepted = leases.filter((lease) => lease.state === 'accepted')
  const share = caughtShare(accepted.map((lease) => ({ slices: lease.slices.length, audited: lease.audited.size })))
  return {
    slicesAudited: audits.length,
    slicesAuditedByOthers: audits.filter(({ auditor }) => auditor !== undefined).length,
    slicesDelivered: leases.reduce((sum, lease) => sum + lease.slices.length, 0),
    mismatches: facts.audits
      .filter((entry) => entry.outcome === 'cheated')
      .map(({ lease, worker, k, text }) => ({ lease, worker, k, text })),
    alpha: facts.auditRate,
    bound:
      accepted.length === 0
        ? 'No slice of a worker counted.'
        : share === undefined
          ? 'Too few slices for a bound of 99%: even work that was wholly invented could have passed.'
          : `Workers that all faked ${Math.round(share * 100)}% or more of their slices would have been caught with 99%.`,
    verifyCommand: facts.verifyCommand,
  }
}

/** Words for the reasons of the protocol. */
const refusalTexts: Readonly<Record<PayoutLine['reason'], string>> = {
  full: 'paid in full',
  partial: 'paid for the slices that were done',
  noRoot: 'no root came before the lease ended',
  noResults: 'no results came that match the signed root',
  auditMismatch: 'a re-run gave another result',
  equivocation: 'two different roots were signed',
  copied: 'the root was another worker’s',
  findingNotReplayed: 'a finding could not be replayed',
  voided: 'the slice is not deterministic',
  unaudited: 'not re-run, and the worker was caught elsewhere in this burst',
}

function workerParts(facts: BurstFacts): Report['workers'] {
  const workers = [...new Set(facts.lines.map((line) => line.worker))].sort()
  return workers.map((worker: Address) => {
    const own = facts.lines.filter((line) => line.worker === worker)
    const slices = facts.slices.filter((slice) => slice.worker === worker)
    return {
      worker,
      slicesDone: slices.length,
      earnedUnits: own.reduce((sum, line) => sum + line.payUnits + line.rewardUnits, 0n),
      cpuSeconds: slices.reduce((sum, slice) => sum + slice.cpuMs, 0) / 1_000,
      refused: own
        .filter((line) => line.reason !== 'full' && line.reason !== 'partial')
        .map((line) => ({ slot: line.slot, reason: line.reason, text: refusalTexts[line.reason] })),
    }
  })
}
