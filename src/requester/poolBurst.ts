import { spareSlots } from '../campaign/spendLimit.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { AuditEntry } from '../protocol/transcript.ts'
import { PPM } from '../verify/auditPicks.ts'
import { AuditDesk } from './auditDesk.ts'
import { auditRates } from './auditRates.ts'
import { type BurstBoard, burstBoard } from './burstBoard.ts'
import type { BurstDeps } from './burstDeps.ts'
import { draftJob, intentFor, type JobDraft, SETTLE_GRACE_SECONDS, signIntent } from './draftJob.ts'
import { CannotResume, Overtaken } from './errors.ts'
import { type Followed, followJob, type LocalWork } from './followJob.ts'
import type { Funding } from './funding.ts'
import { saveEvidence } from './gatherEvidence.ts'
import { JobLedger } from './jobLedger.ts'
import { createJudge, type Judge } from './judgeLease.ts'
import type { LocalCorpus } from './localCorpus.ts'
import { type LocalQueue, localQueue } from './localQueue.ts'
import { lockBudget, uploadLayers } from './openJob.ts'
import type { BurstOptions } from './options.ts'
import { outsideRules } from './outsideRules.ts'
import { ownClass } from './ownClass.ts'
import { paidShardsAt } from './paidShards.ts'
import type { PreparedBurst } from './prepareBurst.ts'
import { type ProgressMeter, progressMeter } from './progressMeter.ts'
import { type SavedJob, saveJob, saveSettlement } from './projectState.ts'
import { type Finished, publishJob } from './publishJob.ts'
import { isOvertaken, takePlace } from './pullBoard.ts'
import { restoreLedger, resumeDraft } from './resumeJob.ts'
import { runSlices } from './runSlices.ts'
import { settleBurst } from './settleBurst.ts'
import type { Settled } from './settleJob.ts'
import type { SliceSource } from './sliceSource.ts'
import { askSponsor } from './sponsorFunding.ts'
import type { StepTimes } from './stepTimes.ts'
import { benchFor } from './workbench.ts'

/** Without `max-time` a burst may take this multiple of its estimate with one worker, and at least so many seconds. */
const PATIENT_FACTOR = 4
const SHORTEST_LIFE_SECONDS = 1_800
/** How far this machine's idea of the relay's time may be off, in seconds. */
const CLOCK_MARGIN_SECONDS = 30

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
  /** Takes the inputs that reach new code in slices that this machine runs: its own, and those that it audits. */
  readonly corpus?: LocalCorpus
  /** What came before; told of what comes before the first shard. */
  readonly steps?: StepTimes
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
  /** Null when it could not be handed in; a trouble then says why. */
  readonly settled: Settled | null
  /** What went wrong on the way, in words: the burst is not whole. */
  readonly troubles: readonly string[]
}

interface Running {
  readonly burst: PoolBurst
  readonly draft: JobDraft
  readonly queue: LocalQueue
  readonly ledger: JobLedger
  readonly audits: AuditEntry[]
  /** Determinism class of this machine. */
  readonly ownClass: Bytes32
  readonly own: SliceSource[]
  readonly desk: AuditDesk
  readonly judge: Judge
  readonly board: BurstBoard
  readonly meter: ProgressMeter
  /** Aborted when somebody else who holds the key has cancelled the job. */
  readonly cancelled: AbortController
}

/**
 * Opens (or takes up) a job, follows it to its end and settles it. What fails before the lock is open is thrown, so that
 * the caller can do without the pool. Afterwards nothing is: what can still be run is run, what can be settled is settled,
 * and the rest is a trouble of the outcome.
 */
