import { join } from 'node:path'
import { keccak256, toHex } from 'viem'
import { planDigest } from '../campaign/plan.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import { jobSeed, sliceSeed } from '../protocol/jobSecrets.ts'
import { printedError } from '../report/printedError.ts'
import type { Report } from '../report/report.ts'
import { burstBoard } from './burstBoard.ts'
import type { BurstDeps } from './burstDeps.ts'
import { localReport, nothingAffected, overtakenReport, poolReport } from './burstReport.ts'
import type { BurstRequest } from './burstRequest.ts'
import { NothingAffected, Overtaken, PrivateCodeToPublicPool } from './errors.ts'
import { connectFunding, type Funding, type FundingRequest } from './funding.ts'
import { type LocalCorpus, openLocalCorpus } from './localCorpus.ts'
import { localQueue } from './localQueue.ts'
import type { BurstOptions } from './options.ts'
import { burstThroughPool, type PoolOutcome } from './poolBurst.ts'
import { type Offer, type PreparedBurst, prepareBurst, reopenBurst } from './prepareBurst.ts'
import { progressMeter } from './progressMeter.ts'
import type { SavedJob } from './projectState.ts'
import { connectPullBoard } from './pullBoard.ts'
import { recordTimeline } from './recordTimeline.ts'
import { replayEarlier } from './replayEarlier.ts'
import { type LocalShard, runSlices } from './runSlices.ts'
import type { SliceSource } from './sliceSource.ts'
import { spendingCaps, withinCaps } from './spendingCaps.ts'
import { type StepTimes, stepTimes } from './stepTimes.ts'
import { benchFor } from './workbench.ts'

const FREE: Offer = { slotPriceUnits: 0n, finderReserveUnits: 0n, maxSpendUnits: null, relayerFeeCapUnits: 0n }

/**
 * One burst from a project's sources to its report: plan, fund, submit, follow, audit, settle. What the Action and the
 * command line both call. Without a pool, or when the pool, the chain or the money fails, the same campaign runs on this
 * machine and the report says so.
 * @throws coded errors for what no machine can run: no project, compile error, no targets, invalid limits
 */
export async function runBurst(request: BurstRequest, world: BurstDeps): Promise<Report> {
  const steps = stepTimes(world.clock)
  const timeline = recordTimeline(world)
  const deps = { ...timeline.deps, stepDone: steps.done }
  const startedAtMs = deps.clock.now()
  const { funding, fallback } = await fund(request, deps)
  steps.done('connect')
  let fresh: PreparedBurst
  try {
    fresh = await prepareBurst(request.root, request.options, funding?.offer ?? FREE, deps, request)
  } catch (error) {
    if (error instanceof NothingAffected) return nothingAffected(request, error, deps, startedAtMs)
    throw error
  }
  try {
    const queue = localQueue(request.options.jobs ?? deps.cores)
    const prepared = { ...fresh, earlier: await replayEarlier(request.earlier ?? [], fresh, queue, deps) }
    steps.done('earlier cases')
    const report =
      funding === null
        ? await burstHere(request, prepared, deps, startedAtMs, fallback)
        : await burstInPool(request, prepared, funding, deps, startedAtMs, null, steps)
    return { ...report, timeline: timeline.points() }
  } finally {
    await fresh.bench.close()
  }
}

/**
 * Takes up a job that an earlier process opened, on this machine or another: needs the spender key, the saved job and the
 * project. @throws CannotResume and the coded errors of the pool
 */
export async function resumeBurst(
  request: BurstRequest & { readonly funding: FundingRequest },
  saved: SavedJob,
  deps: BurstDeps,
): Promise<Report> {
  const funding = await connectFunding(request.funding, request.options, deps)
  // A stop order is for the job's leases; what is needed to judge their work is built all the same.
  const { signal: _stop, ...unstopped } = deps
  const prepared = await reopenBurst(request.root, request.options, saved.plan, unstopped)
  try {
    return await burstInPool(request, prepared, funding, deps, saved.startedAtMs, saved)
  } finally {
    await prepared.bench.close()
  }
}

/** Connects to relay and chain; a failure of theirs is a reason to fall back, not to end. */
async function fund(
  request: BurstRequest,
  deps: BurstDeps,
): Promise<{ funding: Funding | null; fallback: string | null }> {
  if (request.funding === null) return { funding: null, fallback: request.unfunded ?? null }
  try {
    const funding = await connectFunding(request.funding, request.options, deps)
    const leaks = request.visibility === 'private' && funding.connection.info.pool === 'chain'
    if (leaks && !request.options['allow-public-pool']) throw new PrivateCodeToPublicPool()
    const { series } = request
    const board =
      series && funding.sponsor === null
        ? { pull: await connectPullBoard(series, funding.connection.url, funding.spender, deps) }
        : {}
    const whole = { ...funding, ...(series && { series }), ...board }
    return { funding: withinCaps(whole, await spendingCaps(whole, request.options)), fallback: null }
  } catch (error) {
    return { funding: null, fallback: fallbackReason(error, deps) }
  }
}

