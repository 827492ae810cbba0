import type { Github } from './connectGithub.ts'

/** GitHub's API and the repository that a call is about. */
export interface RepositoryCall {
  readonly github: Github
  readonly owner: string
  readonly repo: string
}

/** Whether GitHub refused a call because of what the token may do: nothing that this program can mend. */
export function isDenied(error: unknown): boolean {
  const status = statusOf(error)
  return status === 401 || status === 403 || status === 404
}

/** Whether a failure is GitHub's side of an API call. */
export function isApiError(error: unknown): error is Error & { readonly status: number } {
  return error instanceof Error && statusOf(error) !== undefined
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined
}
