import { z } from 'zod'
import { API, zApiError, zInfo } from '../protocol/api.ts'
import type { SessionKey } from '../protocol/messages.ts'
import { toWire } from '../protocol/primitives.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import { NotARelay, RelayRefused, RelayUnreachable } from './errors.ts'
import type { BlobSource, CallOptions, PoolOptions, RelayInfo } from './pool.ts'

/** How long a session is delegated for, in seconds; it is renewed by itself. A relay takes at most seven days. */
const SESSION_SECONDS = 86_400
/** First and longest wait between two tries, in milliseconds. */
const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 3_000
/** Longest refusal that is read, in bytes: a relay's errors are short. */
const REFUSAL_BYTES = 64 * 1024

/** One request before it is signed. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Path and query, after the version. */
  readonly path: string
  /** JSON to send. */
  readonly json?: unknown
  /** Bytes to send, with their digest. */
  readonly blob?: { readonly source: BlobSource; readonly digest: `0x${string}` }
  readonly accept?: string
}

/** Signed requests to one relay, with renewal of the session, correction of the clock and retries. */
export interface SignedCalls {
  readonly info: RelayInfo
  relayNowMs(): number
  /** One try: the response when it is a success. @throws RelayRefused, RelayUnreachable */
  once(call: Call, signal?: AbortSignal): Promise<Response>
  /** Retries what a later try may cure, until the deadline; `read` is part of the try. */
  retried<T>(call: Call, read: (response: Response) => Promise<T>, options?: CallOptions): Promise<T>
  /** Waits before try number `attempt` (from 0), unless the signal ends it. */
  pause(attempt: number, signal?: AbortSignal): Promise<void>
}

/**
 * Reads the relay's word about itself and registers the session.
 * @throws RelayUnreachable, NotARelay, RelayRefused
 */
