import { z } from 'zod'
import { RepositoryRefused, RepositoryUnknown } from './sponsorErrors.ts'
import type { SponsorSettings } from './sponsorSettings.ts'
import type { TokenClaims } from './verifyToken.ts'

const ASK_TIMEOUT_MS = 10_000
/** Version of GitHub's REST interface that this speaks. docs.github.com/rest/about-the-rest-api/api-versions */
const API_VERSION = '2022-11-28'
const DAY_MS = 86_400_000

/** docs.github.com/rest/repos/repos#get-a-repository */
const zRepository = z.object({
  id: z.number().int(),
  full_name: z.string().max(300),
  private: z.boolean(),
  visibility: z.string().max(40),
  archived: z.boolean().default(false),
  disabled: z.boolean().default(false),
  owner: z.object({ id: z.number().int() }),
  license: z.object({ spdx_id: z.string().max(100).nullable() }).nullable(),
  created_at: z.iso.datetime(),
})

/** What the ledger says of a repository. */
export interface KnownRepository {
  /** As it is called today; for people only. */
  readonly name: string
  readonly licence: string
}

/**
 * Asks GitHub's API, by id, whether the repository is public now, whose it is, and under which licence. The token says some
 * of it too, as of when its workflow began.
 * @throws RepositoryRefused, RepositoryUnknown
 */
export async function askRepository(
  claims: Pick<TokenClaims, 'repositoryId' | 'ownerId'>,
  settings: Pick<SponsorSettings, 'apiUrl' | 'githubToken' | 'licences' | 'minAgeDays'>,
  nowMs: number,
): Promise<KnownRepository> {
  const repository = await fetchRepository(claims.repositoryId, settings)
  if (repository.id !== claims.repositoryId) throw new RepositoryUnknown('it answers for another one')
  if (repository.owner.id !== claims.ownerId)
    throw new RepositoryRefused('it belongs to somebody else than when its workflow began')
  if (repository.private || repository.visibility !== 'public') throw new RepositoryRefused('it is not public')
  if (repository.archived || repository.disabled) throw new RepositoryRefused('it is archived or disabled')
  const licence = repository.license?.spdx_id ?? null
  if (licence === null || !settings.licences.includes(licence))
    throw new RepositoryRefused(
      licence === null || licence === 'NOASSERTION'
        ? 'GitHub recognises no licence of it'
        : `its licence ${JSON.stringify(licence)} is not among those that the sponsor pays for`,
    )
  const ageDays = Math.floor((nowMs - Date.parse(repository.created_at)) / DAY_MS)
  if (ageDays < settings.minAgeDays)
    throw new RepositoryRefused(`it is ${Math.max(0, ageDays)} days old, and must be ${settings.minAgeDays}`)
  return { name: repository.full_name, licence }
}

async function fetchRepository(
  id: number,
  { apiUrl, githubToken }: Pick<SponsorSettings, 'apiUrl' | 'githubToken'>,
): Promise<z.output<typeof zRepository>> {
  let response: Response
  try {
    response = await fetch(`${apiUrl}/repositories/${id}`, {
      headers: {
        accept: 'application/vnd.github+json',
        'x-github-api-version': API_VERSION,
        'user-agent': 'fuzzburst-relay',
        ...(githubToken !== undefined && { authorization: `Bearer ${githubToken}` }),
      },
      // The id is the one name that never changes: whoever sends us elsewhere is not asked.
      redirect: 'error',
      signal: AbortSignal.timeout(ASK_TIMEOUT_MS),
    })
  } catch (cause) {
    throw new RepositoryUnknown('it does not answer', cause)
  }
  if (response.status === 404) throw new RepositoryRefused('GitHub shows no such repository to the public')
  if (response.status === 451) throw new RepositoryRefused('GitHub may not show it')
  if (!response.ok) throw new RepositoryUnknown(`it answers with status ${response.status}`)
  const parsed = zRepository.safeParse(await response.json().catch(() => undefined))
  if (!parsed.success) throw new RepositoryUnknown('its answer cannot be read', parsed.error)
  return parsed.data
}