export async function burstThroughPool(burst: PoolBurst): Promise<PoolOutcome> {
  const { funding, resumed } = burst
  if (resumed === null && funding.pull && (await isOvertaken(funding.pull))) throw new Overtaken()
  // Before money moves: a machine that does not agree with itself can judge nobody.
  const own = await ownClass(burst.deps)
  const draft = resumed === null ? await newDraft(burst, own) : resumeDraft(resumed, funding)
  burst.steps?.done('sign')
  await uploadLayers(funding, burst.prepared, burst.deps.say)
  burst.steps?.done('upload')
  // Saved before money moves: whatever happens next, `--resume` finds the job.
  await save(burst, draft, { signed: resumed?.signed ?? [], auditShards: resumed?.auditShards ?? [] }, false)
  const openTransaction = await lockBudget(funding, draft)
  burst.steps?.done('lock')
  const running = start(burst, draft, own)
  const troubles: string[] = []
  const followed = await guarded(troubles, () => post(running).then(() => follow(running)))
  await guarded(troubles, () => runOwn(running, unreachedRunnerShards(running)))
  await guarded(troubles, () => running.board.idle())
  running.meter.phase('settling')
  const settled = await guarded(troubles, () =>
    settleBurst(funding, draft, running.ledger, running.board.findings, () => save(burst, draft, asked(running), true)),
  )
  if (settled !== undefined) await publish(running)
  if (settled !== undefined)
    await guarded(troubles, () => saveSettlement(burst.deps.stateDir, { ...settled, lines: [...settled.lines] }))
  if (settled === undefined) troubles.push(`The job is not settled. Run: fuzzburst run --resume ${draft.job}`)
  return {
    draft,
    openTransaction,
    followed: followed ?? { end: 'stopped', fallback: null },
    slices: [...running.ledger.acceptedSlices(), ...running.own],
    ledger: running.ledger,
    audits: running.audits,
    board: running.board,
    settled: settled ?? null,
    troubles,
  }
}

/** Runs a step after the lock: its failure is a trouble, never the end. A job that cannot be resumed is said so. */
async function guarded<T>(troubles: string[], step: () => Promise<T>): Promise<T | undefined> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof CannotResume) throw error
    troubles.push(isFuzzburstError(error) ? `${error.code}: ${error.summary}` : `A failure of ours: ${String(error)}`)
    return undefined
  }
}

function lifeSeconds({ prepared, options, funding }: PoolBurst): number {
  const estimated = prepared.plan.shards.reduce((sum, shard) => sum + shard.estimatedMs, 0) / 1_000
  const wanted = options['max-time'] ?? Math.ceil(Math.max(SHORTEST_LIFE_SECONDS, PATIENT_FACTOR * estimated))
  const longest = funding.sponsor?.terms.longestSeconds ?? Number.POSITIVE_INFINITY
  return Math.min(wanted, longest - SETTLE_GRACE_SECONDS - CLOCK_MARGIN_SECONDS)
}

async function newDraft(burst: PoolBurst, own: Bytes32): Promise<JobDraft> {
  const { prepared, funding, options } = burst
  const { secrets, connection } = funding
  const { venue } = connection.info
  const intent = intentFor(prepared.plan, {
    account: funding.account,
    secrets,
    spares: spareSlots(prepared.plan.shards.length),
    relayerFeeCapUnits: funding.offer.relayerFeeCapUnits,
    // The escrow judges these dates by its chain's clock; a private pool has only the relay's.
    nowSeconds: (await funding.escrow?.now()) ?? Math.floor(connection.relayNowMs() / 1_000),
    lastsSeconds: lifeSeconds(burst),
    ...(funding.sponsor && { assigner: funding.sponsor.terms.assigner }),
  })
  const visibility = options['allow-public-pool'] ? 'public' : burst.visibility
  const accepted = options['determinism-classes'] ?? [own]
  const classes = accepted === 'any' ? {} : { classes: accepted }
  const series = funding.series && { series: funding.series }
  const common = { venue, intent, secrets, visibility, ...classes, ...series }
  if (funding.sponsor !== null) {
    const grant = await askSponsor(funding.sponsor, connection, { intent, nonce: secrets.nonce })
    const signed = { ...common, intentSignature: grant.signature }
    return draftJob(prepared.plan, { ...signed, sponsorLeftUnits: grant.leftUnits })
  }
  return draftJob(prepared.plan, { ...common, intentSignature: await signIntent(funding.spender, venue, intent) })
}

