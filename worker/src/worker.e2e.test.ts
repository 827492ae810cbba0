import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RelayRefused } from '../../src/pool/errors.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import { leafHash } from '../../src/protocol/leaf.ts'
import type { Bytes32 } from '../../src/protocol/primitives.ts'
import { shardRoot } from '../../src/protocol/shardRoot.ts'
import { sliceResultDigest } from '../../src/protocol/sliceResult.ts'
import { signShardRoot } from './commitShard.ts'
import { resultFor, untilAborted } from './engine.fixture.ts'
import { workerKey } from './offer.fixture.ts'
import { type Bench, openBench } from './worker.fixture.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const pending = () => readdir(join(bench.dir, 'leases'))
/** Waits for an event of the worker's own making; nothing here takes time by the clock. */
const until = (check: () => unknown) => vi.waitFor(() => expect(check()).toBeTruthy(), { interval: 5, timeout: 10_000 })

/** The root over what was delivered, recomputed as the requester does. */
function rootOf(lease: Bytes32, slices: number): Bytes32 {
  const { specDigest } = bench.relay.roots.get(lease)!
  const leaves = bench.relay.results.get(lease)!.slices.map((record) =>
    leafHash({
      specDigest,
      worker: workerKey.address,
      k: record.k,
      executions: record.result.executions,
      resultDigest: sliceResultDigest(record.result),
      corpusDigest: record.corpusDigest,
      salt: record.salt,
    }),
  )
  return shardRoot(leaves, slices)
}

test('an offer that fails its checks is handed back, and the relay is not asked again at once', async () => {
  const offer = await bench.offer({ lease: { price: 1n } })
  await bench.start()
  bench.relay.offer(offer)
  await until(() => bench.relay.released.get(offer.lease) === 'refused')
  await until(() => bench.clock.sleepers > 0)
  expect(bench.refusals).toEqual(['price'])
  expect(await pending()).toEqual([])
  const next = await bench.offer()
  bench.relay.offer(next)
  await bench.clock.advance(60_000)
  await until(() => bench.relay.results.has(next.lease))
})

test('a lease that this worker signed before is not run again and not released', async () => {
  const offer = await bench.offer()
  await bench.start()
  bench.relay.offer(offer)
  await until(() => bench.ends.length === 1)
  bench.relay.offer(offer)
  await until(() => bench.refusals.length === 1)
  expect(bench.refusals).toEqual(['already-rooted'])
  expect(bench.relay.released.size).toBe(0)
  expect(bench.engine.calls).toHaveLength(4)
})

test('a shard that ends in two ways on this machine is handed back, not delivered', async () => {
  const offer = await bench.offer()
  bench.engine.play = async (request, call) => ({
    ...resultFor(request),
    outcome: call % 2 === 0 ? { kind: 'engine-error', exitCode: 1 } : { kind: 'completed' },
  })
  await bench.start()
  bench.relay.offer(offer)
  await until(() => bench.relay.released.get(offer.lease) === 'failed')
  expect(bench.relay.roots.size).toBe(0)
})

test.each(['stop', 'the end of the lease'])(
  'a lease that ends before its first slice, by %s, is handed back, not rooted',
  async (how) => {
    const offer = await bench.offer({ lease: { expires: 1_100 } })
    bench.engine.play = untilAborted
    await bench.start()
    bench.relay.offer(offer)
    await until(() => bench.engine.calls.length === 1)
    if (how === 'stop') bench.relay.order = 'stop'
    await bench.clock.advance(how === 'stop' ? 10_000 : 90_000)
    await until(() => bench.ends.length === 1)
    expect(bench.ends).toEqual(['handed-back'])
    expect(bench.relay.released.get(offer.lease)).toBe('draining')
    expect([bench.relay.roots.size, bench.relay.results.size]).toEqual([0, 0])
    expect(await pending()).toEqual([])
  },
)

test('a root over no slice is never signed', async () => {
  await expect(signShardRoot(workerKey, await bench.offer(), [])).rejects.toThrow(RangeError)
})

test('a slice that did not complete is no part of a partial root while it ended so only once', async () => {
  const offer = await bench.offer()
  bench.engine.play = (request, call) => {
    if (call === 0) return Promise.resolve(resultFor(request))
    if (call === 1) return Promise.resolve({ ...resultFor(request), outcome: { kind: 'limit', limit: 'memory' } })
    return untilAborted(request)
  }
  await bench.start()
  bench.relay.offer(offer)
  await until(() => bench.engine.calls.length === 3)
  bench.relay.order = 'stop'
  await bench.clock.advance(10_000)
  await until(() => bench.ends.length === 1)
  expect(bench.relay.roots.get(offer.lease)).toMatchObject({ done: 1, root: rootOf(offer.lease, 4) })
  const outcomes = bench.relay.results.get(offer.lease)!.slices.map(({ result }) => result.outcome.kind)
  expect(outcomes).toEqual(['completed'])
})

