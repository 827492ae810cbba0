import type { BurstDeps } from '../requester/burstDeps.ts'
import type { Shell } from '../requester/connectWorld.ts'
import { finishBurst } from '../requester/finishBurst.ts'
import { loadOptions } from '../requester/loadOptions.ts'
import { openCarried } from '../requester/openCarried.ts'
import { IdTokenRefused } from '../requester/sponsorErrors.ts'
import { readPlan } from './artifactPlan.ts'
import { burstEnvironment } from './burstEnvironment.ts'
import { carriedSurfaces, otherPlace } from './carriedSource.ts'
import { ReportNotShown } from './errors.ts'
import { readGithubContext } from './githubContext.ts'
import { githubOf } from './githubOf.ts'
import { readInputs } from './inputs.ts'
import { readLeftOpen } from './leftOpen.ts'
import { findPlace, type Place } from './place.ts'
import { publishReport } from './publishReport.ts'
import { reportFailure } from './reportFailure.ts'
import type { Runner } from './runner.ts'
import { savedForPost } from './savedForPost.ts'

/** What the post step is given. */
export interface PostWorld {
  readonly runner: Runner
  readonly env: Readonly<Record<string, string | undefined>>
  readonly connect: (shell: Shell) => Promise<BurstDeps>
}

/**
 * The post step: settles what a cancelled or killed main step left open, so that workers are paid for what they did and the
 * rest of the lock returns now and not at its deadline. Never fails the job: what it cannot do, the escrow does by its dates.
 */
export async function finishAction(world: PostWorld): Promise<void> {
  const { runner } = world
  try {
    await finish(world)
  } catch (error) {
    reportFailure(error, runner, 'warning')
  } finally {
    runner.close()
  }
}

async function finish({ runner, env, connect }: PostWorld): Promise<void> {
  const saved = savedForPost.read(runner)
  if (saved === undefined) return
  const { root, trustedDir } = saved
  const { jobs, settled, unreadable } = await readLeftOpen(trustedDir, saved.startedAtMs)
  for (const error of unreadable) reportFailure(error, runner, 'warning')
  if (!savedForPost.isShown(runner))
    for (const { job, relay } of settled) reportFailure(new ReportNotShown(job, relay), runner, 'warning')
  if (jobs.length === 0) return
  const inputs = readInputs(runner.input, runner.mask)
  const spenderKey = inputs.spenderKey ?? saved.freeKey
  if (spenderKey === null) return
  const { carried } = saved
  const checkout = (): Promise<Place> => findPlace(env.GITHUB_WORKSPACE ?? '', inputs.workingDirectory)
  const place = carried ? { root, ...otherPlace(inputs.workingDirectory) } : await checkout()
  const settings = carried ? await checkout().catch(() => place) : place
  const options = await loadOptions(settings.root, inputs.options)
  const context = await readGithubContext(env)
  const { visibility } = context
  const connected = githubOf(context, inputs.token, runner.say)
  const github = connected && { ...connected, ...(carried && carriedSurfaces(context, carried)) }
  const isPrivate = inputs.findings === 'private'
  const world = await connect({
    root,
    trustedDir,
    env: burstEnvironment(env),
    say: isPrivate ? () => {} : runner.say,
    progress: () => {},
  })
  const deps = carried ? await openCarried(await readPlan(carried.folder), root, world) : world
  for (const job of jobs) {
    try {
      runner.say(`job ${job.job} is still open: it is ended and settled`)
      const funding = {
        relay: job.relay,
        rpcUrl: options.pool?.['rpc-url'] ?? null,
        account: options.pool?.account ?? null,
        spenderKey,
        nonce: job.nonce,
        ...(inputs.spenderKey === null && { sponsored: { idToken: noToken } }),
      }
      const request = { root, options, visibility, commit: carried?.pull.headSha ?? env.GITHUB_SHA ?? null, funding }
      await publishReport(await finishBurst(request, job, deps), place, deps.stateDir, runner, github, {
        isPrivate,
        key: inputs.findingsKey,
        repository: `${context.owner}/${context.repo}`,
      })
    } catch (error) {
      // The next one has workers to pay as well.
      reportFailure(error, runner, 'warning')
    }
  }
}

/** A job that is open has its sponsor's signature already. */
async function noToken(): Promise<never> {
  throw new IdTokenRefused('the job was granted before')
}
