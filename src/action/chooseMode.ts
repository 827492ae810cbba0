import type { GithubContext } from './githubContext.ts'
import type { CommandComment } from './obeyCommand.ts'
import type { OtherRun } from './otherRun.ts'
import { readCommand } from './readCommand.ts'

/** What `mode` may say in a workflow. */
export const MODES = ['auto', 'plan', 'burst', 'report'] as const
export type ModeInput = (typeof MODES)[number]

/** What this job does, and why, in one line for its log. */
export type Mode =
  /** Fuzzes the checkout. `leaves` an artifact where a token that may post is missing. */
  | { readonly kind: 'burst'; readonly leavesReport: boolean; readonly why: string }
  /** Builds the checkout and leaves it for a workflow that has a key. */
  | { readonly kind: 'plan'; readonly why: string }
  /** Bursts the plan, or posts the report, that another run of an untrusted workflow left. */
  | ({ readonly kind: 'after'; readonly does: 'burst' | 'report' | 'either'; readonly why: string } & OtherRun)
  /** Starts the workflow that somebody asked for in a comment. */
  | { readonly kind: 'command'; readonly comment: CommandComment; readonly why: string }
  /** Nothing is to be done, and that is right. */
  | { readonly kind: 'nothing'; readonly why: string }

/** The mode for an event. Pure. */
export function chooseMode(input: ModeInput, context: GithubContext, isPrivate: boolean): Mode {
  const { event, pull, eventName } = context
  if (input === 'report' || eventName === 'workflow_run') return afterMode(input, event.workflow_run)
  if (input === 'plan')
    return {
      kind: 'plan',
      why: 'mode plan: builds, and leaves the rest to a workflow that has a key (docs/github.md, forks)',
    }
  if (eventName === 'issue_comment') return commandMode(context)
  const isForeign = pull?.isFork === true || context.actor === 'dependabot[bot]'
  if (!isForeign) return { kind: 'burst', leavesReport: false, why: `mode burst: this is ${eventName || 'no event'}` }
  const leaves = isPrivate ? '' : ', and leaves its report for a workflow that may post it (docs/github.md, forks)'
  return {
    kind: 'burst',
    leavesReport: !isPrivate,
    why: `mode burst: a pull request from ${pull?.isFork === true ? 'a fork' : 'Dependabot'} has a read-only token and no secrets: it runs here${leaves}`,
  }
}

function afterMode(input: ModeInput, run: GithubContext['event']['workflow_run']): Mode {
  if (run == null)
    return { kind: 'nothing', why: 'mode report: this event is no workflow_run, so there is no report to post' }
  const named = `mode ${input}`
  if (input === 'plan') return { kind: 'nothing', why: `${named}: a workflow_run has no checkout to plan` }
  if (run.event !== 'pull_request')
    return { kind: 'nothing', why: `${named}: that run was for ${run.event.slice(0, 40)}, and posts its own report` }
  const other = { run: run.id, headSha: run.head_sha }
  const what = `run ${run.id} of the pull request's own workflow`
  if (input === 'report') return { kind: 'after', does: 'report', ...other, why: `${named}: posts what ${what} left` }
  if (input === 'burst') return { kind: 'after', does: 'burst', ...other, why: `${named}: bursts what ${what} planned` }
  return {
    kind: 'after',
    does: 'either',
    ...other,
    why: `${named}: bursts what ${what} planned, else posts its report`,
  }
}

function commandMode({ event }: GithubContext): Mode {
  const { comment, issue, action } = event
  const command = readCommand(comment?.body ?? '')
  const author = comment?.user?.login
  // An edited comment would be obeyed twice.
  if (
    comment == null ||
    issue?.pull_request == null ||
    author === undefined ||
    action !== 'created' ||
    command === null
  )
    return { kind: 'nothing', why: 'this is no new comment on a pull request that begins with /fuzzburst' }
  return {
    kind: 'command',
    comment: { id: comment.id, pull: issue.number, author, command },
    why: `mode command: ${command.kind === 'run' ? 'a run was asked for' : command.kind === 'publish' ? 'a finding is to be published' : 'something was asked for'} in a comment`,
  }
}
