import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerProblems, matchOperation, requestProblems } from './description.ts'
import { type Answer, type Call, handlers } from './handlers.ts'
import { ALL, isPermitted, type Permissions } from './permissions.ts'
import { resultsService } from './results.ts'
import { type Actor, emptyState, type GithubState } from './state.ts'

/** How the next call of an operation fails. */
export type Fault = 'secondary-limit' | 'bad-gateway' | 'server-error' | 'unprocessable' | 'gone'

/** A token and what it may do. */
export interface Token {
  readonly actor: Actor
  readonly permissions: Permissions
}

/** What was asked of the server, in order. */
export interface Served {
  readonly operation: string
  readonly status: number
}

export interface GithubServer {
  /** For GITHUB_API_URL and ACTIONS_RESULTS_URL. */
  readonly url: string
  readonly state: GithubState
  readonly served: Served[]
  /** Requests that GitHub's description does not allow, and answers of this server that it does not: must stay empty. */
  readonly violations: string[]
  /** Makes the next `times` calls of an operation fail. */
  fail(operation: string, fault: Fault, times?: number): void
  /** Adds a token. */
  grant(token: string, granted: Token): void
  /** Whether runs may save caches. */
  cacheWritable: boolean
  close(): Promise<void>
}

/** The bot that a workflow's own token speaks as. */
export const BOT: Actor = { login: 'github-actions[bot]', type: 'Bot' }

/** Seconds that a caller over the secondary limit shall wait. GitHub says 60 and more. */
const RETRY_AFTER_SECONDS = 1

/** A GitHub that keeps what it is sent, as far as the Action uses it. `token` may do everything that workflows can. */
export async function startGithub(repository = 'octo/vault'): Promise<GithubServer> {
  const state = emptyState(repository)
  const tokens = new Map<string, Token>([['token', { actor: BOT, permissions: ALL }]])
  const faults = new Map<string, Fault[]>()
  const served: Served[] = []
  const violations: string[] = []
  let lastId = 1_000
  const nextId = (): number => ++lastId
  let origin = ''
  const github: GithubServer = {
    get url() {
      return origin
    },
    state,
    served,
    violations,
    fail(operation, fault, times = 1) {
      if (handlers[operation] === undefined) throw new Error(`the server has no ${operation}`)
      faults.set(operation, [...(faults.get(operation) ?? []), ...Array.from({ length: times }, () => fault)])
    },
    grant: (token, granted) => void tokens.set(token, granted),
    cacheWritable: true,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  const results = resultsService(state, { origin: () => origin, writable: () => github.cacheWritable, nextId })

  function answer(request: IncomingMessage, raw: Buffer): Answer & { readonly operation: string } {
    const url = new URL(request.url ?? '/', origin)
    if (url.pathname === '/graphql') return viewer(request, raw)
    const matched = matchOperation(request.method ?? '', url.pathname)
    if (matched === undefined) {
      violations.push(`no operation: ${request.method} ${url.pathname}`)
      return { operation: 'none', status: 404, body: { message: 'Not Found' } }
    }
    const operation = matched.operation.id
    const token = tokenOf(request)
    if (token === undefined) return { operation, status: 401, body: { message: 'Bad credentials' } }
    const fault = faults.get(operation)?.shift()
    if (fault !== undefined) return { operation, ...failure(fault) }
    if (!isPermitted(operation, token.permissions))
      return { operation, status: 403, body: { message: 'Resource not accessible by integration' } }
    const { owner, repo } = matched.params
    if (owner !== undefined && `${owner}/${repo}` !== repository)
      return { operation, status: 404, body: { message: 'Not Found' } }
    const body: unknown = raw.length === 0 ? undefined : JSON.parse(raw.toString('utf8'))
    const problems = requestProblems(matched, url.searchParams, body)
    if (problems.length > 0) {
      violations.push(...problems.map((problem) => `${operation}: ${problem}`))
      return { operation, status: 422, body: { message: `Invalid request.\n\n${problems.join('\n')}` } }
    }
    const call: Call = {
      params: matched.params,
      query: url.searchParams,
      body,
      state,
      actor: token.actor,
      nextId,
      origin,
    }
    const made = handlers[operation]?.(call)
    if (made === undefined) throw new Error(`the server has no ${operation}`)
    const wrong = made.status < 400 ? answerProblems(matched.operation, made.status, made.body) : []
    violations.push(...wrong)
    return { operation, ...made }
  }

  /** The one GraphQL query that is answered: who a token is, which REST tells no installation. */
  function viewer(request: IncomingMessage, raw: Buffer): ReturnType<typeof answer> {
    const operation = 'graphql/viewer'
    const token = tokenOf(request)
    if (token === undefined) return { operation, status: 401, body: { message: 'Bad credentials' } }
    const { query } = JSON.parse(raw.toString('utf8')) as { query?: string }
    if (query?.replaceAll(/\s+/g, ' ') !== 'query { viewer { login } }') violations.push(`${operation}: ${query}`)
    return { operation, status: 200, body: { data: { viewer: { login: token.actor.login } } } }
  }

  function tokenOf(request: IncomingMessage): Token | undefined {
    return tokens.get(/^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '')
  }

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks)
    const url = new URL(request.url ?? '/', origin)
    const blob = results.handle({ method: request.method ?? '', url, body: raw, range: request.headers.range })
    if (blob !== undefined) {
      response.writeHead(blob.status, blob.headers).end(blob.body)
      return
    }
    let made: ReturnType<typeof answer>
    try {
      made = answer(request, raw)
    } catch (error) {
      violations.push(`the server failed: ${String(error)}`)
      made = { operation: 'none', status: 500, body: { message: 'Server Error' } }
    }
    const { operation, status, body, headers } = made
    served.push({ operation, status })
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return github
}

function failure(fault: Fault): Answer {
  switch (fault) {
    case 'secondary-limit':
      return {
        status: 403,
        headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
        body: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' },
      }
    case 'bad-gateway':
      return { status: 502, body: { message: 'Server Error' } }
    case 'server-error':
      return { status: 500, body: { message: 'Server Error' } }
    case 'gone':
      return { status: 404, body: { message: 'Not Found' } }
    case 'unprocessable':
      return { status: 422, body: { message: 'Validation Failed', errors: [{ message: 'a rule of the repository' }] } }
  }
}