function start(burst: PoolBurst, draft: JobDraft, own: Bytes32): Running {
  const { prepared, deps, options, funding, resumed } = burst
  const ledger = new JobLedger(prepared.plan.shards.length, draft.intent.slots + draft.intent.spares)
  if (resumed !== null) restoreLedger(ledger, resumed)
  const audits: AuditEntry[] = []
  const cores = options.jobs ?? Math.max(1, deps.cores - 1)
  const queue = localQueue(cores)
  const desk: AuditDesk = new AuditDesk({
    job: draft.job,
    specs: draft.specs.slice(0, prepared.plan.shards.length),
    bench: {
      engine: deps.engine,
      workbench: prepared.bench.workbench,
      queue,
      ...(burst.corpus && { corpus: burst.corpus }),
      ...(deps.settleSignal && { signal: deps.settleSignal }),
    },
    ledger,
    pool: funding.connection.requester,
    clock: deps.clock,
    say: deps.say,
    // A sponsor's own auditors look at everything that a sponsored job pays for.
    outside:
      funding.sponsor !== null
        ? null
        : outsideRules(burst, draft, cores, () => save(burst, draft, asked({ ledger, desk }), false)),
  })
  const judge = createJudge({
    job: draft.job,
    desk,
    secrets: funding.secrets,
    pool: funding.connection.requester,
    ledger,
    audits,
    ownClass: own,
    auditRate: auditRates(basePpm(options), ledger, paidShardsAt(burst.relay, draft.intent, deps.fetch)),
    venue: funding.connection.info.venue,
    intent: draft.intent,
    evidence: async (evidence) => deps.say(`evidence is kept in ${await saveEvidence(deps.stateDir, evidence)}`),
    say: deps.say,
  })
  const meter = progressMeter(prepared.plan, deps, funding)
  const board = burstBoard(prepared, deps, queue, {
    vouch: (source) => vouch(ledger, judge, source),
    onConfirmed: (target) => meter.found(target),
  })
  const cancelled = new AbortController()
  return { burst, draft, queue, ledger, audits, ownClass: own, own: [], desk, judge, board, meter, cancelled }
}

function basePpm(options: BurstOptions): number {
  return Math.round(options['audit-rate'] * PPM)
}

/** Shows everybody what happened. It costs nobody anything when it fails: the transcript stays in the state folder. */
async function publish({ burst, draft, ledger, audits, desk, board, ownClass: own }: Running): Promise<void> {
  const { funding, options, deps } = burst
  const { requester, info } = funding.connection
  const confirmed = board.findings.candidates.filter((candidate) => candidate.confirmed !== null)
  const finished: Finished = {
    job: draft.job,
    venue: info.venue,
    secrets: funding.secrets,
    leases: [...ledger.leases.values()],
    audits,
    auditShards: desk.shards,
    basePpm: basePpm(options),
    ownClass: own,
    findings: confirmed.map(({ key }) => key),
    rewardUnits: funding.finderRewardUnits,
    privateFindings: options['private-findings'] || draft.document.visibility === 'private',
  }
  try {
    await publishJob(finished, requester, deps.stateDir)
  } catch (error) {
    if (!isFuzzburstError(error)) throw error
    deps.say(`the transcript of the audits is not published: ${error.summary}`)
  }
}

/** A worker's word for a finding counts when its slice, run again, says the same. */
async function vouch(ledger: JobLedger, judge: Judge, { worker, shard, k }: SliceSource): Promise<boolean> {
  if (worker === null) return true
  const lease = [...ledger.leases.values()].find(
    (one) =>
      one.message.worker === worker && one.shard === shard && (one.state === 'delivered' || one.state === 'accepted'),
  )
  return lease?.slices[k] !== undefined && judge.audit(lease, k, 'finding')
}

async function save(
  burst: PoolBurst,
  draft: JobDraft,
  { signed, auditShards }: Pick<SavedJob, 'signed' | 'auditShards'>,
  settled: boolean,
): Promise<void> {
  const { intent, intentSignature, visibility } = draft.document
  await saveJob(burst.deps.trustedDir, {
    v: 1,
    job: draft.job,
    nonce: burst.funding.secrets.nonce,
    relay: burst.relay,
    plan: burst.prepared.plan,
    intent,
    intentSignature,
    visibility,
    startedAtMs: burst.startedAtMs,
    signed,
    auditShards,
    classes: draft.document.classes,
    series: draft.document.series,
    settled,
  })
}

/** What other people were asked for, as it is saved. */
function asked({ ledger, desk }: Pick<Running, 'ledger' | 'desk'>): Pick<SavedJob, 'signed' | 'auditShards'> {
  const signed = [...ledger.leases.values()].map(({ lease, shard, message, determinismClass }) => ({
    ...{ lease, shard, message, determinismClass },
  }))
  return { signed, auditShards: desk.shards }
}

