import { readCommentState } from '../report/commentState.ts'
import { renderPublished } from '../report/renderPublished.ts'
import type { FindingsSecret } from '../requester/sealedFindings.ts'
import type { GithubContext } from './githubContext.ts'
import { ownLogin } from './ownLogin.ts'
import { postComment } from './postComment.ts'
import type { RepositoryCall } from './repositoryCall.ts'
import { downloadSealed } from './sealedArtifact.ts'

/** A finding that somebody with write access wants everybody to see. */
export interface Publication {
  readonly pull: number
  /** `F-1a2b3c4d`. */
  readonly finding: string
  readonly author: string
}

/**
 * Posts the details of a private finding on its pull request, in a comment of their own. Which run found it is read from this
 * program's own comment there; the details are what that run sealed. Published twice, there is still one comment.
 * @returns why it is refused, in words; null when it is done
 * @throws ArtifactRefused, and what GitHub answers
 */
export async function publishFinding(
  { pull, finding: id, author }: Publication,
  secret: FindingsSecret | null,
  call: RepositoryCall,
  context: GithubContext,
): Promise<string | null> {
  if (secret === null) return 'this workflow has no findings-secret, which opens private findings'
  const run = await runThatFound(call, pull, id)
  if (run === null) return `no finding ${id} is in this pull request's comment`
  const sealed = await downloadSealed(call, run, secret)
  if (sealed === null) return `run ${run} left no sealed findings, or left them too long ago`
  if (sealed === undefined) return 'findings-secret does not open what that run sealed'
  const { repository, report } = sealed
  const finding = report.findings.find((one) => one.id === id)
  if (finding === undefined || repository !== `${call.owner}/${call.repo}`)
    return `what run ${run} sealed holds no finding ${id} of this repository`
  const marker = `<!-- fuzzburst:published ${id} -->`
  const text = renderPublished(finding, {
    marker,
    author,
    repositoryUrl: `${context.serverUrl}/${call.owner}/${call.repo}`,
    sha: report.project.commit,
  })
  await postComment(call, { pull, headSha: null, marker, run, attempt: 1, isWorthOne: true, render: () => text })
  return null
}

/** By this program's own comments: anybody else's are no evidence. */
async function runThatFound(
  { github, ...repository }: RepositoryCall,
  pull: number,
  id: string,
): Promise<number | null> {
  const login = await ownLogin({ github, ...repository })
  const comments = await github.paginate(github.rest.issues.listComments, {
    ...repository,
    issue_number: pull,
    per_page: 100,
  })
  for (const { user, body = '' } of comments) {
    const state = user?.login === login && body.startsWith('<!-- fuzzburst:comment ') ? readCommentState(body) : null
    if (state?.findings.some((one) => one.id === id)) return state.logRun ?? state.run
  }
  return null
}
