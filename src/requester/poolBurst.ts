import { spareSlots } from '../campaign/spendLimit.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import { PPM } from '../verify/auditPicks.ts'
import { type BurstBoard, burstBoard } from './burstBoard.ts'
import type { BurstDeps } from './burstDeps.ts'
import { draftJob, type JobDraft } from './draftJob.ts'
import { finderRewards } from './finderRewards.ts'
import { findingKey } from './findingLedger.ts'
import { type Followed, followJob } from './followJob.ts'
import type { Funding } from './funding.ts'
import { JobLedger } from './jobLedger.ts'
import type { AuditEntry } from './judgeShard.ts'
import { type LocalQueue, localQueue } from './localQueue.ts'
import { lockBudget, uploadLayers } from './openJob.ts'
import type { BurstOptions } from './options.ts'
import type { PreparedBurst } from './prepareBurst.ts'
import { type ProgressMeter, progressMeter } from './progressMeter.ts'
import { type SavedJob, saveJob } from './projectState.ts'
import { restoreLedger, resumeJob } from './resumeJob.ts'
import { runSlices } from './runSlices.ts'
import { type Settled, settleJob } from './settleJob.ts'
import type { SliceSource } from './sliceSource.ts'

/** Without `max-time` a burst may take this multiple of its estimate with one worker, and at least so many seconds. */
const PATIENT_FACTOR = 4
const SHORTEST_LIFE_SECONDS = 1_800

/** A burst that goes through a pool. */
export interface PoolBurst {
  readonly options: BurstOptions
  readonly visibility: 'public' | 'private'
  readonly prepared: PreparedBurst
  readonly funding: Funding
  readonly deps: BurstDeps
  readonly relay: string
  readonly startedAtMs: number
  /** A job that an earlier process opened. */
  readonly resumed: SavedJob | null
}

/** What a pool burst leaves for the report. */
export interface PoolOutcome {
  readonly draft: JobDraft
  readonly openTransaction: Bytes32 | null
  readonly followed: Followed
  /** Slices that count, the runner's own included. */
  readonly slices: readonly SliceSource[]
  readonly ledger: JobLedger
  readonly audits: readonly AuditEntry[]
  readonly board: BurstBoard
  /** Null when the relay could not be reached for it; `unsettled` then says why. */
  readonly settled: Settled | null
  readonly unsettled: string | null
}

interface Running {
  readonly queue: LocalQueue
  readonly ledger: JobLedger
  readonly audits: AuditEntry[]
  readonly own: SliceSource[]
  readonly board: BurstBoard
  readonly meter: ProgressMeter
}

/**
 * Opens (or takes up) a job, follows it to its end and settles it. What fails before the lock is open is thrown, so that
 * the caller can do without the pool; afterwards everything that can still be run and settled is.
 */
export async function burstThroughPool(burst: PoolBurst): Promise<PoolOutcome> {
  const { deps, options, resumed } = burst
  const { draft, openTransaction } =
    resumed === null ? await open(burst) : { draft: await resumeJob(resumed, burst.funding), openTransaction: null }
  const queue = localQueue(options.jobs ?? Math.max(1, deps.cores - 1))
  const ledger = new JobLedger(burst.prepared.plan.shards.length, draft.intent.slots + draft.intent.spares)
  if (resumed !== null) restoreLedger(ledger, resumed)
  const meter = progressMeter(burst.prepared.plan, deps, burst.funding)
  const board = burstBoard(burst.prepared, deps, queue, (target) => meter.found(target))
  const running: Running = { queue, ledger, audits: [], own: [], board, meter }
  const runnerShards = runOwn(
    burst,
    draft,
    running,
    burst.prepared.plan.runnerShards.map((shard) => shard.index),
  )
  const [followed] = await Promise.all([follow(burst, draft, running), runnerShards])
  await board.idle()
  meter.phase('settling')
  const settlement = await settle(burst, draft, running)
  return {
    draft,
    openTransaction,
    followed,
    slices: [...ledger.acceptedSlices(), ...running.own],
    ledger,
    audits: running.audits,
    board,
    ...settlement,
  }
}

function lifeSeconds({ prepared, options }: PoolBurst): number {
  const estimated = prepared.plan.shards.reduce((sum, shard) => sum + shard.estimatedMs, 0) / 1_000
  return options['max-time'] ?? Math.ceil(Math.max(SHORTEST_LIFE_SECONDS, PATIENT_FACTOR * estimated))
}

