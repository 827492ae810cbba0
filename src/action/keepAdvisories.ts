import type { Report } from '../report/report.ts'
import { connectGithub } from './connectGithub.ts'
import { type GithubContext, surfaceContext } from './githubContext.ts'
import type { Place } from './place.ts'
import { postAdvisories } from './postAdvisories.ts'
import { isApiError, isDenied } from './repositoryCall.ts'

/** Who may see findings, and where they come from. */
export interface AdvisoryRules {
  readonly isPrivate: boolean
  /** The build is a stranger's: they could write as many drafts as they like, with what they like. */
  readonly isForeign: boolean
}

/**
 * Keeps a draft advisory of each private finding. The log gets counts; what GitHub refuses is one line, and never changes the
 * verdict. Its own words are not shown: they may repeat what was sent.
 * @param token of somebody who may write advisories: a workflow's own never may
 */
export async function keepAdvisories(
  report: Report,
  token: string,
  rules: AdvisoryRules,
  context: GithubContext,
  { projectPath }: Place,
  say: (line: string) => void,
): Promise<void> {
  if (!rules.isPrivate)
    return say('advisories-token is not used: without `findings: private` everybody sees the findings')
  if (rules.isForeign) return say('no draft advisories: what was burst was built by the pull request itself')
  if (report.findings.length === 0) return
  try {
    const call = { github: connectGithub(context.apiUrl, token, say), owner: context.owner, repo: context.repo }
    const done = await postAdvisories(call, report, surfaceContext(context, projectPath))
    const names = { kept: 'left as a maintainer has them', left: 'left for another run' } as const
    const parts = Object.entries(done)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `${count} ${what in names ? names[what as keyof typeof names] : what}`)
    say(`draft advisories: ${parts.length === 0 ? 'nothing changed' : parts.join(', ')}`)
  } catch (error) {
    const counts = 'counts and ids are all that is shown'
    if (isDenied(error))
      say(
        `no draft advisories, because advisories-token may not (a token with "Repository security advisories: write"; GITHUB_TOKEN never has it): ${counts}`,
      )
    else if (isApiError(error)) say(`draft advisories could not be kept: GitHub answered ${error.status}; ${counts}`)
    else throw error
  }
}
