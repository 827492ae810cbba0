import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Anvil, startAnvil } from '../../escrow/anvil.ts'
import { ALLOWED_METHODS, pinBlocks } from './rpcMethods.ts'
import { openRpcProxy, type RpcProxy } from './rpcProxy.ts'
import { rpcUpstream } from './rpcUpstream.ts'

const KEY = 'a-key-that-nobody-may-see'
/** Waits for no clock: what is tried again is tried at once. */
const deps = { fetch: globalThis.fetch, poolClock: { nowMs: () => Date.now(), sleep: async () => {} } }

let anvil: Anvil
/** Stands before the chain and remembers what it was asked. */
let front: Server
const asked: string[] = []
let proxy: RpcProxy
const servers: Server[] = []

async function listen(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

beforeAll(async () => {
  anvil = await startAnvil()
  front = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    asked.push(JSON.parse(body).method)
    const answer = await fetch(anvil.rpcUrl, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    response.end(await answer.text())
  })
  const refusing = createServer((_request, response) => {
    response.statusCode = 401
    response.end(`{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"the key ${KEY} is over its limit"}}`)
  })
  const silly = createServer((_request, response) => response.end('<html>'))
  const closed = createServer()
  const closedPort = await listen(closed)
  await new Promise((resolve) => closed.close(resolve))
  const upstreams = new Map(
    (
      [
        ['main', await listen(front)],
        ['refusing', await listen(refusing)],
        ['silly', await listen(silly)],
        ['closed', closedPort],
      ] as const
    ).map(([name, port]) => [name, rpcUpstream({ name, url: `http://127.0.0.1:${port}/${KEY}` }, deps)]),
  )
  proxy = await openRpcProxy(upstreams, 'token')
})

afterAll(async () => {
  await proxy.close()
  for (const server of servers) server.close()
  await anvil.stop()
})

async function post(name: string, body: unknown): Promise<{ status: number; text: string }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(proxy.urls.get(name)!, { method: 'POST', body: text })
  return { status: response.status, text: await response.text() }
}

const ask = async (name: string, method: string, params: unknown[] = []) =>
  JSON.parse((await post(name, { jsonrpc: '2.0', id: 1, method, params })).text)

test('another path, another verb, no JSON, and what is no question are refused', async () => {
  const url = proxy.urls.get('main')!
  expect((await fetch(url.replace('token', 'guess'), { method: 'POST', body: '{}' })).status).toBe(404)
  expect((await fetch(url)).status).toBe(404)
  for (const body of ['', 'no', '[]', '{}', '{"method":1}', '{"method":"eth_chainId","params":{}}'])
    expect((await post('main', body)).status, body).toBe(400)
  expect((await post('main', `{"method":"${'x'.repeat(5 * 2 ** 20)}"}`)).status).toBe(400)
})

test('nothing that sends, signs, traces or administers is passed on', async () => {
  const methods = ['eth_sendRawTransaction', 'eth_sendTransaction', 'eth_sign', 'anvil_setBalance', 'debug_traceCall']
  for (const method of [...methods, 'personal_unlockAccount', 'evm_mine', 'ETH_CHAINID'])
    expect((await ask('main', method)).error, method).toMatchObject({ code: -32_601 })
  expect(asked.every((method) => ALLOWED_METHODS.has(method))).toBe(true)
})

test('an endpoint that fails is said so without its URL, and is then not asked again', async () => {
  for (const name of ['closed', 'silly']) {
    const { error } = await ask(name, 'eth_chainId')
    expect(error).toEqual({ code: -32_603, message: `the endpoint ${name} did not answer` })
    expect((await ask(name, 'eth_getBalance', ['0x00', 'latest'])).error.message).toContain('did not answer')
  }
  const { error } = await ask('refusing', 'eth_chainId')
  expect(error).toEqual({ code: -32_000, message: 'the key … is over its limit' })
})

test('a question is asked once, whoever asks it', async () => {
  asked.length = 0
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask('main', 'eth_chainId')))
  expect(answers.map(({ result }) => result)).toEqual(Array(5).fill('0x7a69'))
  expect(asked).toEqual(['eth_chainId'])
})

test('the chain stands still for a burst: latest is the block it was first, however far the chain has moved', async () => {
  const first = await ask('main', 'eth_blockNumber')
  await anvil.mine()
  await anvil.mine()
  expect((await ask('main', 'eth_blockNumber')).result).toBe(first.result)
  const block = await ask('main', 'eth_getBlockByNumber', ['latest', false])
  expect(block.result.number).toBe(first.result)
  const moved = await ask('main', 'eth_getBlockByNumber', ['0x2', false])
  expect(moved.result.number).toBe('0x2')
})

test('a batch is answered question by question, in its order', async () => {
  const { text } = await post('main', [
    { jsonrpc: '2.0', id: 'a', method: 'eth_chainId' },
    { jsonrpc: '2.0', id: 'b', method: 'eth_accounts' },
  ])
  const answers = JSON.parse(text)
  expect(answers[0]).toMatchObject({ id: 'a', result: '0x7a69' })
  expect(answers[1]).toMatchObject({ id: 'b', error: { code: -32_601 } })
})

test('only names of moving blocks are pinned, and only where a block stands', () => {
  expect(pinBlocks(['0xaa', 'latest'], '0x1')).toEqual(['0xaa', '0x1'])
  expect(pinBlocks([{ fromBlock: 'earliest', toBlock: 'pending', address: 'latest' }], '0x1')).toEqual([
    { fromBlock: 'earliest', toBlock: '0x1', address: 'latest' },
  ])
  expect(pinBlocks([{ blockHash: '0xbb' }, ['latest'], null, 3], '0x1')).toEqual([
    { blockHash: '0xbb' },
    ['latest'],
    null,
    3,
  ])
})
