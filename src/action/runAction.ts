import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { toHex } from 'viem'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { Report } from '../report/report.ts'
import { trendChart } from '../report/trendChart.ts'
import type { BurstDeps } from '../requester/burstDeps.ts'
import type { Shell } from '../requester/connectWorld.ts'
import { SpenderKeyMissing } from '../requester/errors.ts'
import type { FundingRequest } from '../requester/funding.ts'
import { loadOptions } from '../requester/loadOptions.ts'
import { openCarried } from '../requester/openCarried.ts'
import type { BurstOptions } from '../requester/options.ts'
import { freshNonce, runBurst } from '../requester/runBurst.ts'
import type { IdTokenMissing } from '../requester/sponsorErrors.ts'
import { afterRun } from './afterRun.ts'
import { type CacheName, nextKept, restoreKept, saveKept } from './burstCache.ts'
import { burstEnvironment } from './burstEnvironment.ts'
import { type CarriedSource, carriedPlace, carriedSurfaces, keepForPost } from './carriedSource.ts'
import { chooseMode } from './chooseMode.ts'
import { InputInvalid } from './errors.ts'
import { type FreeBurst, freeBurst } from './freeBurst.ts'
import { type GithubContext, readGithubContext } from './githubContext.ts'
import { githubOf } from './githubOf.ts'
import { type ActionInputs, readInputs } from './inputs.ts'
import { keepAdvisories } from './keepAdvisories.ts'
import { keepIssues } from './keepIssues.ts'
import { leavePlan } from './leavePlan.ts'
import { leaveReport } from './leaveReport.ts'
import { loadStorage } from './loadStorage.ts'
import { logProgress } from './logProgress.ts'
import { obeyCommand } from './obeyCommand.ts'
import { findPlace, type Place } from './place.ts'
import { publishReport } from './publishReport.ts'
import { changesOf, comparisonOf, withBase } from './pullRequest.ts'
import { pullSeries } from './pullSeries.ts'
import { reportFailure } from './reportFailure.ts'
import type { Runner } from './runner.ts'
import { savedForPost } from './savedForPost.ts'
import { leaveSealed } from './sealedArtifact.ts'
import { trustedDir } from './trustedDir.ts'

/** What the job gives this step. */
export interface ActionWorld {
  readonly runner: Runner
  readonly env: Readonly<Record<string, string | undefined>>
  /** Makes the world of a burst; `connectWorld`, but for tests. */
  readonly connect: (shell: Shell) => Promise<BurstDeps>
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal
}

/**
 * The Action's main step. Findings and errors fail the step; so does a burst that found nothing but did not
 * run everything, unless `allow-incomplete` says otherwise: a green step is a promise.
 * @returns the exit code
 */
export async function runAction(world: ActionWorld): Promise<number> {
  const { runner, env } = world
  try {
    const inputs = readInputs(runner.input, runner.mask)
    const context = await readGithubContext(env)
    const mode = chooseMode(inputs.mode, context, inputs.findings === 'private')
    runner.say(mode.why)
    if (mode.kind === 'burst') return await burst(world, inputs, context, { leavesReport: mode.leavesReport })
    if (mode.kind === 'plan') return await plan(world, inputs, context)
    const github = githubOf(context, inputs.token, runner.say)
    if (mode.kind === 'after') {
      if (github === null) throw new InputInvalid('token', 'a token of this job, and must be in a workflow_run')
      return await afterRun(mode, { ...github, say: runner.say }, inputs.workingDirectory, (carried) =>
        burst(world, inputs, context, { leavesReport: false, carried }),
      )
    }
    if (mode.kind === 'command' && github !== null)
      await obeyCommand(mode.comment, inputs, { ...github, say: runner.say })
    return 0
  } catch (error) {
    reportFailure(error, runner)
    return 1
  } finally {
    runner.close()
  }
}

