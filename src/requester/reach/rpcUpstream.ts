import { z } from 'zod'
import type { RpcEndpoint } from '../../engines/engine.ts'
import type { BurstDeps } from '../burstDeps.ts'
import { ALLOWED_METHODS, namesMovingBlock, pinBlocks } from './rpcMethods.ts'

/** What a chain answers: any result, or an error of JSON-RPC. */
export type RpcAnswer =
  | { readonly result: unknown }
  | { readonly error: { readonly code: number; readonly message: string } }

/** One chain as the slices of a burst see it: at one block, each question asked once. */
export interface RpcUpstream {
  ask(method: string, params: readonly unknown[]): Promise<RpcAnswer>
  /** The block that stands for `latest`, once something asked for it. */
  readonly pinnedBlock: number | null
  /** Why the endpoint gives nothing, once that is known. Without its URL. */
  readonly failure: string | null
}

/** Tries of one question, and the wait before each further one. */
const WAITS_MS = [500, 2_000]
const ANSWER_SECONDS = 20
/** An endpoint that leaves so many questions in a row unanswered is given up. */
const SILENT_LIMIT = 3
/** Longest answer that is passed on, in bytes: a block with its transactions is far below. */
const ANSWER_BYTES_LIMIT = 32 * 2 ** 20
/** Answers are remembered up to this many characters in all. */
const MEMORY_LIMIT = 256 * 2 ** 20
/** Questions in flight at once: public endpoints limit by connection. */
const PARALLEL_LIMIT = 8

/** JSON-RPC 2.0, section 5.1: method not found, internal error. */
const METHOD_NOT_FOUND = -32_601
const INTERNAL_ERROR = -32_603

const zAnswer = z.union([
  z.looseObject({ error: z.looseObject({ code: z.number(), message: z.string() }) }),
  z.looseObject({ result: z.unknown() }),
])

/** Asks one endpoint. Pins the moving blocks to the first `latest` it hears, and remembers every answer but errors and nulls. */
export function rpcUpstream(
  endpoint: RpcEndpoint,
  deps: Pick<BurstDeps, 'fetch' | 'poolClock' | 'signal'>,
): RpcUpstream {
  const known = new Map<string, Promise<RpcAnswer>>()
  let remembered = 0
  /** Questions in a row that got no answer. */
  let silent = 0
  let everAnswered = false
  let pinned: string | null = null
  let failure: string | null = null
  const lanes = lanesOf(PARALLEL_LIMIT)

  async function once(method: string, params: readonly unknown[]): Promise<RpcAnswer> {
    let why = ''
    for (const wait of [0, ...WAITS_MS]) {
      if (wait > 0) await deps.poolClock.sleep(wait, deps.signal)
      const answer = await lanes(() => post(endpoint.url, method, params, deps))
      if (typeof answer !== 'string') {
        silent = 0
        everAnswered = true
        return answer
      }
      why = answer
    }
    // An endpoint that is down is not asked again: every test would wait for it.
    if (!everAnswered || ++silent >= SILENT_LIMIT) failure = why
    return fault(INTERNAL_ERROR, `the endpoint ${endpoint.name} did not answer`)
  }

  function remembering(method: string, params: readonly unknown[]): Promise<RpcAnswer> {
    const key = JSON.stringify([method, params])
    const held = known.get(key)
    if (held) return held
    const asked = once(method, params).then((answer) => {
      const size = 'result' in answer && answer.result !== null ? JSON.stringify(answer).length + key.length : null
      if (size === null || remembered + size > MEMORY_LIMIT) known.delete(key)
      else remembered += size
      return answer
    })
    known.set(key, asked)
    return asked
  }

  async function latest(): Promise<string | null> {
    const answer = await remembering('eth_blockNumber', [])
    if ('result' in answer && typeof answer.result === 'string' && /^0x[0-9a-f]{1,16}$/i.test(answer.result))
      pinned = answer.result
    return pinned
  }

  return {
    get pinnedBlock() {
      return pinned === null ? null : Number(pinned)
    },
    get failure() {
      return failure
    },
    async ask(method, params) {
      if (!ALLOWED_METHODS.has(method)) return fault(METHOD_NOT_FOUND, `fuzzburst passes on no ${method}`)
      if (failure !== null) return fault(INTERNAL_ERROR, `the endpoint ${endpoint.name} did not answer`)
      if (method === 'eth_blockNumber') await latest()
      if (!namesMovingBlock(params)) return remembering(method, params)
      const block = await latest()
      if (block === null) return fault(INTERNAL_ERROR, `the endpoint ${endpoint.name} does not tell its latest block`)
      return remembering(method, pinBlocks(params, block))
    },
  }
}

function fault(code: number, message: string): RpcAnswer {
  return { error: { code, message } }
}

/** One try. A string says why it failed: never with the URL, which may hold a key. */
async function post(
  url: string,
  method: string,
  params: readonly unknown[],
  deps: Pick<BurstDeps, 'fetch' | 'signal'>,
): Promise<RpcAnswer | string> {
  const timeout = AbortSignal.timeout(ANSWER_SECONDS * 1_000)
  try {
    const response = await deps.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      redirect: 'error',
      signal: deps.signal ? AbortSignal.any([timeout, deps.signal]) : timeout,
    })
    const text = await limitedText(response)
    const answer = zAnswer.safeParse(text === null ? null : parseJson(text))
    if (answer.success && (response.ok || response.status < 429)) return withoutUrl(answer.data, url)
    return response.ok ? 'it answers no JSON-RPC' : `it answers with status ${response.status}`
  } catch {
    return timeout.aborted ? `it did not answer within ${ANSWER_SECONDS} s` : 'it cannot be reached'
  }
}

async function limitedText(response: Response): Promise<string | null> {
  if (response.body === null) return null
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body) {
    bytes += chunk.length
    if (bytes > ANSWER_BYTES_LIMIT) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Providers repeat the key in some errors; tests could print it. */
function withoutUrl(answer: z.output<typeof zAnswer>, url: string): RpcAnswer {
  if (!('error' in answer)) return { result: (answer as { result: unknown }).result }
  const { code, message } = answer.error as { code: number; message: string }
  const secrets = [url, ...url.split(/[/?&=@:]+/)].filter((part) => part.length >= 8)
  return fault(
    code,
    secrets.reduce((text, secret) => text.replaceAll(secret, '…'), message.slice(0, 1_000)),
  )
}

/** At most so many at once; the others wait their turn. */
function lanesOf(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = most
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
