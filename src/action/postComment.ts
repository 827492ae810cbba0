import { type CommentState, readCommentState, withoutState } from '../report/commentState.ts'
import { ownLogin } from './ownLogin.ts'
import { isApiError, isDenied, type RepositoryCall } from './repositoryCall.ts'

/** Times that a comment which is gone is looked for again. */
const RETRIES = 2

/** A comment that may be ours. */
interface OwnComment {
  readonly id: number
  readonly body: string
}

/** What became of the comment. */
export type Posted = 'created' | 'updated' | 'unchanged' | 'superseded' | 'none'

/** The comment that a burst writes. */
export interface StickyComment {
  readonly pull: number
  /** The commit that it is about: when the pull request has another head, a newer run has the word. Null: not asked. */
  readonly headSha: string | null
  /** The hidden line that starts it. */
  readonly marker: string
  /** This run, as the comment's state will have it. */
  readonly run: number
  readonly attempt: number
  /** The new text, from what the comment remembers. */
  readonly render: (previous: CommentState | null) => string
  /** Whether a comment is made where there is none: a burst that found nothing stays quiet. */
  readonly isWorthOne: boolean
}

/**
 * Updates this program's one comment of a pull request, or makes it. Ours is what starts with the marker AND was written
 * by the token's own login: anyone can copy a marker. Two runs that make one at the same time end with one; a run that was
 * overtaken by a newer one writes nothing. @throws what GitHub answers
 */
export async function postComment(call: RepositoryCall, comment: StickyComment): Promise<Posted> {
  if (await isOutdated(call, comment)) return 'superseded'
  const login = await ownLogin(call)
  for (let attempt = 0; ; attempt++) {
    try {
      return await postOnce(call, comment, login)
    } catch (error) {
      // Another run took a double away that we were about to write to.
      if (!(isApiError(error) && error.status === 404 && attempt < RETRIES)) throw error
    }
  }
}

/** Two runs that write at the same time could each overwrite the other: only the one of the newest commit writes. */
async function isOutdated(
  { github, ...repository }: RepositoryCall,
  { pull, headSha }: StickyComment,
): Promise<boolean> {
  if (headSha === null) return false
  try {
    const { data } = await github.rest.pulls.get({ ...repository, pull_number: pull })
    return data.head.sha !== headSha
  } catch (error) {
    // A token may comment by `issues: write` alone.
    if (isDenied(error)) return false
    throw error
  }
}

async function postOnce(call: RepositoryCall, comment: StickyComment, login: string): Promise<Posted> {
  const [first, ...doubles] = await ownComments(call, comment, login)
  for (const { id } of doubles) await remove(call, id)
  if (first !== undefined) return update(call, first, comment)
  if (!comment.isWorthOne) return 'none'
  const { github, ...repository } = call
  const { data } = await github.rest.issues.createComment({
    ...repository,
    issue_number: comment.pull,
    body: comment.render(null),
  })
  const [oldest] = await ownComments(call, comment, login)
  if (oldest === undefined || oldest.id === data.id) return 'created'
  // Another run made one between our look and our call: its comment stays, ours goes.
  await remove(call, data.id)
  return update(call, oldest, comment)
}

async function update(
  { github, ...repository }: RepositoryCall,
  old: OwnComment,
  comment: StickyComment,
): Promise<Posted> {
  const previous = readCommentState(old.body)
  const isNewer =
    previous !== null &&
    (previous.run > comment.run || (previous.run === comment.run && previous.attempt > comment.attempt))
  if (isNewer) return 'superseded'
  const body = comment.render(previous)
  // GitHub may store line ends in its own way.
  const shown = (text: string): string => withoutState(text).replaceAll('\r\n', '\n').trim()
  if (shown(body) === shown(old.body)) return 'unchanged'
  await github.rest.issues.updateComment({ ...repository, comment_id: old.id, body })
  return 'updated'
}

/** Oldest first. */
async function ownComments(
  { github, ...repository }: RepositoryCall,
  comment: StickyComment,
  login: string,
): Promise<OwnComment[]> {
  const all = await github.paginate(github.rest.issues.listComments, {
    ...repository,
    issue_number: comment.pull,
    per_page: 100,
  })
  return all
    .filter(({ user, body }) => user?.login === login && (body ?? '').startsWith(comment.marker))
    .map(({ id, body = '' }) => ({ id, body }))
    .sort((a, b) => a.id - b.id)
}

async function remove({ github, ...repository }: RepositoryCall, id: number): Promise<void> {
  await github.rest.issues.deleteComment({ ...repository, comment_id: id })
}