test('all slices are run in order, the root is sent before the results, and both agree', async () => {
  const offer = await bench.offer()
  const order: string[] = []
  bench.relay.before = (method) => {
    if (method === 'root' || method === 'putResults') order.push(method)
  }
  await bench.start()
  bench.relay.offer(offer)
  await until(() => bench.ends.length === 1)
  expect(bench.ends).toEqual(['delivered'])
  expect(order).toEqual(['root', 'putResults'])
  expect(bench.engine.calls.map(({ seed }) => seed)).toEqual(offer.spec.seeds)
  const results = bench.relay.results.get(offer.lease)!
  expect(results.slices).toHaveLength(4)
  expect(new Set(results.slices.map(({ salt }) => salt)).size).toBe(4)
  expect(bench.relay.roots.get(offer.lease)).toMatchObject({ done: 4, root: rootOf(offer.lease, 4) })
  expect(await pending()).toEqual([])
})

test('what fails the same way twice is the work itself, and delivered as such', async () => {
  const offer = await bench.offer()
  bench.engine.play = async () => ({ v: 1, outcome: { kind: 'limit', limit: 'cpu' }, executions: 0, targets: [] })
  await bench.start()
  bench.relay.offer(offer)
  await until(() => bench.ends.length === 1)
  expect(bench.relay.results.get(offer.lease)!.slices.map(({ result }) => result.outcome.kind)).toEqual(
    Array.from({ length: 4 }, () => 'limit'),
  )
  // Every slice twice, one after the other.
  expect(bench.engine.calls.map(({ seed }) => offer.spec.seeds.indexOf(seed))).toEqual([0, 0, 1, 1, 2, 2, 3, 3])
})

test('told to stop, the worker signs a partial root over what it has', async () => {
  const offer = await bench.offer()
  bench.engine.play = (request, call) => (call < 2 ? Promise.resolve(resultFor(request)) : untilAborted(request))
  await bench.start()
  bench.relay.offer(offer)
  await until(() => bench.engine.calls.length === 3)
  bench.relay.order = 'stop'
  await bench.clock.advance(10_000)
  await until(() => bench.ends.length === 1)
  expect(bench.ends).toEqual(['partial'])
  expect(bench.relay.roots.get(offer.lease)).toMatchObject({ done: 2, root: rootOf(offer.lease, 4) })
})

test('a lease that is gone is dropped without a word, and the slot is free again', async () => {
  const [first, second] = [await bench.offer(), await bench.offer({ lease: { slot: 1 } })]
  bench.engine.play = (request, call) => (call === 0 ? untilAborted(request) : Promise.resolve(resultFor(request)))
  await bench.start()
  bench.relay.offer(first)
  await until(() => bench.engine.calls.length === 1)
  bench.relay.order = 'gone'
  await bench.clock.advance(10_000)
  await until(() => bench.ends[0] === 'gone')
  bench.relay.order = 'continue'
  bench.relay.offer(second)
  await until(() => bench.relay.results.has(second.lease))
  expect([bench.relay.roots.has(first.lease), bench.relay.released.has(first.lease)]).toEqual([false, false])
})

test('shortly before its end a lease is closed with a partial root', async () => {
  const offer = await bench.offer({ lease: { expires: 1_100 } })
  bench.engine.play = (request, call) => (call < 1 ? Promise.resolve(resultFor(request)) : untilAborted(request))
  await bench.start()
  bench.relay.offer(offer)
  await until(() => bench.engine.calls.length === 2)
  await bench.clock.advance(89_000)
  expect(bench.relay.roots.size).toBe(0)
  await bench.clock.advance(1_000)
  await until(() => bench.relay.roots.get(offer.lease)?.done === 1)
})

test('draining takes no more leases and lets the running shard end', async () => {
  const offer = await bench.offer()
  let release = () => {}
  bench.engine.play = async (request) => {
    await new Promise<void>((resolve) => {
      release = resolve
    })
    return resultFor(request)
  }
  const worker = await bench.start()
  bench.relay.offer(offer)
  await until(() => bench.engine.calls.length === 1)
  bench.engine.play = async (request) => resultFor(request)
  worker.drain(20_000)
  bench.relay.offer(await bench.offer({ lease: { slot: 1 } }))
  release()
  await worker.finished
  expect(bench.ends).toEqual(['delivered'])
  expect(bench.engine.calls).toHaveLength(4)
})

