import { visibleText } from '../report/visibleText.ts'
import type { ActionInputs } from './inputs.ts'
import type { Surfaces } from './postSurfaces.ts'
import { publishFinding } from './publishFinding.ts'
import type { Command } from './readCommand.ts'
import { isApiError } from './repositoryCall.ts'

/** A comment on a pull request that holds a command. */
export interface CommandComment {
  readonly id: number
  readonly pull: number
  readonly author: string
  readonly command: Command
}

/** Who may spend the repository's money by a comment. */
const MAY = new Set(['admin', 'maintain', 'write'])

/**
 * Starts the fuzzing workflow for a pull request, when somebody with write access asks for it. Nothing of the pull request is
 * checked out here: the workflow is dispatched on its branch, and its check appears on the pull request. A reaction on the
 * comment says what became of it, the log says why. @throws what GitHub answers, but for a workflow that cannot be started
 * Publishes a private finding, likewise.
 * @param settings the workflow's file name, such as `fuzz.yml`, and what opens private findings
 */
export async function obeyCommand(
  comment: CommandComment,
  settings: Pick<ActionInputs, 'workflow' | 'findingsSecret'>,
  { github, context, say }: Pick<Surfaces, 'github' | 'context' | 'say'>,
): Promise<void> {
  const repository = { owner: context.owner, repo: context.repo }
  const refuse = async (why: string): Promise<void> => {
    say(`the command is not carried out: ${why}`)
    await github.rest.reactions.createForIssueComment({ ...repository, comment_id: comment.id, content: 'confused' })
  }
  const { data: access } = await github.rest.repos.getCollaboratorPermissionLevel({
    ...repository,
    username: comment.author,
  })
  // Silence for strangers: a reaction would be an answer to spam.
  if (!MAY.has(access.permission) && !MAY.has(access.role_name)) {
    say(`the command is not carried out: ${visibleText(comment.author)} has no write access`)
    return
  }
  const { command } = comment
  const { workflow } = settings
  if (command.kind === 'unknown')
    return refuse(
      `${visibleText(command.text)} is not understood; try /fuzzburst run [minutes] [most tokens to spend], or /fuzzburst publish F-1a2b3c4d`,
    )
  if (command.kind === 'publish') {
    const { pull, author } = comment
    const { finding } = command
    const why = await publishFinding(
      { pull, finding, author },
      settings.findingsSecret,
      { github, ...repository },
      context,
    )
    if (why !== null) return refuse(why)
    say(`published ${finding}`)
    await github.rest.reactions.createForIssueComment({ ...repository, comment_id: comment.id, content: 'rocket' })
    return
  }
  const { data: pull } = await github.rest.pulls.get({ ...repository, pull_number: comment.pull })
  if (pull.state !== 'open') return refuse('the pull request is closed')
  if (pull.head.repo?.full_name !== `${context.owner}/${context.repo}`)
    return refuse("a fork's branch is not in this repository, so no workflow can be started on it")
  try {
    await github.rest.actions.createWorkflowDispatch({
      ...repository,
      workflow_id: workflow,
      ref: pull.head.ref,
      inputs: {
        ...(command.minutes !== null && { minutes: String(command.minutes) }),
        ...(command.maxSpend !== null && { 'max-spend': command.maxSpend }),
      },
    })
  } catch (error) {
    if (!isApiError(error)) throw error
    return refuse(`${visibleText(workflow)} could not be started (${visibleText(error.message).slice(0, 200)})`)
  }
  say(`started ${visibleText(workflow)} on ${visibleText(pull.head.ref)}`)
  await github.rest.reactions.createForIssueComment({ ...repository, comment_id: comment.id, content: 'rocket' })
}