/** Builds and leaves it. What a project prints while it is built is nobody's secret: it is a pull request's own. */
async function plan({ runner, env, connect, signal }: ActionWorld, inputs: ActionInputs, context: GithubContext) {
  const place = await findPlace(env.GITHUB_WORKSPACE ?? '', inputs.workingDirectory)
  await rm(join(place.root, '.fuzzburst'), { recursive: true, force: true })
  const options = await loadOptions(place.root, inputs.options)
  const deps = await connect({
    root: place.root,
    trustedDir: trustedDir(env),
    env: burstEnvironment(env),
    say: runner.say,
    progress: () => {},
    signal,
  })
  const comparison = context.pull === null ? null : await comparisonOf(context, context.pull, inputs.token, env)
  const changed =
    comparison !== null && inputs.targets === 'auto' ? changesOf(comparison, place.projectPath) : undefined
  const storage = await loadStorage(env, runner)
  await leavePlan({ root: place.root, options, changed }, context, deps, storage, runner)
  return 0
}

/** What is burst: the checkout, or what another run built. */
interface BurstSource {
  /** Whether the report is left for a workflow that may post it. */
  readonly leavesReport: boolean
  readonly carried?: CarriedSource
}

async function burst(
  { runner, env, connect, signal }: ActionWorld,
  inputs: ActionInputs,
  event: GithubContext,
  { leavesReport, carried }: BurstSource,
): Promise<number> {
  const shown = carried ? carriedSurfaces(event, carried) : { context: event }
  const { context } = shown
  const checkout = (): Promise<Place> => findPlace(env.GITHUB_WORKSPACE ?? '', inputs.workingDirectory)
  const place = carried ? await carriedPlace(trustedDir(env), inputs.workingDirectory, context) : await checkout()
  // A pull request can commit one: built artifacts that are not its sources', or a link to somewhere else.
  await rm(join(place.root, '.fuzzburst'), { recursive: true, force: true })
  const isPrivate = inputs.findings === 'private'
  // Beside a plan there may be a checkout of the branch that this workflow is from, and it may have settings.
  const settings = carried ? await checkout().catch(() => place) : place
  const privacy = { isPrivate, key: inputs.findingsKey, repository: `${context.owner}/${context.repo}` }
  const said = await loadOptions(settings.root, inputs.options)
  // What strangers must not read the pool must not publish either.
  const options = isPrivate ? { ...said, 'private-findings': true } : said
  const connected = githubOf(context, inputs.token, runner.say)
  const github = connected && { ...connected, ...shown }
  // What happens on the way names properties that fail.
  const say = isPrivate ? () => {} : runner.say
  if (isPrivate) runner.say('findings are private: what happens on the way is not shown')
  const world = await connect({
    root: place.root,
    trustedDir: trustedDir(env),
    env: burstEnvironment(env),
    say,
    progress: logProgress(say),
    signal,
  })
  // Why the pool is not used holds nothing of the project.
  const told = { ...world, announce: runner.say }
  const deps = carried ? await openCarried(carried.plan, place.root, told) : told
  const { visibility } = context
  const { pool } = options
  const { mask } = runner
  const free = inputs.spenderKey === null ? freeBurst({ pool, visibility, env, mask, fetch: deps.fetch }) : null
  // The job's secrets follow from it, as from a spender's key, but it spends nothing.
  const freeKey = free?.kind === 'ask' ? toHex(deps.randomBytes32()) : null
  if (freeKey !== null) mask(freeKey)
  // Before any money moves: if this process is killed from here on, the post step knows where to look.
  savedForPost.write(runner, {
    root: place.root,
    trustedDir: deps.trustedDir,
    startedAtMs: deps.clock.now(),
    freeKey,
    carried: carried ? await keepForPost(deps.trustedDir, carried) : null,
  })
  const storage = await loadStorage(env, runner)
  // What strangers built leaves nothing behind for the main branch's runs.
  const cache = inputs.cache && storage !== null && !carried ? storage : null
  const cacheName: CacheName = {
    engine: `${deps.engine.name} ${deps.engine.program.version}`,
    profile: options.profile,
    projectPath: place.projectPath,
    run: context.run,
    attempt: context.attempt,
  }
  const before = await restoreKept(cache, cacheName, deps.trustedDir, runner.say)
  const comparison =
    context.pull === null || carried ? null : await comparisonOf(context, context.pull, inputs.token, env)
  const keyMissing = missingKey(pool !== undefined && inputs.spenderKey === null, free)
  // Pull requests from forks get no secrets. They are fuzzed all the same, here, and the report says why.
  if (keyMissing) reportFailure(keyMissing, runner, 'warning')
  const series = pullSeries(context, context.pull?.number ?? null, { env, projectPath: place.projectPath, options })
  const found = await runBurst(
    {
      root: place.root,
      options,
      visibility,
      funding: fundingOf({ pool, free, freeKey, spenderKey: inputs.spenderKey, nonce: freshNonce(deps) }),
      ...(keyMissing && { unfunded: `${keyMissing.code}: ${keyMissing.summary}` }),
      commit: carried?.pull.headSha ?? env.GITHUB_SHA ?? null,
      earlier: before.cases,
      isQuick: context.pull !== null,
      ...(series !== null && { series }),
      ...(comparison !== null && inputs.targets === 'auto' && { changed: changesOf(comparison, place.projectPath) }),
      // What it can affect was told when it was built.
      ...(carried && carried.plan.build.affected !== null && inputs.targets === 'auto' && { changed: [] }),
    },
    deps,
  )
  const report = comparison === null ? found : await withBase(found, comparison, { place, env, options, deps })
  await publishReport(report, place, deps.stateDir, runner, github, privacy)
  savedForPost.shown(runner)
  if (isPrivate && privacy.key !== null) await leaveSealed(storage, deps.stateDir, runner.say)
  if (inputs.advisoriesToken !== null)
    await keepAdvisories(
      report,
      inputs.advisoriesToken,
      { isPrivate, isForeign: carried !== undefined },
      context,
      place,
      runner.say,
    )
  const isNight = context.eventName === 'schedule'
  const night = isNight ? new Date(deps.clock.now()).toISOString().slice(0, 10) : null
  // Pull requests of anybody can read the default branch's caches.
  const kept = nextKept(before, isPrivate ? { ...report, findings: [] } : report, night)
  await saveKept(cache, cacheName, deps.trustedDir, kept, runner.say)
  if (isNight) await runner.addSummary(trendChart(kept.nights))
  if (isNight && inputs.issues && !isPrivate && github !== null) await keepIssues(report, github, place, runner.say)
  if (leavesReport) await leaveReport(storage, deps.stateDir, runner.say)
  return exitCode(report, options)
}

