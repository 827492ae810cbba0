import { expect, test } from 'vitest'
import type { SliceResult } from '../protocol/sliceResult.ts'
import { findingWith, HostilePool, honestResult, K, Mishap, TARGET, workerNumber } from './hostilePool.fixture.ts'

const [mallory, alice] = [workerNumber(1), workerNumber(2)]
const limit = (name: 'wall' | 'cpu'): SliceResult => ({
  v: 1,
  outcome: { kind: 'limit', limit: name },
  executions: 0,
  targets: [],
})

test.each(['wall', 'cpu'] as const)(
  'slices that claim a %s limit which nobody else meets are never paid, and are run again',
  async (name) => {
    const pool = new HostilePool(1)
    pool.auditPpm = 0
    const followed = pool.follow()
    const bad = await pool.lease(mallory, 0)
    await pool.deliver(
      bad,
      pool.records(bad, () => limit(name)),
    )
    const good = await pool.lease(alice, 0)
    await pool.deliver(
      good,
      pool.records(good, (seed) => honestResult(seed)),
    )
    expect((await followed).end).toBe('done')
    expect(pool.pay()).toEqual(['0 voided', '1000 full'])
  },
)

test('on a target that this machine cannot reproduce, nobody is struck and nobody is paid', async () => {
  const pool = new HostilePool(1, 1)
  let runs = 0
  pool.engine = (seed) => honestResult(`${seed} ${runs++}`)
  const followed = pool.follow()
  const held = await pool.lease(alice, 0)
  await pool.deliver(
    held,
    pool.records(held, (seed) => honestResult(seed)),
  )
  await followed
  expect(pool.pay()).toEqual(['0 voided'])
  expect(pool.runHere).toEqual([{ shard: 0 }])
  expect(pool.audits.every((entry) => entry.outcome === 'void')).toBe(true)
})

test('an invented finding convicts its inventor and hides no true one of the same kind', async () => {
  const pool = new HostilePool(2)
  pool.auditPpm = 0
  const real = findingWith('0xaa')
  pool.engine = (seed) => honestResult(seed, real)
  const followed = pool.follow()
  const bad = await pool.lease(mallory, 0)
  await pool.deliver(
    bad,
    pool.records(bad, (seed) => honestResult(seed, findingWith('0xbb'))),
  )
  const again = await pool.lease(alice, 0)
  await pool.deliver(
    again,
    pool.records(again, (seed) => honestResult(seed, real)),
  )
  const other = await pool.lease(alice, 1)
  await pool.deliver(
    other,
    pool.records(other, (seed) => honestResult(seed, real)),
  )
  await followed
  expect(pool.pay()).toEqual(['0 auditMismatch', '1000 full', '1000 full'])
  expect(pool.findings.candidates.map((candidate) => candidate.confirmed?.finding)).toEqual([real])
})

test('a finding whose first input does not fail again is tried with the next', async () => {
  const pool = new HostilePool(1)
  pool.engine = (seed) => honestResult(seed, findingWith(seed))
  let tries = 0
  pool.replay = () => ({ reproduced: tries++ > 0, reason: '', trace: '', location: null })
  const followed = pool.follow()
  const held = await pool.lease(alice, 0)
  await pool.deliver(
    held,
    pool.records(held, (seed) => honestResult(seed, findingWith(seed))),
  )
  await followed
  expect(tries).toBe(2)
  expect(pool.findings.isFound(TARGET)).toBe(true)
})

test('the second lease of a worker that was struck in between ends as well, and so does the burst', async () => {
  const pool = new HostilePool(2, 2)
  const followed = pool.follow()
  const [first, second] = [await pool.lease(mallory, 0), await pool.lease(mallory, 1)]
  await pool.deliver(
    first,
    pool.records(first, (_seed) => honestResult('invented')),
  )
  await pool.deliver(
    second,
    pool.records(second, (seed) => honestResult(seed)),
  )
  await followed
  expect(pool.pay()[0]).toBe('0 auditMismatch')
  expect(pool.pay()[1]).toMatch(/^0 /)
  expect(pool.runHere.map(({ shard }) => shard).sort()).toEqual([0, 1])
})

test.each([
  ['minus zero', (text: string) => text.replace('"executions":8', '"executions":-0')],
  ['no JSON', () => '{'],
  ['another document', () => '[]'],
])('results that hold %s cost their worker its pay and nobody the burst', async (_what, bend) => {
  const pool = new HostilePool(1, 1)
  const followed = pool.follow()
  const held = await pool.lease(mallory, 0)
  const records = pool.records(held, (seed) => honestResult(seed))
  await pool.deliver(held, records, { text: bend(JSON.stringify({ v: 1, lease: held.id, slices: records })) })
  expect((await followed).end).toBe('done')
  expect(pool.pay()).toEqual(['0 noResults'])
  expect(pool.runHere).toEqual([{ shard: 0 }])
})

