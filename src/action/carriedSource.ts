import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { BUILT_ELSEWHERE } from '../report/surfaceContext.ts'
import { type CarriedPlan, writePlan } from './artifactPlan.ts'
import type { GithubContext, PullContext } from './githubContext.ts'
import type { Place } from './place.ts'
import type { Surfaces } from './postSurfaces.ts'
import type { SavedForPost } from './savedForPost.ts'

/** What another run planned, checked against GitHub: see otherRun.ts. */
export interface CarriedSource {
  readonly plan: CarriedPlan
  readonly pull: PullContext
  /** The run that left it. */
  readonly run: number
}

/** The project's place in a repository that is not checked out. */
export function otherPlace(workingDirectory: string): Pick<Place, 'projectPath'> {
  return { projectPath: workingDirectory === '.' ? '' : workingDirectory.replace(/^\.\/|\/+$/g, '') }
}

/** An empty folder for a project of which nothing is checked out, named as the report shall call it. */
export async function carriedPlace(
  trustedDir: string,
  workingDirectory: string,
  context: Pick<GithubContext, 'repo'>,
): Promise<Place> {
  const { projectPath } = otherPlace(workingDirectory)
  const name = (projectPath.split('/').at(-1) || context.repo).replaceAll(/[^A-Za-z0-9_.-]/g, '_').replace(/^\.+/, '_')
  const root = join(trustedDir, 'carried', name)
  await mkdir(root, { recursive: true })
  return { root, projectPath }
}

/** Keeps the plan for the post step, which must judge and settle what is open without asking anybody again. */
export async function keepForPost(
  trustedDir: string,
  { plan, pull, run }: CarriedSource,
): Promise<NonNullable<SavedForPost['carried']>> {
  const folder = join(trustedDir, 'carried-plan')
  await writePlan(folder, plan)
  return { folder, run, pull }
}

/** How a burst of another run's plan is shown: on its pull request, under that run's number, with a word about its build. */
export function carriedSurfaces(
  context: GithubContext,
  { pull, run }: Pick<CarriedSource, 'pull' | 'run'>,
): Pick<Surfaces, 'context' | 'caveat'> {
  // Which report is newer follows from the runs that built, not from when each was burst.
  return { context: { ...context, pull, run, logRun: context.run }, caveat: BUILT_ELSEWHERE }
}