/** Money and chain, pool, and settings of the pool: what a burst can do without. */
const DISPENSABLE = /^FB(2|3|101[1238])/

/** Says loudly that the pool is not used. @throws what is not the pool's, the chain's or the money's fault */
function fallbackReason(error: unknown, deps: BurstDeps): string {
  if (!isFuzzburstError(error) || !DISPENSABLE.test(error.code)) throw error
  const announce = deps.announce ?? deps.say
  announce(printedError(error))
  announce('THE POOL IS NOT USED: the whole campaign runs on this machine.')
  return `${error.code}: ${error.summary}`
}

async function burstInPool(
  request: BurstRequest,
  prepared: PreparedBurst,
  funding: Funding,
  deps: BurstDeps,
  startedAtMs: number,
  resumed: SavedJob | null,
  steps?: StepTimes,
): Promise<Report> {
  const { options, visibility } = request
  const relay = funding.connection.url
  const corpus = await corpusOf(options, deps)
  const opening = burstThroughPool({
    options,
    visibility,
    prepared,
    funding,
    deps,
    relay,
    startedAtMs,
    resumed,
    ...(corpus && { corpus }),
    ...(steps && { steps }),
  })
  let outcome: PoolOutcome
  try {
    outcome = await opening
  } catch (error) {
    await corpus?.close()
    // Only what fails before the lock is open is thrown.
    if (resumed !== null) throw error
    if (error instanceof Overtaken) return overtakenReport(request, prepared, error, deps, startedAtMs)
    return burstHere(request, prepared, deps, startedAtMs, fallbackReason(error, deps))
  }
  const merged = (await corpus?.merge()) ?? null
  await corpus?.close()
  return poolReport(request, prepared, funding, { ...outcome, corpus: merged }, deps, startedAtMs)
}

/** All shards of the plan, the runner's own included, with fresh seeds. */
function localShards(prepared: PreparedBurst, deps: BurstDeps): LocalShard[] {
  const { plan } = prepared
  const seed = jobSeed(planDigest(plan), keccak256(deps.randomBytes32()))
  return [...plan.shards, ...plan.runnerShards].map((shard) => ({
    shard: shard.index,
    invocation: plan.invocations[shard.invocation]!.invocation,
    limits: plan.limits,
    seeds: Array.from({ length: shard.slices }, (_, k) => sliceSeed(seed, shard.index, k)),
  }))
}

async function burstHere(
  request: BurstRequest,
  prepared: PreparedBurst,
  deps: BurstDeps,
  startedAtMs: number,
  fallback: string | null,
): Promise<Report> {
  const { options } = request
  const queue = localQueue(options.jobs ?? deps.cores)
  const meter = progressMeter(prepared.plan, deps, null)
  const board = burstBoard(prepared, deps, queue, {
    vouch: async () => true,
    onConfirmed: (target) => meter.found(target),
  })
  const deadlineMs = startedAtMs + (options['max-time'] ?? Number.POSITIVE_INFINITY) * 1_000
  const done: SliceSource[] = []
  const corpus = await corpusOf(options, deps)
  await runSlices(localShards(prepared, deps), {
    engine: deps.engine,
    workbench: (invocation) => benchFor(prepared.bench, prepared.plan, invocation),
    queue,
    goOn: () => deps.clock.now() < deadlineMs,
    onSlice: (source) => {
      done.push(source)
      board.enter(source)
      meter.update({ ledger: null, own: done })
    },
    ...(corpus && { corpus }),
    ...(deps.signal && { signal: deps.signal }),
  })
  await board.idle()
  const merged = (await corpus?.merge()) ?? null
  await corpus?.close()
  return localReport(request, prepared, { slices: done, board, fallback, corpus: merged }, deps, startedAtMs)
}

/**
 * The corpus of coverage-guided invariants, kept between bursts on this machine. Slices of a job start without one: it is what a job
 * promises. What they add is what this machine ran of them. Private findings leave none: it holds inputs.
 */
async function corpusOf(options: BurstOptions, deps: BurstDeps): Promise<LocalCorpus | null> {
  if (!options.corpus || options['private-findings']) return null
  return openLocalCorpus(join(deps.trustedDir, 'cache', 'corpus', options.profile))
}

/** A fresh nonce for {@link FundingRequest}. */
export function freshNonce(deps: Pick<BurstDeps, 'randomBytes32'>): `0x${string}` {
  return toHex(deps.randomBytes32())
}