async function open(burst: PoolBurst): Promise<{ draft: JobDraft; openTransaction: Bytes32 | null }> {
  const { prepared, funding, options, deps } = burst
  const draft = await draftJob(prepared.plan, {
    venue: funding.connection.info.venue,
    account: funding.account,
    spender: funding.spender,
    secrets: funding.secrets,
    spares: spareSlots(prepared.plan.shards.length),
    relayerFeeCapUnits: funding.offer.relayerFeeCapUnits,
    visibility: options['allow-public-pool'] ? 'public' : burst.visibility,
    // The escrow judges these dates by its chain's clock; a private pool has only the relay's.
    nowSeconds: (await funding.escrow?.now()) ?? Math.floor(funding.connection.relayNowMs() / 1_000),
    lastsSeconds: lifeSeconds(burst),
  })
  const sent = await uploadLayers(funding, prepared)
  deps.say(sent === 0 ? 'the relay has every layer already' : `uploaded ${Math.ceil(sent / 1_024)} KiB`)
  // Saved before money moves: whatever happens next, `--resume` finds the job.
  await save(burst, draft, [], false)
  const openTransaction = await lockBudget(funding, funding.escrow, draft)
  await funding.connection.requester.postJob(draft.document)
  deps.say(`job ${draft.job} is open`)
  return { draft, openTransaction }
}

async function save(burst: PoolBurst, draft: JobDraft, signed: SavedJob['signed'], settled: boolean): Promise<void> {
  await saveJob(burst.deps.stateDir, {
    v: 1,
    job: draft.job,
    nonce: burst.funding.secrets.nonce,
    relay: burst.relay,
    plan: burst.prepared.plan,
    startedAtMs: burst.startedAtMs,
    signed,
    settled,
  })
}

function signedLeases(ledger: JobLedger): SavedJob['signed'] {
  return [...ledger.leases.values()].map(({ lease, shard, message }) => ({ lease, shard, message }))
}

/** Runs shards of the plan on this machine, with the very seeds that the job gave them. */
async function runOwn(burst: PoolBurst, draft: JobDraft, running: Running, shards: readonly number[]): Promise<void> {
  const { prepared, deps } = burst
  const all = draft.specs
  await runSlices(
    shards.map((shard) => ({
      shard,
      invocation: all[shard]!.invocation,
      limits: all[shard]!.limits,
      seeds: all[shard]!.seeds,
    })),
    {
      engine: deps.engine,
      workbench: prepared.bench.workbench,
      queue: running.queue,
      goOn: () => deps.clock.now() < burst.startedAtMs + lifeSeconds(burst) * 1_000,
      onSlice: (source) => {
        running.own.push(source)
        running.board.enter(source)
        running.meter.update(running)
      },
      ...(deps.signal && { signal: deps.signal }),
    },
  )
}

function follow(burst: PoolBurst, draft: JobDraft, running: Running): Promise<Followed> {
  const { funding, deps, options, prepared } = burst
  return followJob({
    job: draft.job,
    venue: funding.connection.info.venue,
    intent: draft.intent,
    specs: draft.specs.slice(0, prepared.plan.shards.length),
    secrets: funding.secrets,
    pool: funding.connection.requester,
    relayNowMs: () => funding.connection.relayNowMs(),
    ledger: running.ledger,
    findings: running.board.findings,
    keepAfterFinding: options['keep-after-finding'],
    audits: running.audits,
    bench: { engine: deps.engine, workbench: prepared.bench.workbench, queue: running.queue },
    auditPpm: Math.round(options['audit-rate'] * PPM),
    clock: deps.clock,
    deadlineMs: burst.startedAtMs + lifeSeconds(burst) * 1_000,
    patienceSeconds: options['worker-patience'],
    runHere: (shards) => runOwn(burst, draft, running, shards),
    save: () => save(burst, draft, signedLeases(running.ledger), false),
    onChange: () => running.meter.update(running),
    say: deps.say,
    ...(deps.signal && { signal: deps.signal }),
  })
}

/** Settles; a relay that is away then costs nobody's money: the lock returns, and workers have their default pay. */
async function settle(
  burst: PoolBurst,
  draft: JobDraft,
  running: Running,
): Promise<{ settled: Settled | null; unsettled: string | null }> {
  const { funding, deps } = burst
  const confirmed = running.board.findings.candidates.filter((candidate) => candidate.replay?.reproduced)
  const rewards = finderRewards(
    confirmed.map(
      ({ key }) =>
        (slice) =>
          slice.result.targets.some((target) => target.finding !== null && findingKey(target.finding) === key),
    ),
    [...running.ledger.leases.values()],
    { rewardUnits: funding.finderRewardUnits, reserveUnits: draft.intent.finderReserve },
  )
  const lines = running.ledger.payoutLines(rewards)
  try {
    const { requester, info } = funding.connection
    const settled = await settleJob(requester, info.venue, draft.job, funding.secrets, lines)
    await save(burst, draft, signedLeases(running.ledger), true)
    return { settled, unsettled: null }
  } catch (error) {
    if (!isFuzzburstError(error)) throw error
    deps.say(`the job could not be settled: ${error.summary}`)
    return {
      settled: null,
      unsettled: `The job is not settled (${error.summary}) Run: fuzzburst run --resume ${draft.job}`,
    }
  }
}
