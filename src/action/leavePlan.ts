import { join } from 'node:path'
import { visibleText } from '../report/visibleText.ts'
import type { BurstDeps } from '../requester/burstDeps.ts'
import type { BurstRequest } from '../requester/burstRequest.ts'
import { type Carried, carryBuild } from '../requester/carriedBuild.ts'
import type { BurstOptions } from '../requester/options.ts'
import { PLAN_ARTIFACT, writePlan } from './artifactPlan.ts'
import { PlanNotLeft } from './errors.ts'
import type { GithubContext } from './githubContext.ts'
import type { Storage } from './loadStorage.ts'
import type { Runner } from './runner.ts'

/** Days that the artifact is kept. A reviewer may have to let the second workflow run first. */
const RETENTION_DAYS = 1

/**
 * Builds the checkout, chooses targets and leaves all of it as an artifact, for a workflow that has a key. Nothing is fuzzed
 * here, and the summary says so.
 * @throws PlanNotLeft, and what building and packing throw
 */
export async function leavePlan(
  project: { readonly root: string; readonly options: BurstOptions; readonly changed: BurstRequest['changed'] },
  context: GithubContext,
  deps: BurstDeps,
  storage: Storage | null,
  runner: Pick<Runner, 'say' | 'addSummary'>,
): Promise<void> {
  const { pull } = context
  if (pull === null) throw new PlanNotLeft('this event is for no pull request')
  if (storage === null) throw new PlanNotLeft('this job has no service for artifacts')
  const carried = await carryBuild(project.root, project.options, project.changed, deps)
  const claim = { repository: `${context.owner}/${context.repo}`, pull: pull.number, head: pull.headSha }
  const folder = join(deps.trustedDir, 'plan')
  const files = await writePlan(folder, { ...carried, claim })
  try {
    await storage.artifacts().uploadArtifact(PLAN_ARTIFACT, files, folder, {
      retentionDays: RETENTION_DAYS,
      // Layers are compressed already.
      compressionLevel: 0,
    })
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    throw new PlanNotLeft(visibleText(text.split('\n')[0] ?? '').slice(0, 200), error)
  }
  runner.say(`left ${whatIsIn(carried)} as the artifact ${PLAN_ARTIFACT}. Nothing was fuzzed here.`)
  await runner.addSummary(
    `### Planned, not fuzzed\n\nThis run left ${whatIsIn(carried)} for the workflow that bursts it. Its check and its comment say what was found.\n`,
  )
}

function whatIsIn({ build }: Carried): string {
  const targets = build.targets.length + build.runnerOnly.length
  const bytes = build.layers.reduce((sum, layer) => sum + layer.bytes, 0)
  return `${targets} target(s) and ${(bytes / 1e6).toFixed(1)} MB of layers`
}
