import { expect, test } from 'vitest'
import { formatError } from '../protocol/errors.ts'
import { zeroBytes32 } from '../protocol/primitives.ts'
import { IdTokenMissing, IdTokenRefused } from '../requester/sponsorErrors.ts'
import { freeBurst } from './freeBurst.ts'

const permitted = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://tokens.test/token?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer of this job',
}
const known = { FUZZBURST_SPONSOR: 'https://sponsor.test' }
const relay = 'https://relay.test'

function ask(change: Partial<Parameters<typeof freeBurst>[0]> = {}, answers: (Response | Error)[] = []) {
  const masked: string[] = []
  const requests: { url: string; authorization: string | null }[] = []
  const free = freeBurst({
    pool: undefined,
    visibility: 'public',
    env: { ...permitted, ...known },
    mask: (text) => masked.push(text),
    fetch: (async (url: URL, init: RequestInit) => {
      requests.push({ url: String(url), authorization: new Headers(init.headers).get('authorization') })
      const answer = answers.shift()!
      if (answer instanceof Error) throw answer
      return answer
    }) as typeof fetch,
    ...change,
  })
  return { free, masked, requests }
}

test('a private repository, an account of one’s own, and a job that knows no sponsor ask nobody', () => {
  expect(ask({ visibility: 'private' }).free).toBeNull()
  expect(ask({ pool: { relay, account: zeroBytes32 } }).free).toBeNull()
  expect(ask({ env: permitted }).free).toBeNull()
  expect(ask({ env: { ...permitted, FUZZBURST_SPONSOR: '  ' } }).free).toBeNull()
})

test('a job that may not ask for tokens says what it lacks, unless its relay may be a private pool', () => {
  expect(ask({ env: known }).free).toMatchObject({ kind: 'impossible', error: { code: 'FB2080' } })
  expect(ask({ env: known, pool: { relay } }).free).toBeNull()
})

test('a relay without an account is asked before the one that this version knows', () => {
  expect(ask({ pool: { relay } }).free).toMatchObject({ kind: 'ask', relay })
  expect(ask().free).toMatchObject({ kind: 'ask', relay: 'https://sponsor.test' })
})

test('a token is asked for one audience, with the job’s bearer, and masked before anybody can print it', async () => {
  const { free, masked, requests } = ask({}, [Response.json({ count: 1, value: 'a.b.c' })])
  if (free?.kind !== 'ask') throw new Error('nobody is asked')
  expect(await free.idToken(zeroBytes32)).toBe('a.b.c')
  expect(masked).toEqual(['a.b.c'])
  expect(requests).toEqual([
    {
      url: `https://tokens.test/token?api-version=2.0&audience=${zeroBytes32}`,
      authorization: 'Bearer bearer of this job',
    },
  ])
})

test('a service that stumbles is asked again, one that refuses is not, and neither is endless', async () => {
  const down = (): Response => new Response('', { status: 502 })
  const stumbling = ask({}, [down(), new TypeError('fetch failed'), Response.json({ value: 'a.b.c' })])
  if (stumbling.free?.kind !== 'ask') throw new Error('nobody is asked')
  expect(await stumbling.free.idToken(zeroBytes32)).toBe('a.b.c')
  for (const answers of [[new Response('', { status: 403 })], [down(), down(), down()], [Response.json({ no: 1 })]]) {
    const { free, requests } = ask({}, [...answers])
    if (free?.kind !== 'ask') throw new Error('nobody is asked')
    await expect(free.idToken(zeroBytes32)).rejects.toMatchObject({ code: 'FB2081' })
    expect(requests.length).toBe(answers.length)
  }
})

test('what a job lacks for a free burst is said with what to do', () => {
  const errors = [new IdTokenMissing(), new IdTokenRefused('its service answers with status 403')]
  expect(errors.map(formatError).join('\n\n')).toMatchSnapshot()
})
