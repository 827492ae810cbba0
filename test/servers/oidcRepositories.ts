import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A repository as GitHub's API shows it; the fields that anything here reads, and some that nothing may read. */
export interface ListedRepository {
  readonly id: number
  readonly full_name: string
  readonly private: boolean
  readonly visibility: string
  readonly fork: boolean
  readonly archived: boolean
  readonly disabled: boolean
  readonly owner: { readonly id: number; readonly login: string }
  readonly license: { readonly key: string; readonly spdx_id: string | null } | null
  readonly created_at: string
}

/** What a public, licensed, grown-up repository looks like. */
export function listedRepository(change: Partial<ListedRepository> = {}): ListedRepository {
  return {
    id: 4001,
    full_name: 'somebody/vault',
    private: false,
    visibility: 'public',
    fork: false,
    archived: false,
    disabled: false,
    owner: { id: 71, login: 'somebody' },
    license: { key: 'mit', spdx_id: 'MIT' },
    created_at: '2021-03-04T05:06:07Z',
    ...change,
  }
}

/** GitHub's API, as far as a sponsor asks it: a repository by its id. Refuses what GitHub would refuse. */
export interface RepositoryServer {
  readonly url: string
  /** By id. */
  readonly listed: Map<number, ListedRepository>
  /** While set, every question is answered with this status. */
  failing: number | null
  /** Paths asked for. */
  readonly asked: readonly string[]
  stop(): Promise<void>
}

export async function startRepositoryServer(): Promise<RepositoryServer> {
  const listed = new Map<number, ListedRepository>()
  const asked: string[] = []
  const state: { failing: number | null } = { failing: null }
  const server = createServer((request, response) => {
    const json = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
    }
    asked.push(request.url ?? '')
    if (state.failing !== null) return json(state.failing, { message: 'failing' })
    // GitHub answers 403 without a user agent, and 400 for a version that it does not know.
    if (!request.headers['user-agent']) return json(403, { message: 'Request forbidden by administrative rules.' })
    if (request.headers['x-github-api-version'] !== '2022-11-28') return json(400, { message: 'unsupported version' })
    if (request.headers.accept !== 'application/vnd.github+json')
      return json(415, { message: 'unsupported media type' })
    const id = /^\/repositories\/([1-9][0-9]*)$/.exec(request.url ?? '')?.[1]
    if (request.method !== 'GET' || id === undefined) return json(404, { message: 'Not Found' })
    const repository = listed.get(Number(id))
    // To the public, a private repository does not exist.
    if (repository === undefined || repository.private) return json(404, { message: 'Not Found' })
    return json(200, repository)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    listed,
    asked,
    get failing() {
      return state.failing
    },
    set failing(status) {
      state.failing = status
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