export async function openSignedCalls(options: PoolOptions): Promise<SignedCalls> {
  const base = options.url.replace(/\/+$/, '')
  const retryForMs = options.retryForMs ?? 60_000
  let skewMs = 0

  function signalOf(own?: AbortSignal): AbortSignal | undefined {
    const signals = [options.signal, own].filter((signal) => signal !== undefined)
    return signals.length === 0 ? undefined : AbortSignal.any(signals)
  }

  async function send(path: string, init: RequestInit & { duplex?: 'half' }, signal?: AbortSignal): Promise<Response> {
    try {
      return await options.fetch(`${base}${path}`, { ...init, redirect: 'error', ...(signal && { signal }) })
    } catch (error) {
      throw new RelayUnreachable(base, whyOf(error), error)
    }
  }

  async function readInfo(signal?: AbortSignal): Promise<RelayInfo> {
    const response = await send(`${API}/info`, { method: 'GET' }, signal)
    if (response.status >= 500) throw new RelayUnreachable(base, `it answers with status ${response.status}`)
    const text = await response.text()
    let document: unknown
    try {
      document = JSON.parse(text)
    } catch (error) {
      throw new NotARelay(base, 'its answer is not JSON', error)
    }
    const parsed = zInfo.safeParse(document)
    if (!parsed.success) throw new NotARelay(base, 'its description of itself cannot be read', parsed.error)
    skewMs = parsed.data.now * 1_000 + 500 - options.clock.nowMs()
    return parsed.data
  }

  const relayNowMs = (): number => options.clock.nowMs() + skewMs

  async function register(signal?: AbortSignal): Promise<void> {
    const delegation: SessionKey = {
      actor: options.account.address,
      publicKey: options.session.publicKey,
      expires: Math.floor(relayNowMs() / 1_000) + SESSION_SECONDS,
    }
    const signature = await signMessageStruct(options.account, info.venue, 'SessionKey', delegation)
    const body = toWire({ delegation, signature })
    const headers = { 'content-type': 'application/json' }
    const response = await send(`${API}/sessions`, { method: 'POST', headers, body }, signal)
    await refuseUnlessOk(response)
    await response.body?.cancel()
  }

  async function signed(call: Call, signal?: AbortSignal): Promise<Response> {
    const path = `${API}${call.path}`
    const body = call.json === undefined ? '' : toWire(call.json)
    const headers: Record<string, string> = options.session.headers({
      method: call.method,
      audience: info.address,
      path,
      body,
      nowMs: Math.round(relayNowMs()),
      ...(call.blob && { bodyDigest: call.blob.digest }),
    })
    const init: RequestInit & { duplex?: 'half' } = { method: call.method, headers }
    if (call.accept) headers.accept = call.accept
    if (call.json !== undefined) {
      headers['content-type'] = 'application/json'
      init.body = body
    }
    if (call.blob) {
      headers['content-type'] = 'application/octet-stream'
      const { source } = call.blob
      if (source instanceof Uint8Array) init.body = source as Uint8Array<ArrayBuffer>
      else {
        headers['content-length'] = String(source.bytes)
        init.body = ReadableStream.from(source.open()) as unknown as NonNullable<RequestInit['body']>
        init.duplex = 'half'
      }
    }
    const response = await send(path, init, signal)
    await refuseUnlessOk(response)
    return response
  }

  async function refuseUnlessOk(response: Response): Promise<void> {
    if (response.ok) return
    const text = await readShort(response)
    const refusal = zApiError.safeParse(parseOrUndefined(text))
    if (refusal.success) throw new RelayRefused({ status: response.status, ...refusal.data })
    if (response.status >= 500) throw new RelayUnreachable(base, `it answers with status ${response.status}`)
    throw new NotARelay(base, `it answers with status ${response.status} and no error that can be read`)
  }

  async function once(call: Call, own?: AbortSignal): Promise<Response> {
    const signal = signalOf(own)
    for (let renewed = false; ; renewed = true) {
      try {
        return await signed(call, signal)
      } catch (error) {
        if (renewed || !(error instanceof RelayRefused) || !RENEWABLE.has(error.relayCode)) throw error
        // A relay with another key, another clock, or without our session: learn all three anew, once.
        info = await readInfo(signal)
        await register(signal)
      }
    }
  }

  async function pause(attempt: number, own?: AbortSignal): Promise<void> {
    await options.clock.sleep(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt, 10)), signalOf(own))
  }

  async function untilDeadline<T>(work: () => Promise<T>, call: CallOptions = {}): Promise<T> {
    const deadlineMs = call.deadlineMs ?? options.clock.nowMs() + retryForMs
    for (let attempt = 0; ; attempt++) {
      try {
        return await work()
      } catch (error) {
        const aborted = signalOf(call.signal)?.aborted ?? false
        if (aborted || !mayHeal(error) || options.clock.nowMs() >= deadlineMs) throw error
        await pause(attempt, call.signal)
      }
    }
  }

  const connecting: CallOptions = { deadlineMs: options.clock.nowMs() + (options.connectForMs ?? retryForMs) }
  let info = await untilDeadline(() => readInfo(options.signal), connecting)
  const { venue } = options
  if (venue && (venue.chainId !== info.venue.chainId || venue.escrow !== info.venue.escrow))
    throw new NotARelay(base, `it serves chain ${info.venue.chainId} and escrow ${info.venue.escrow}`)
  await untilDeadline(() => register(options.signal), connecting)

  return {
    get info() {
      return info
    },
    relayNowMs,
    once,
    pause,
    retried: (call, read, own) =>
      untilDeadline(async () => {
        const response = await once(call, own?.signal)
        try {
          return await read(response)
        } catch (error) {
          // A connection lost in the middle of the body is the network's fault, a body of another shape the relay's.
          if (error instanceof TypeError || error instanceof SyntaxError)
            throw new RelayUnreachable(base, whyOf(error), error)
          if (error instanceof z.ZodError) throw new NotARelay(base, 'an answer of it cannot be read', error)
          throw error
        }
      }, own),
  }
}

/** Relay codes that a new session, or a corrected clock, cures: unsigned for this relay, stale, replayed, unknown session. */
const RENEWABLE = new Set(['FB3001', 'FB3002', 'FB3003', 'FB3004'])

/** True for failures that a later try may not have: no answer, a fault of the relay's own, too many requests. */
export function mayHeal(error: unknown): boolean {
  if (error instanceof RelayUnreachable) return true
  return error instanceof RelayRefused && (error.status >= 500 || error.status === 429)
}

function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message || error.message : error.message
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function readShort(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  if (response.body === null) return text
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > REFUSAL_BYTES) break
  }
  return text
}
