import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import type { RpcAnswer, RpcUpstream } from './rpcUpstream.ts'

/** Loopback addresses for chains: a program that may reach one port learns no URL, and sends nothing but questions. */
export interface RpcProxy {
  readonly port: number
  /** Where each chain answers, by the name it was given under. */
  readonly urls: ReadonlyMap<string, string>
  close(): Promise<void>
}

/** Longest question, in bytes: an eth_call with a contract as its data. */
const QUESTION_BYTES_LIMIT = 4 * 2 ** 20
const BATCH_LIMIT = 1_000

const zQuestion = z.looseObject({
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  method: z.string().max(100),
  params: z.array(z.unknown()).max(16).default([]),
})
const zBody = z.union([zQuestion, z.array(zQuestion).min(1).max(BATCH_LIMIT)])

/**
 * Serves JSON-RPC on a port of loopback until it is closed. The path holds a token, so that other programs of the machine
 * cannot use it.
 */
export async function openRpcProxy(upstreams: ReadonlyMap<string, RpcUpstream>, token: string): Promise<RpcProxy> {
  const names = [...upstreams.keys()]
  const paths = new Map(names.map((name, i) => [`/${token}/${i}`, upstreams.get(name)!]))
  const server = createServer((request, response) => {
    serve(request, response, paths).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject))
  const { port } = server.address() as AddressInfo
  return {
    port,
    urls: new Map(names.map((name, i) => [name, `http://127.0.0.1:${port}/${token}/${i}`])),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  paths: ReadonlyMap<string, RpcUpstream>,
): Promise<void> {
  const upstream = paths.get(request.url ?? '')
  if (upstream === undefined || request.method !== 'POST') return end(response, 404)
  const body = zBody.safeParse(await readBody(request))
  if (!body.success) return end(response, 400)
  const answer = async (question: z.output<typeof zQuestion>) =>
    reply(question.id, await upstream.ask(question.method, question.params))
  const answers = Array.isArray(body.data) ? await Promise.all(body.data.map(answer)) : await answer(body.data)
  response.setHeader('content-type', 'application/json')
  end(response, 200, JSON.stringify(answers))
}

function reply(id: string | number | null | undefined, answer: RpcAnswer): object {
  return { jsonrpc: '2.0', id: id ?? null, ...answer }
}

function end(response: ServerResponse, status: number, text = ''): void {
  response.statusCode = status
  // What was refused may not have been read to its end.
  if (status !== 200) response.setHeader('connection', 'close')
  response.end(text)
}

/** The body as JSON; undefined when it is too long or something else. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > QUESTION_BYTES_LIMIT) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}
