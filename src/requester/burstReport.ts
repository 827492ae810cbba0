import { basename } from 'node:path'
import { isFuzzburstError } from '../protocol/errors.ts'
import { version } from '../protocol/version.ts'
import type { Report } from '../report/report.ts'
import { assembleReport, type BurstFacts } from './assembleReport.ts'
import type { BurstBoard } from './burstBoard.ts'
import type { BurstDeps } from './burstDeps.ts'
import type { BurstRequest } from './burstRequest.ts'
import { describeFindings } from './describeFindings.ts'
import type { NothingAffected, Overtaken } from './errors.ts'
import type { Funding } from './funding.ts'
import type { SignedLease } from './jobLedger.ts'
import type { PoolOutcome } from './poolBurst.ts'
import { poolMoney } from './poolMoney.ts'
import type { PreparedBurst } from './prepareBurst.ts'
import type { SliceSource } from './sliceSource.ts'

type CommonFacts = Pick<
  BurstFacts,
  | 'selection'
  | 'earlier'
  | 'version'
  | 'projectName'
  | 'commit'
  | 'plan'
  | 'notes'
  | 'auditRate'
  | 'startedAtMs'
  | 'userForgeVersion'
>

function commonFacts(request: BurstRequest, prepared: PreparedBurst, startedAtMs: number): CommonFacts {
  return {
    version,
    projectName: basename(request.root),
    commit: request.commit,
    userForgeVersion: prepared.project.userForgeVersion,
    plan: prepared.plan,
    selection: prepared.selection,
    earlier: prepared.earlier?.said ?? null,
    notes: [
      ...prepared.project.notes,
      ...prepared.discovery.notes,
      ...prepared.unitTestNotes,
      ...prepared.bench.reach.notes(),
    ],
    auditRate: request.options['audit-rate'],
    startedAtMs,
  }
}

/** Of SpendingCapReached. */
const CAP_CODE = 'FB2090'

const OVERTAKEN =
  'A newer run took its place: it was cancelled, what workers had done is settled, and the rest of the lock returns.'

/** The report of a burst on this machine. */
export async function localReport(
  request: BurstRequest,
  prepared: PreparedBurst,
  outcome: {
    readonly slices: readonly SliceSource[]
    readonly board: BurstBoard
    readonly fallback: string | null
    readonly corpus: Report['corpus']
  },
  deps: BurstDeps,
  startedAtMs: number,
): Promise<Report> {
  const described = await describeFindings(outcome.board.findings, prepared, deps, {
    slice: () => true,
    vouched: () => true,
  })
  return assembleReport({
    ...commonFacts(request, prepared, startedAtMs),
    mode: outcome.fallback === null ? 'local' : 'fallback',
    fallbackReason: outcome.fallback,
    corpus: outcome.corpus,
    slices: outcome.slices,
    described,
    leases: [],
    lines: [],
    audits: [],
    job: null,
    verifyCommand: null,
    money: null,
    finishedAtMs: deps.clock.now(),
    incomplete: [
      ...(deps.signal?.aborted ? ['The burst was stopped.'] : []),
      ...(outcome.fallback?.startsWith(CAP_CODE)
        ? ['A limit on spending was reached: nobody was paid, and only this machine ran the campaign.']
        : []),
    ],
    needlessShards: new Set(),
  })
}

