import { renderCheck } from '../report/renderCheck.ts'
import { renderComment } from '../report/renderComment.ts'
import { renderSarif } from '../report/renderSarif.ts'
import type { Report } from '../report/report.ts'
import { visibleText } from '../report/visibleText.ts'
import type { Github } from './connectGithub.ts'
import { type GithubContext, surfaceContext } from './githubContext.ts'
import { postCheck } from './postCheck.ts'
import { postComment } from './postComment.ts'
import { postSarif } from './postSarif.ts'
import { isApiError, isDenied } from './repositoryCall.ts'

/** Where and how a report is shown on GitHub. */
export interface Surfaces {
  readonly github: Github
  readonly context: GithubContext
  readonly projectPath: string
  /** Details of findings are for maintainers only: nothing goes to code scanning, and `report` says no more than ids. */
  readonly isPrivate: boolean
  readonly say: (line: string) => void
  /** Said above the report, when another run made it or what it is of: anybody may have written that run's code. */
  readonly caveat?: string
}

/** What was shown. */
export interface Shown {
  /** Whether the check run has the annotations: the job's log then needs none. */
  readonly check: boolean
}

/** What each surface is called, and what a workflow must grant for it. */
const grants = {
  check: ['the check run', 'checks: write'],
  comment: ['the comment', 'pull-requests: write'],
  sarif: ['code scanning', 'security-events: write'],
} as const

/**
 * Shows a report on GitHub: check run, comment, code scanning. What the token may not do is said in one line and costs
 * nothing else: forks, Dependabot and careful workflows have no such permission. A failure of GitHub's never changes the
 * verdict.
 */
export async function postSurfaces(report: Report, surfaces: Surfaces): Promise<Shown> {
  const { github, context, projectPath, isPrivate, say } = surfaces
  const call = { github, owner: context.owner, repo: context.repo }
  const around = {
    ...surfaceContext(context, projectPath),
    ...(surfaces.caveat !== undefined && { caveat: surfaces.caveat }),
  }
  const denied: (keyof typeof grants)[] = []
  const attempt = async (surface: keyof typeof grants, post: () => Promise<void>): Promise<boolean> => {
    try {
      await post()
      return true
    } catch (error) {
      if (isDenied(error)) denied.push(surface)
      else if (isApiError(error))
        say(`${grants[surface][0]} could not be posted: ${visibleText(error.message).slice(0, 300)}`)
      else throw error
      return false
    }
  }
  const target = {
    name: projectPath === '' ? 'fuzzburst' : `fuzzburst (${projectPath})`,
    sha: around.sha,
    detailsUrl: around.runUrl,
    externalId: `${context.run}.${context.attempt}`,
  }
  const check = await attempt('check', () => postCheck(call, target, renderCheck(report, around)))
  const { pull } = context
  // The newer run has the last word; its own may be there already.
  if (pull !== null && !report.superseded)
    await attempt('comment', async () => {
      const posted = await postComment(call, {
        pull: pull.number,
        headSha: pull.headSha,
        marker: around.marker,
        run: context.run,
        attempt: context.attempt,
        isWorthOne: report.findings.length > 0,
        render: (previous) => renderComment(report, around, previous),
      })
      if (posted === 'superseded') say('a newer run has written the comment of this pull request: it stays')
    })
  // A hostile file for code scanning would be shown beside the tools' own results.
  if (!isPrivate && surfaces.caveat === undefined)
    await attempt('sarif', async () => {
      const { length } = report.findings
      const place = { sha: context.sha, ref: context.ref }
      const taken = await postSarif(call, place, (most) => renderSarif(report, projectPath, most), length)
      if (taken < length)
        say(
          `code scanning takes ${taken} of ${length} findings: the output report-sarif names a file with as many as SARIF may hold`,
        )
    })
  if (denied.length > 0) say(deniedLine(denied))
  return { check }
}

function deniedLine(denied: readonly (keyof typeof grants)[]): string {
  const parts = denied.map((surface) => `${grants[surface][0]} (${grants[surface][1]})`)
  return `not posted, because this job's token may not: ${parts.join(', ')}. The summary and the annotations hold the same.`
}