test('what still runs after the grace is handed back', async () => {
  const offer = await bench.offer()
  bench.engine.play = (request, call) => (call < 2 ? Promise.resolve(resultFor(request)) : untilAborted(request))
  const worker = await bench.start()
  bench.relay.offer(offer)
  await until(() => bench.engine.calls.length === 3)
  worker.drain(20_000)
  await bench.clock.advance(20_000)
  await worker.finished
  expect(bench.relay.released.get(offer.lease)).toBe('draining')
  expect(bench.relay.roots.size).toBe(0)
  expect(await pending()).toEqual([])
})

test('a worker that was killed goes on with the next slice', async () => {
  const offer = await bench.offer()
  bench.engine.play = (request, call) => (call < 2 ? Promise.resolve(resultFor(request)) : untilAborted(request))
  const killed = await bench.start()
  bench.relay.offer(offer)
  await until(() => bench.engine.calls.length === 3)
  killed.end()
  await killed.finished
  bench.engine.play = async (request) => resultFor(request)
  await bench.start()
  await until(() => bench.relay.results.has(offer.lease))
  expect(bench.engine.calls.map(({ seed }) => offer.spec.seeds.indexOf(seed))).toEqual([0, 1, 2, 2, 3])
  expect(bench.relay.roots.get(offer.lease)).toMatchObject({ done: 4, root: rootOf(offer.lease, 4) })
})

test.each(['root', 'receipt', 'putResults', 'resultsTaken'])(
  'a worker that dies at "%s" sends the same again',
  async (moment) => {
    const offer = await bench.offer()
    const first = await bench.start()
    bench.relay.before = (method) => {
      if (method !== moment) return
      first.end()
      throw new RangeError('killed here')
    }
    bench.relay.offer(offer)
    await first.finished
    expect(await pending()).toHaveLength(1)
    bench.relay.before = () => undefined
    await bench.start()
    await until(() => bench.ends.includes('delivered'))
    expect(bench.relay.equivocations).toBe(0)
    expect(bench.relay.roots.get(offer.lease)!.root).toBe(rootOf(offer.lease, 4))
    expect(bench.engine.calls).toHaveLength(4)
  },
)

test('a lease whose end passed while the worker was dead is handed back as crashed', async () => {
  const offer = await bench.offer({ lease: { expires: 1_100 } })
  bench.engine.play = untilAborted
  const killed = await bench.start()
  bench.relay.offer(offer)
  await until(() => bench.engine.calls.length === 1)
  killed.end()
  await killed.finished
  await bench.clock.advance(200_000)
  await bench.start()
  await until(() => bench.relay.released.get(offer.lease) === 'crashed')
  await vi.waitFor(async () => expect(await pending()).toEqual([]))
})

test('a relay that is away is waited for, at the start as in the middle of a delivery', async () => {
  const offer = await bench.offer()
  bench.relay.down = true
  await bench.start()
  await until(() => bench.clock.sleepers > 0)
  await bench.clock.advance(300_000)
  bench.relay.down = false
  bench.relay.before = (method) => {
    if (method === 'putResults') bench.relay.down = true
  }
  bench.relay.offer(offer)
  await bench.clock.advance(60_000)
  await until(() => bench.relay.roots.has(offer.lease))
  bench.relay.before = () => undefined
  await bench.clock.advance(120_000)
  bench.relay.down = false
  await bench.clock.advance(60_000)
  await until(() => bench.relay.results.has(offer.lease))
})

test('a relay that forgot the session gets a new one', async () => {
  const offer = await bench.offer()
  let hellos = 0
  let forgot = true
  bench.relay.before = (method) => {
    if (method === 'hello') hellos += 1
    if (method !== 'root' || !forgot) return
    forgot = false
    throw new RelayRefused({ status: 401, code: 'FB3001', fault: 'user', summary: 'unknown session', steps: [] })
  }
  await bench.start()
  bench.relay.offer(offer)
  await until(() => bench.relay.results.has(offer.lease))
  expect(hellos).toBe(2)
})

test('several slots run several shards at a time', async () => {
  const offers = await Promise.all([0, 1, 2].map((slot) => bench.offer({ lease: { slot } })))
  bench.engine.play = untilAborted
  const worker = await bench.start(2)
  for (const offer of offers) bench.relay.offer(offer)
  await until(() => bench.engine.calls.length === 2)
  expect(worker.running.map(({ state }) => state)).toEqual(['running', 'running'])
  expect(new Set(bench.engine.calls.map(({ projectDir }) => sha256(projectDir))).size).toBe(1)
})
