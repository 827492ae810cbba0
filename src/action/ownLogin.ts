import type { RepositoryCall } from './repositoryCall.ts'

/** Who the token speaks as: also works for the installation tokens that workflows have, which REST tells nothing. */
export async function ownLogin({ github }: RepositoryCall): Promise<string> {
  const { viewer } = await github.graphql<{ viewer: { login: string } }>('query { viewer { login } }')
  return viewer.login
}
