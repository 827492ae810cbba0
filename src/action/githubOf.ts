import { connectGithub, type Github } from './connectGithub.ts'
import type { GithubContext } from './githubContext.ts'

/** GitHub's API for this job's repository; null without a token or a repository. */
export function githubOf(
  context: GithubContext,
  token: string | null,
  say: (line: string) => void,
): { readonly github: Github; readonly context: GithubContext } | null {
  if (token === null || context.owner === '' || context.repo === '') return null
  return { github: connectGithub(context.apiUrl, token, say), context }
}
