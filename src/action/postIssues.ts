import { markOf, readIssueMark, renderIssue } from '../report/renderIssue.ts'
import type { Report } from '../report/report.ts'
import type { SurfaceContext } from '../report/surfaceContext.ts'
import { ownLogin } from './ownLogin.ts'
import type { RepositoryCall } from './repositoryCall.ts'

/** The label by which issues are found again. */
const LABEL = 'fuzzburst'
/** New issues of one night: a broken project must not flood its list. */
export const NEW_ISSUES_LIMIT = 20

/** What was done to issues. */
export interface IssuesPosted {
  readonly opened: number
  readonly reopened: number
  readonly updated: number
  readonly closed: number
  /** Findings for which no issue was made, because there were too many new ones. */
  readonly left: number
}

interface OwnIssue {
  readonly number: number
  readonly body: string
  readonly isOpen: boolean
  readonly fingerprint: string
  readonly id: string
}

/**
 * Keeps one issue for each finding: opens it, brings it up to date, opens it again when a fixed finding is back, and closes
 * it when its input was executed again and passes. A finding that was merely not found again stays open. Ours is what has
 * our mark AND our login. @throws what GitHub answers
 */
export async function postIssues(call: RepositoryCall, report: Report, context: SurfaceContext): Promise<IssuesPosted> {
  const { github, ...repository } = call
  const known = await ownIssues(call, context)
  const done = { opened: 0, reopened: 0, updated: 0, closed: 0, left: 0 }
  const failing = new Set<string>()
  for (const finding of report.findings) {
    const { fingerprint } = markOf(finding)
    if (failing.has(fingerprint)) continue
    failing.add(fingerprint)
    const text = renderIssue(finding, context)
    const issue = known.find((one) => one.fingerprint === fingerprint)
    if (issue === undefined) {
      if (done.opened >= NEW_ISSUES_LIMIT) done.left++
      else {
        await github.rest.issues.create({ ...repository, ...text, labels: [LABEL] })
        done.opened++
      }
      continue
    }
    if (issue.isOpen && shown(issue.body) === shown(text.body)) continue
    await github.rest.issues.update({
      ...repository,
      issue_number: issue.number,
      ...text,
      ...(!issue.isOpen && { state: 'open' as const }),
    })
    if (issue.isOpen) done.updated++
    else done.reopened++
  }
  const passed = new Set((report.earlier?.passed ?? []).map(({ id }) => id))
  for (const issue of known) {
    if (!issue.isOpen || failing.has(issue.fingerprint) || !passed.has(issue.id)) continue
    await github.rest.issues.update({
      ...repository,
      issue_number: issue.number,
      state: 'closed',
      state_reason: 'completed',
    })
    done.closed++
  }
  return done
}

/** Without the line that names the run: an issue is not written anew each night for that. */
function shown(body: string): string {
  return body
    .replaceAll('\r\n', '\n')
    .replace(/<sub>Found by .*<\/sub>/, '')
    .trim()
}

/** Oldest first, so that of two about one finding the older is kept up to date. */
async function ownIssues(call: RepositoryCall, context: SurfaceContext): Promise<OwnIssue[]> {
  const { github, ...repository } = call
  const login = await ownLogin(call)
  const all = await github.paginate(github.rest.issues.listForRepo, {
    ...repository,
    labels: LABEL,
    state: 'all',
    per_page: 100,
  })
  return all
    .filter(({ user }) => user?.login === login)
    .flatMap(({ number, body, state }) => {
      const mark = readIssueMark(body ?? '', context)
      return mark === undefined ? [] : [{ number, body: body ?? '', isOpen: state === 'open', ...mark }]
    })
    .sort((a, b) => a.number - b.number)
}