test('results that the relay cannot give, and an engine that fails in an audit, strike nobody and end nothing', async () => {
  const lost = new HostilePool(1, 1)
  lost.overrides = { getBlob: async () => Promise.reject(new Mishap('FB3104')) }
  const followedLost = lost.follow()
  const held = await lost.lease(alice, 0)
  await lost.deliver(
    held,
    lost.records(held, (seed) => honestResult(seed)),
  )
  expect((await followedLost).end).toBe('done')
  expect(lost.ledger.isStruck(alice.address)).toBe(false)

  const broken = new HostilePool(1, 1)
  broken.engine = () => {
    throw new Mishap('FB4003')
  }
  const followedBroken = broken.follow()
  const other = await broken.lease(alice, 0)
  await broken.deliver(
    other,
    broken.records(other, (seed) => honestResult(seed)),
  )
  expect((await followedBroken).end).toBe('done')
  expect(broken.pay()).toEqual(['0 voided'])
  expect(broken.ledger.isStruck(alice.address)).toBe(false)
})

test('a root over nothing is paid nothing, a root over a part is paid in part and the rest is run here', async () => {
  const pool = new HostilePool(2, 3)
  const followed = pool.follow()
  const nothing = await pool.lease(mallory, 0)
  await pool.deliver(nothing, [])
  const again = await pool.lease(alice, 0)
  await pool.deliver(
    again,
    pool.records(again, (seed) => honestResult(seed)),
  )
  const part = await pool.lease(alice, 1)
  await pool.deliver(
    part,
    pool.records(part, (seed) => honestResult(seed), 1),
  )
  await followed
  expect(pool.pay()).toEqual(['0 noRoot', '1000 full', '250 partial'])
  expect(pool.runHere).toEqual([{ shard: 1, ks: [1, 2, 3] }])
})

test('whoever signs another’s root is refused as a copier, and the other keeps its pay, whoever was first', async () => {
  const pool = new HostilePool(2)
  const followed = pool.follow()
  const [theirs, copy] = [await pool.lease(alice, 0), await pool.lease(mallory, 1)]
  const records = pool.records(theirs, (seed) => honestResult(seed))
  const root = await pool.deliver(theirs, records)
  await pool.deliver(copy, records, { root })
  const again = await pool.lease(alice, 1)
  await pool.deliver(
    again,
    pool.records(again, (seed) => honestResult(seed)),
  )
  await followed
  expect(pool.pay()).toEqual(['1000 full', '0 copied', '1000 full'])
})

test('a relay that goes away leaves the rest to this machine', async () => {
  const pool = new HostilePool(3)
  pool.overrides = {
    events: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Mishap('FB3101')) }) }),
  }
  const { end, fallback } = await pool.follow()
  expect(end).toBe('done')
  expect(fallback).toBe('a mishap')
  expect(pool.runHere.map(({ shard }) => shard)).toEqual([0, 1, 2])
})

test('without any worker this machine takes over after its patience', async () => {
  const pool = new HostilePool(2)
  pool.patienceSeconds = 0.05
  await pool.follow()
  expect(pool.runHere.map(({ shard }) => shard)).toEqual([0, 1])
})

test('a stop order drops what waits, accepts a part, and the burst ends', async () => {
  const pool = new HostilePool(2)
  const followed = pool.follow()
  const held = await pool.lease(alice, 0)
  pool.stop.abort()
  await pool.deliver(
    held,
    pool.records(held, (seed) => honestResult(seed), K - 1),
  )
  expect((await followed).end).toBe('stopped')
  expect(pool.pay()).toEqual(['750 partial'])
  expect(pool.ledger.shardsThat('dropped')).toEqual([1])
  expect(pool.runHere).toEqual([])
})

test('a job that somebody else with its key cancels leases no more, and pays what was delivered', async () => {
  const pool = new HostilePool(3)
  const followed = pool.follow()
  const held = await pool.lease(alice, 0)
  pool.push({ type: 'cancelled' })
  await pool.deliver(
    held,
    pool.records(held, (seed) => honestResult(seed)),
  )
  expect((await followed).end).toBe('cancelled')
  expect(pool.pay()).toEqual(['1000 full'])
  expect(pool.runHere).toEqual([])
})

test('the relay’s answer to one’s own stop order is no news', async () => {
  const pool = new HostilePool(2)
  pool.overrides = { cancel: async () => pool.push({ type: 'cancelled' }) }
  const followed = pool.follow()
  pool.stop.abort()
  expect((await followed).end).toBe('stopped')
})