function exitCode({ verdict, selection }: Report, options: BurstOptions): number {
  if (verdict === 'passed') return 0
  if (verdict === 'failed') return 1
  // Nothing was to be run: the check is neutral, and there is nobody to be stopped.
  return options['allow-incomplete'] || selection?.chosen === 0 ? 0 : 1
}

/** Why nobody pays although somebody could. */
function missingKey(
  hasPoolWithoutKey: boolean,
  free: FreeBurst | null,
): IdTokenMissing | SpenderKeyMissing | undefined {
  if (free?.kind === 'ask') return undefined
  if (free?.kind === 'impossible') return free.error
  return hasPoolWithoutKey ? new SpenderKeyMissing() : undefined
}

/** Who pays: the owner of the key, else a sponsor that can be asked, else nobody. */
function fundingOf(from: {
  readonly pool: BurstOptions['pool']
  readonly free: FreeBurst | null
  readonly freeKey: Bytes32 | null
  readonly spenderKey: Bytes32 | null
  readonly nonce: Bytes32
}): FundingRequest | null {
  const { pool, free, freeKey, spenderKey, nonce } = from
  if (pool !== undefined && spenderKey !== null) {
    const { relay, account = null } = pool
    return { relay, rpcUrl: pool['rpc-url'] ?? null, account, spenderKey, nonce }
  }
  if (free?.kind !== 'ask' || freeKey === null) return null
  const { relay, idToken } = free
  return { relay, rpcUrl: null, account: null, spenderKey: freeKey, nonce, sponsored: { idToken } }
}
