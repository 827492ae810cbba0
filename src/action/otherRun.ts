import { type CarriedPlan, downloadPlan } from './artifactPlan.ts'
import { PlanForeign } from './errors.ts'
import type { PullContext } from './githubContext.ts'
import type { Surfaces } from './postSurfaces.ts'

/** Open pull requests that are looked through for a commit, newest first. */
const PULLS_LOOKED_THROUGH = 300

/** A finished run of an untrusted workflow, by GitHub's own event. */
export interface OtherRun {
  readonly run: number
  readonly headSha: string
}

type World = Pick<Surfaces, 'github' | 'context'>

/** The open pull request whose head a commit is, as GitHub has it. `workflow_run` names none for forks. */
export async function openPull({ github, context }: World, headSha: string): Promise<PullContext | undefined> {
  const { owner, repo } = context
  let seen = 0
  const pages = github.paginate.iterator(github.rest.pulls.list, {
    owner,
    repo,
    state: 'open',
    sort: 'updated',
    direction: 'desc',
    per_page: 100,
  })
  for await (const { data } of pages) {
    const found = data.find(({ head }) => head.sha === headSha)
    if (found !== undefined)
      return {
        number: found.number,
        headSha,
        baseSha: found.base.sha,
        isFork: found.head.repo?.full_name !== found.base.repo.full_name,
      }
    seen += data.length
    if (seen >= PULLS_LOOKED_THROUGH) return undefined
  }
  return undefined
}

/**
 * The plan that a run left, when it is for the commit and the pull request that GitHub names; undefined when it left none.
 * @throws PlanForeign, ArtifactRefused, and what GitHub answers
 */
export async function planOf(world: World, other: OtherRun, pull: PullContext): Promise<CarriedPlan | undefined> {
  const { github, context } = world
  const { owner, repo } = context
  const { data: run } = await github.rest.actions.getWorkflowRun({ owner, repo, run_id: other.run })
  if (run.event !== 'pull_request') throw new PlanForeign('GitHub has its run for another event than pull_request')
  if (run.head_sha !== other.headSha) throw new PlanForeign('GitHub has its run for another commit')
  const plan = await downloadPlan({ github, owner, repo }, other.run)
  if (plan === undefined) return undefined
  const { claim } = plan
  if (claim.repository !== `${owner}/${repo}`) throw new PlanForeign('it is for another repository')
  if (claim.head !== pull.headSha) throw new PlanForeign('it is for another commit than its run')
  if (claim.pull !== pull.number) throw new PlanForeign('it is for another pull request than its commit')
  return plan
}
