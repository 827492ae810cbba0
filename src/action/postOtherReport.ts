import { downloadReport } from './artifactReport.ts'
import type { PullContext } from './githubContext.ts'
import type { Place } from './place.ts'
import { postSurfaces, type Surfaces } from './postSurfaces.ts'

/** Open pull requests that are looked through for a commit, newest first. */
const PULLS_LOOKED_THROUGH = 300

/**
 * Posts what a pull request's own, untrusted run left: its comment and its check, marked as that run's word. Which pull
 * request it is comes from GitHub by the run's commit, never from the artifact. Fails nobody's job.
 */
export async function postOtherReport(
  other: { readonly run: number; readonly headSha: string },
  place: Pick<Place, 'projectPath'>,
  world: Pick<Surfaces, 'github' | 'context' | 'say'>,
): Promise<void> {
  const { github, context, say } = world
  const call = { github, owner: context.owner, repo: context.repo }
  const pull = await openPull(world, other.headSha)
  if (pull === undefined) {
    say(
      `no open pull request has ${other.headSha.slice(0, 12)} as its head: the report is out of date and is not posted`,
    )
    return
  }
  const report = await downloadReport(call, other.run)
  if (report === undefined) {
    say(`run ${other.run} left no report`)
    return
  }
  await postSurfaces(report, {
    github,
    // Which run is newer is asked of the runs that fuzzed, not of those that post.
    context: { ...context, pull, run: other.run, attempt: 1 },
    projectPath: place.projectPath,
    isPrivate: false,
    say,
    secondHand: true,
  })
}

async function openPull(
  { github, context }: Pick<Surfaces, 'github' | 'context'>,
  headSha: string,
): Promise<PullContext | undefined> {
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
