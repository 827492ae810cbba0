import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { toHex } from 'viem'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { BurstDeps } from '../requester/burstDeps.ts'
import type { Shell } from '../requester/connectWorld.ts'
import { SpenderKeyMissing } from '../requester/errors.ts'
import type { FundingRequest } from '../requester/funding.ts'
import { loadOptions } from '../requester/loadOptions.ts'
import type { BurstOptions } from '../requester/options.ts'
import { freshNonce, runBurst } from '../requester/runBurst.ts'
import type { IdTokenMissing } from '../requester/sponsorErrors.ts'
import { burstEnvironment } from './burstEnvironment.ts'
import { type FreeBurst, freeBurst } from './freeBurst.ts'
import { readGithubContext } from './githubContext.ts'
import { githubOf } from './githubOf.ts'
import { readInputs } from './inputs.ts'
import { logProgress } from './logProgress.ts'
import { findPlace } from './place.ts'
import { publishReport } from './publishReport.ts'
import { changesOf, comparisonOf, withBase } from './pullRequest.ts'
import { reportFailure } from './reportFailure.ts'
import type { Runner } from './runner.ts'
import { savedForPost } from './savedForPost.ts'
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
  const { runner } = world
  try {
    return await burst(world)
  } catch (error) {
    reportFailure(error, runner)
    return 1
  } finally {
    runner.close()
  }
}

async function burst({ runner, env, connect, signal }: ActionWorld): Promise<number> {
  const inputs = readInputs(runner.input, runner.mask)
  const place = await findPlace(env.GITHUB_WORKSPACE ?? '', inputs.workingDirectory)
  // A pull request can commit one: built artifacts that are not its sources', or a link to somewhere else.
  await rm(join(place.root, '.fuzzburst'), { recursive: true, force: true })
  const options = await loadOptions(place.root, inputs.options)
  const context = await readGithubContext(env)
  const { visibility } = context
  const github = githubOf(context, inputs.token, runner.say)
  const isPrivate = inputs.findings === 'private'
  // What happens on the way names properties that fail.
  const say = isPrivate ? () => {} : runner.say
  if (isPrivate) runner.say('findings are private: what happens on the way is not shown')
  const deps = await connect({
    root: place.root,
    trustedDir: trustedDir(env),
    env: burstEnvironment(env),
    say,
    progress: logProgress(say),
    signal,
  })
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
  })

  const comparison = context.pull === null ? null : await comparisonOf(context, context.pull, inputs.token, env)
  const keyMissing = missingKey(pool !== undefined && inputs.spenderKey === null, free)
  // Pull requests from forks get no secrets. They are fuzzed all the same, here, and the report says why.
  if (keyMissing) reportFailure(keyMissing, runner, 'warning')
  const burst = await runBurst(
    {
      root: place.root,
      options,
      visibility,
      commit: env.GITHUB_SHA ?? null,
      ...(comparison !== null && inputs.targets === 'auto' && { changed: changesOf(comparison, place.projectPath) }),
      funding: fundingOf({ pool, free, freeKey, spenderKey: inputs.spenderKey, nonce: freshNonce(deps) }),
      ...(keyMissing && { unfunded: `${keyMissing.code}: ${keyMissing.summary}` }),
    },
    deps,
  )
  const report = comparison === null ? burst : await withBase(burst, comparison, { place, env, options, deps })
  await publishReport(report, place, deps.stateDir, runner, github, isPrivate)
  // Nothing was to be run: the check is neutral, and there is nobody to be stopped.
  if (report.verdict === 'neutral' && report.selection?.chosen === 0) return 0
  return report.verdict === 'passed' || (report.verdict === 'neutral' && options['allow-incomplete']) ? 0 : 1
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