/** Posts the job; when the relay will not have it any more, this machine runs everything. Safe to repeat. */
async function post({ burst, draft, ledger }: Running): Promise<void> {
  const { requester } = burst.funding.connection
  const view = await requester.postJob(draft.document)
  if (view.state === 'settled') {
    if (burst.resumed !== null) throw new CannotResume(draft.job, 'it is settled already')
    for (const shard of ledger.shardsThat('waiting')) ledger.setStanding(shard, 'dropped')
  }
  burst.deps.say(`job ${draft.job} is open`)
  burst.steps?.done('post')
  if (burst.steps) burst.deps.say(burst.steps.text())
  await takeOthersPlace(burst, draft)
}

/** One burst for one pull request: an older one is cancelled, or this one is when a newer one is here. */
async function takeOthersPlace({ funding, resumed, deps }: PoolBurst, draft: JobDraft): Promise<void> {
  if (resumed !== null || funding.pull === undefined) return
  try {
    // The event that answers it ends the following.
    if (await takePlace(funding.pull, deps.say)) await funding.connection.requester.cancel(draft.job)
  } catch (error) {
    if (!isFuzzburstError(error)) throw error
    deps.say(`whether other runs burst this pull request is not known: ${error.summary}`)
  }
}

/** Runs slices of the plan on this machine, with the very seeds that the job gave them. */
async function runOwn(running: Running, work: readonly LocalWork[]): Promise<void> {
  const { burst, draft } = running
  const { prepared, deps } = burst
  const signals = [running.cancelled.signal, ...(deps.signal ? [deps.signal] : [])]
  const shards = work.map(({ shard, ks }) => {
    const { invocation, limits, seeds } = draft.specs[shard]!
    return { shard, invocation, limits, seeds, ...(ks && { ks }) }
  })
  await runSlices(shards, {
    engine: deps.engine,
    workbench: (invocation) => benchFor(prepared.bench, prepared.plan, invocation),
    queue: running.queue,
    // A job's slices start without a corpus, wherever they run: it is what the job promises.
    ...(burst.corpus && { corpus: { ...burst.corpus, from: null } }),
    goOn: () => deps.clock.now() < burst.startedAtMs + lifeSeconds(burst) * 1_000,
    onSlice: (source) => {
      running.own.push(source)
      running.board.enter(source)
      running.meter.update(running)
    },
    signal: AbortSignal.any(signals),
  })
}

/** The runner's own shards, and after a failed following the pool's as well: all slices that nobody has run. */
function unreachedRunnerShards({ burst, draft, ledger, own }: Running): LocalWork[] {
  const first = burst.prepared.plan.shards.length
  const done = new Set([...ledger.acceptedSlices(), ...own].map(({ shard, k }) => `${shard}/${k}`))
  return draft.specs.flatMap(({ seeds }, shard) => {
    if (shard < first && ledger.standing(shard) === 'dropped') return []
    const ks = seeds.map((_seed, k) => k).filter((k) => !done.has(`${shard}/${k}`))
    return ks.length === 0 ? [] : [{ shard, ks }]
  })
}

async function follow(running: Running): Promise<Followed> {
  const { burst, draft, ledger, board, desk, judge, meter } = running
  const { funding, deps, options, prepared } = burst
  const runnerShards = prepared.plan.runnerShards.map(({ index }) => ({ shard: index }))
  const [followed] = await Promise.all([
    followJob({
      job: draft.job,
      venue: funding.connection.info.venue,
      intent: draft.intent,
      desk,
      secrets: funding.secrets,
      pool: funding.connection.requester,
      relayNowMs: () => funding.connection.relayNowMs(),
      ledger,
      judge,
      findings: board.findings,
      keepAfterFinding: options['keep-after-finding'],
      classes: draft.document.classes,
      clock: deps.clock,
      deadlineMs: burst.startedAtMs + lifeSeconds(burst) * 1_000,
      patienceSeconds: options['worker-patience'],
      runHere: (work) => runOwn(running, work),
      save: () => save(burst, draft, asked(running), false),
      onChange: () => meter.update(running),
      onCancelled: () => running.cancelled.abort(),
      say: deps.say,
      ...(deps.signal && { signal: deps.signal }),
    }),
    runOwn(running, runnerShards),
  ])
  return followed
}