/** The report of a burst through a pool. */
export async function poolReport(
  request: BurstRequest,
  prepared: PreparedBurst,
  funding: Funding,
  outcome: PoolOutcome & { readonly corpus: Report['corpus'] },
  deps: BurstDeps,
  startedAtMs: number,
): Promise<Report> {
  const { followed, ledger } = outcome
  const leases = [...ledger.leases.values()]
  const leaseOf = ({ worker, shard }: SliceSource): SignedLease | undefined =>
    leases.find((lease) => lease.message.worker === worker && lease.shard === shard && lease.state === 'accepted')
  const described = await describeFindings(outcome.board.findings, prepared, deps, {
    slice: (source) => source.worker === null || leaseOf(source) !== undefined,
    vouched: (source) => source.worker === null || (leaseOf(source)?.audited.has(source.k) ?? false),
  })
  const troubles = [...outcome.troubles]
  const money = await poolMoney(funding, outcome, request.options).catch((error: unknown) => {
    if (!isFuzzburstError(error)) throw error
    deps.say(`what the escrow holds could not be read: ${error.summary}`)
    return null
  })
  const ends = {
    done: [],
    'time-up': ['The time limit was reached.'],
    stopped: ['The burst was stopped.'],
    cancelled: [OVERTAKEN],
  } as const
  return assembleReport({
    ...commonFacts(request, prepared, startedAtMs),
    mode: 'pool',
    superseded: followed.end === 'cancelled',
    fallbackReason: followed.fallback,
    corpus: outcome.corpus,
    slices: outcome.slices,
    described,
    leases,
    lines: outcome.settled?.lines ?? [],
    audits: outcome.audits,
    job: outcome.draft.job,
    verifyCommand: `fuzzburst verify ${outcome.draft.job} --relay ${funding.connection.url}`,
    money,
    finishedAtMs: deps.clock.now(),
    incomplete: [...ends[followed.end], ...troubles],
    // A burst that ran to its end drops only shards whose targets all have a finding.
    needlessShards: new Set(followed.end === 'done' ? ledger.shardsThat('dropped') : []),
  })
}

/** The report of a burst in which nothing was run, because nothing that changed can matter to any target. */
export function nothingAffected(
  request: BurstRequest,
  { selection, project, userForgeVersion }: NothingAffected,
  deps: BurstDeps,
  startedAtMs: number,
): Report {
  const why = `Nothing was run: ${selection.why}`
  return nothingRan(request, { why, selection, project, userForgeVersion, superseded: false }, deps, startedAtMs)
}

/** The report of a burst that was not opened, because a newer run has taken its place. */
export function overtakenReport(
  request: BurstRequest,
  { selection, packed, project }: PreparedBurst,
  { summary }: Overtaken,
  deps: BurstDeps,
  startedAtMs: number,
): Report {
  const { userForgeVersion } = project
  const facts = { why: summary, selection, project: packed.project, userForgeVersion, superseded: true }
  return nothingRan(request, facts, deps, startedAtMs)
}

interface NothingRan {
  readonly why: string
  readonly selection: Report['selection']
  readonly project: Report['project']['digest']
  readonly userForgeVersion: string | null
  readonly superseded: boolean
}

function nothingRan(
  request: BurstRequest,
  { why, selection, project, userForgeVersion, superseded }: NothingRan,
  deps: BurstDeps,
  startedAtMs: number,
): Report {
  const { program } = deps.engine
  return {
    v: 1,
    tool: { name: 'fuzzburst', version },
    verdict: 'neutral',
    superseded,
    verdictReasons: [why],
    mode: 'local',
    fallbackReason: null,
    project: { name: basename(request.root), digest: project, commit: request.commit },
    job: null,
    startedAt: Math.floor(startedAtMs / 1_000),
    finishedAt: Math.floor(deps.clock.now() / 1_000),
    engine: { name: program.name, version: program.version, userVersion: userForgeVersion },
    findings: [],
    selection,
    earlier: null,
    corpus: null,
    timeline: [],
    unconfirmed: [],
    targets: [],
    notes: [],
    cut: [],
    work: { shards: 0, shardsDone: 0, slices: 0, slicesDone: 0, executions: 0, cpuSeconds: 0, limited: [] },
    audit: {
      slicesAudited: 0,
      slicesAuditedByOthers: 0,
      slicesDelivered: 0,
      mismatches: [],
      alpha: request.options['audit-rate'],
      bound: '',
      verifyCommand: null,
    },
    audits: [],
    workers: [],
    money: null,
  }
}
