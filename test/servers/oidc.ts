import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose'

/** Claims of a workflow of a public repository, as GitHub's tokens have them (docs.github.com/actions/reference/security/oidc). */
export const publicWorkflow = {
  sub: 'repo:somebody/vault:ref:refs/heads/main',
  repository: 'somebody/vault',
  repository_id: '4001',
  repository_owner: 'somebody',
  repository_owner_id: '71',
  repository_visibility: 'public',
  event_name: 'push',
  ref: 'refs/heads/main',
  sha: 'a1'.repeat(20),
  job_workflow_ref: 'somebody/vault/.github/workflows/fuzz.yml@refs/heads/main',
  runner_environment: 'github-hosted',
}

export interface TokenChange {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly issuer?: string
  /** Seconds from now. */
  readonly issuedIn?: number
  readonly expiresIn?: number
  /** A key that the server does not publish. */
  readonly key?: CryptoKey
  readonly kid?: string
}

/** An OpenID provider for workflows: publishes keys, mints tokens for runners, and can lose or change its keys. */
export interface OidcServer {
  readonly issuer: string
  /** What a job with `id-token: write` has in its environment. */
  readonly env: Readonly<Record<'ACTIONS_ID_TOKEN_REQUEST_URL' | 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', string>>
  /** Audiences that runners asked tokens for. */
  readonly audiences: readonly string[]
  /** How often the keys were fetched. */
  readonly keyFetches: number
  /** Claims of the tokens that runners get. */
  claims: Readonly<Record<string, unknown>>
  sign(audience: string, change?: TokenChange): Promise<string>
  /** The public key that is in use now, as PEM. */
  publicPem(): Promise<string>
  /** A new key; with `keepOld`, the old one is published beside it. */
  rotate(keepOld?: boolean): Promise<void>
  /** While false, the keys are not to be had. */
  keysUp: boolean
  stop(): Promise<void>
}

const BEARER = 'runner-token-of-this-job'

export async function startOidcServer(): Promise<OidcServer> {
  const keys: { kid: string; privateKey: CryptoKey; publicKey: CryptoKey; jwk: JWK }[] = []
  const audiences: string[] = []
  let number = 0
  let minted = 0
  let keyFetches = 0
  const state = { claims: publicWorkflow as Readonly<Record<string, unknown>>, keysUp: true }

  async function addKey(): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
    const kid = `key-${++number}`
    keys.unshift({
      kid,
      privateKey,
      publicKey,
      jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' },
    })
  }

  async function sign(audience: string, change: TokenChange = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1_000)
    const issued = now + (change.issuedIn ?? 0)
    const claims = { jti: `token-${++minted}`, ...state.claims, ...change.claims }
    return new SignJWT(Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined)))
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: change.kid ?? keys[0]!.kid })
      .setIssuer(change.issuer ?? issuer)
      .setAudience(audience)
      .setIssuedAt(issued)
      .setNotBefore(issued)
      .setExpirationTime(now + (change.expiresIn ?? 300))
      .sign(change.key ?? keys[0]!.privateKey)
  }

  function json(response: ServerResponse, status: number, body: unknown): void {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname === '/.well-known/jwks') {
      keyFetches++
      if (state.keysUp) return json(response, 200, { keys: keys.map(({ jwk }) => jwk) })
      return json(response, 503, { message: 'down' })
    }
    if (url.pathname !== '/token') return json(response, 404, {})
    // As the runner's service has it: its own bearer, its version, one audience.
    if (request.headers.authorization !== `Bearer ${BEARER}`) return json(response, 401, {})
    if (url.searchParams.get('api-version') !== '2.0') return json(response, 400, {})
    const asked = url.searchParams.getAll('audience')
    if (asked.length !== 1 || !/^0x[0-9a-f]{64}$/.test(asked[0]!)) return json(response, 400, {})
    audiences.push(asked[0]!)
    return json(response, 200, { count: 1, value: await sign(asked[0]!) })
  }

  await addKey()
  const server = createServer((request, response) => {
    answer(request, response).catch(() => json(response, 500, {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${issuer}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: BEARER,
    },
    audiences,
    get keyFetches() {
      return keyFetches
    },
    get claims() {
      return state.claims
    },
    set claims(claims) {
      state.claims = claims
    },
    get keysUp() {
      return state.keysUp
    },
    set keysUp(up) {
      state.keysUp = up
    },
    sign,
    publicPem: () => exportSPKI(keys[0]!.publicKey),
    async rotate(keepOld = false) {
      await addKey()
      if (!keepOld) keys.splice(1)
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
