import { describe, expect, test } from 'vitest'
import { FIRST_AUDIT_SHARD } from '../protocol/auditShard.ts'
import { sha256 } from '../protocol/digest.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import { shardSpecDigest } from '../protocol/shardSpec.ts'
import type { OutsideRules } from './auditDesk.ts'
import { type HeldLease, HostilePool, honestResult, K, Mishap, workerNumber } from './hostilePool.fixture.ts'

const [ada, bob, cleo] = [workerNumber(1), workerNumber(2), workerNumber(3)]
const honest = (seed: Bytes32) => honestResult(seed)
const lie = (seed: Bytes32) => honestResult(`${seed} guessed`)

function rules(change: Partial<OutsideRules> = {}): OutsideRules {
  return {
    ...{ cores: 1, sliceSeconds: () => 1, backlogSeconds: 0, slots: 2, patienceSeconds: 3_600 },
    ...{ ownerOf: async () => null, save: async () => undefined, earlier: [], ...change },
  }
}

/** A pool whose requester is busy with the first audit until `free` is called. */
function busyPool(change: Partial<OutsideRules> = {}) {
  const pool = new HostilePool(3, 8)
  pool.outside = rules(change)
  const { promise, resolve: free } = Promise.withResolvers<void>()
  pool.hold = promise
  return { pool, free }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}

/** Ada delivers shards 0 and 1, of which all slices are to be audited, and Bob has shard 2. */
async function overflow(pool: HostilePool, adas: typeof honest = honest): Promise<{ bobs: HeldLease }> {
  const bobs = await pool.lease(bob, 2)
  for (const shard of [0, 1]) {
    const held = await pool.lease(ada, shard)
    await pool.deliver(held, pool.records(held, adas))
  }
  return { bobs }
}

describe('audits stay here', () => {
  test('when this machine keeps up', async () => {
    const { pool, free } = busyPool({ backlogSeconds: 60 })
    const following = pool.follow()
    const { bobs } = await overflow(pool)
    await pool.deliver(bobs, pool.records(bobs, honest))
    free()
    await following
    expect(pool.asked).toEqual([])
    expect(pool.audits.map(({ auditor }) => auditor)).toEqual(Array.from({ length: 3 * K }, () => undefined))
  })

  test('when there is only one worker, which would audit itself', async () => {
    const { pool, free } = busyPool()
    const following = pool.follow()
    for (const shard of [0, 1, 2]) {
      const held = await pool.lease(ada, shard)
      await pool.deliver(held, pool.records(held, honest))
    }
    await until(() => [...pool.ledger.leases.values()].filter(({ state }) => state === 'delivered').length === 3)
    free()
    await following
    expect(pool.asked).toEqual([])
    expect(pool.audits.length).toBe(3 * K)
  })

  test('when no slot may be spent on them', async () => {
    const { pool, free } = busyPool({ slots: 0 })
    const following = pool.follow()
    const { bobs } = await overflow(pool)
    await pool.deliver(bobs, pool.records(bobs, honest))
    free()
    expect((await following).end).toBe('done')
    expect(pool.asked).toEqual([])
  })

  test('after all when the relay refuses them', async () => {
    const { pool, free } = busyPool()
    pool.overrides = { auditShard: () => Promise.reject(new Mishap('FB3103')) }
    const following = pool.follow()
    const { bobs } = await overflow(pool)
    await until(() => pool.said.some((line) => line.startsWith('audits stay on this machine')))
    await pool.deliver(bobs, pool.records(bobs, honest))
    free()
    expect((await following).end).toBe('done')
    expect(pool.pay()).toEqual(['1000 full', '1000 full', '1000 full'])
  })

  test('after all when nobody takes them in time, and the relay is told', async () => {
    const { pool, free } = busyPool({ patienceSeconds: 0.05 })
    const dropped: number[] = []
    pool.overrides = {
      drop: async (_job, shards) => {
        dropped.push(...shards)
        return [...shards]
      },
    }
    const following = pool.follow()
    const { bobs } = await overflow(pool)
    await pool.deliver(bobs, pool.records(bobs, honest))
    await until(() => dropped.length > 0)
    free()
    expect((await following).end).toBe('done')
    expect(dropped).toEqual([FIRST_AUDIT_SHARD])
    expect(pool.audits.every(({ auditor }) => auditor === undefined)).toBe(true)
  })

  test('after all when the burst is stopped', async () => {
    const { pool, free } = busyPool()
    const following = pool.follow()
    const { bobs } = await overflow(pool)
    await until(() => pool.asked.length === 1)
    pool.stop.abort()
    await pool.deliver(bobs, pool.records(bobs, honest))
    free()
    expect((await following).end).toBe('stopped')
    expect(pool.audits.map(({ auditor }) => auditor)).toEqual(Array.from({ length: 3 * K }, () => undefined))
  })
})

describe('audits beyond what this machine keeps up with', () => {
  test('go to another worker as a full shard of the same work, count once, and are paid', async () => {
    const { pool, free } = busyPool()
    const following = pool.follow()
    const { bobs } = await overflow(pool)
    await until(() => pool.asked.length === 1)
    const [request] = pool.asked
    expect(request!.audited).toEqual([ada.address])
    expect(request!.specDigest).toBe(shardSpecDigest(request!.spec))
    // The first audit runs here; the next four fill a shard.
    expect(request!.spec.seeds).toEqual([...pool.specs[0]!.seeds.slice(1), pool.specs[1]!.seeds[0]])
    const audit = await pool.lease(bob, FIRST_AUDIT_SHARD)
    await pool.deliver(audit, pool.records(audit, honest))
    await pool.deliver(bobs, pool.records(bobs, honest))
    await until(() => pool.audits.some(({ auditor }) => auditor !== undefined))
    free()
    expect((await following).end).toBe('done')
    const outside = pool.audits.filter(({ auditor }) => auditor !== undefined)
    expect(outside.map(({ shard, k, outcome, auditor }) => [shard, k, outcome, auditor])).toEqual([
      [0, 1, 'agreed', { lease: audit.id, k: 0 }],
      [0, 2, 'agreed', { lease: audit.id, k: 1 }],
      [0, 3, 'agreed', { lease: audit.id, k: 2 }],
      [1, 0, 'agreed', { lease: audit.id, k: 3 }],
    ])
    expect(pool.audits.length).toBe(3 * K)
    expect(pool.ledger.acceptedSlices().length).toBe(3 * K)
    expect(pool.pay()).toEqual(['1000 full', '1000 full', '1000 full', '1000 full'])
  })

  test('are signed for neither the audited worker, nor another one of its owner, nor one of another class', async () => {
    const owners = new Map([
      [ada.address, cleo.address],
      [bob.address, cleo.address],
    ])
    const { pool, free } = busyPool({ ownerOf: async (worker) => owners.get(worker) ?? null })
    const following = pool.follow()
    const { bobs } = await overflow(pool)
    await until(() => pool.asked.length === 1)
    for (const worker of [ada, bob]) void pool.lease(worker, FIRST_AUDIT_SHARD)
    void pool.lease(cleo, FIRST_AUDIT_SHARD, sha256('another class'))
    const audit = await pool.lease(cleo, FIRST_AUDIT_SHARD)
    await pool.deliver(audit, pool.records(audit, honest))
    await pool.deliver(bobs, pool.records(bobs, honest))
    free()
    await following
    expect([...pool.ledger.leases.values()].filter(({ shard }) => shard >= FIRST_AUDIT_SHARD).length).toBe(1)
    expect(pool.audits.filter(({ auditor }) => auditor?.lease === audit.id).length).toBe(K)
  })

  test('catch a cheat, whom this machine then convicts by its own re-runs', async () => {
    const { pool, free } = busyPool()
    const following = pool.follow()
    const { bobs } = await overflow(pool, (seed) => (seed === pool.specs[0]!.seeds[2] ? lie(seed) : honest(seed)))
    await until(() => pool.asked.length === 1)
    const audit = await pool.lease(bob, FIRST_AUDIT_SHARD)
    await pool.deliver(audit, pool.records(audit, honest))
    await pool.deliver(bobs, pool.records(bobs, honest))
    free()
    const again = await pool.lease(cleo, 0)
    await pool.deliver(again, pool.records(again, honest))
    await following
    const cheated = pool.audits.filter(({ outcome }) => outcome === 'cheated')
    expect(cheated.map(({ worker, shard, k, auditor }) => [worker, shard, k, auditor])).toEqual([
      [ada.address, 0, 2, undefined],
    ])
    expect(pool.evidence.map(({ kind }) => kind)).toEqual(['audit-mismatch'])
    const paid = pool.ledger.payoutLines(new Map()).find(({ lease }) => lease === audit.id)
    expect(paid?.reason).toBe('full')
  })

  test('convict an auditor that makes its results up, and nobody else', async () => {
    const { pool, free } = busyPool()
    const following = pool.follow()
    await overflow(pool)
    await until(() => pool.asked.length === 1)
    const audit = await pool.lease(bob, FIRST_AUDIT_SHARD)
    await pool.deliver(audit, pool.records(audit, lie))
    free()
    const again = await pool.lease(cleo, 2)
    await pool.deliver(again, pool.records(again, honest))
    await following
    const cheated = pool.audits.filter(({ outcome }) => outcome === 'cheated')
    expect(new Set(cheated.map(({ worker }) => worker))).toEqual(new Set([bob.address]))
    const line = pool.ledger.payoutLines(new Map()).find(({ lease }) => lease === audit.id)
    expect(line).toMatchObject({ payUnits: 0n, reason: 'auditMismatch' })
    expect(pool.ledger.isStruck(ada.address)).toBe(false)
  })

  test('are run again here when the worker that agreed is struck', async () => {
    const { pool, free } = busyPool()
    const following = pool.follow()
    const { bobs } = await overflow(pool)
    await until(() => pool.asked.length === 1)
    const audit = await pool.lease(bob, FIRST_AUDIT_SHARD)
    await pool.deliver(audit, pool.records(audit, honest))
    await until(() => pool.audits.some(({ auditor }) => auditor !== undefined))
    await pool.deliver(bobs, pool.records(bobs, lie))
    free()
    const again = await pool.lease(cleo, 2)
    await pool.deliver(again, pool.records(again, honest))
    await following
    expect(pool.ledger.isStruck(bob.address)).toBe(true)
    const disputed = pool.audits.filter(({ why }) => why === 'disputed')
    expect(disputed.map(({ shard, k, outcome }) => [shard, k, outcome])).toEqual([
      [0, 1, 'agreed'],
      [0, 2, 'agreed'],
      [0, 3, 'agreed'],
      [1, 0, 'agreed'],
    ])
  })

  test('go to the next worker when the first lets them lapse', async () => {
    const { pool, free } = busyPool()
    const following = pool.follow()
    const { bobs } = await overflow(pool)
    await until(() => pool.asked.length === 1)
    const first = await pool.lease(bob, FIRST_AUDIT_SHARD)
    pool.push({ type: 'lapsed', lease: first.id, shard: FIRST_AUDIT_SHARD, why: 'no-heartbeat' })
    await until(() => pool.ledger.standing(FIRST_AUDIT_SHARD) === 'waiting')
    const audit = await pool.lease(cleo, FIRST_AUDIT_SHARD)
    await pool.deliver(audit, pool.records(audit, honest))
    await pool.deliver(bobs, pool.records(bobs, honest))
    free()
    await following
    expect(pool.audits.filter(({ auditor }) => auditor?.lease === audit.id).length).toBe(K)
    expect(pool.ledger.payoutLines(new Map()).find(({ lease }) => lease === first.id)?.reason).toBe('noRoot')
  })

  test('of an earlier process are paid for, and asked of nobody again', async () => {
    const places = [0, 1, 2, 3].map((k) => ({ lease: sha256('before'), shard: 0, k }))
    const pool = new HostilePool(3, 8)
    pool.outside = rules({ earlier: [{ index: FIRST_AUDIT_SHARD, places }] })
    expect(pool.desk.specOf(FIRST_AUDIT_SHARD)).toEqual(pool.specs[0])
    expect(await pool.desk.mayLease(bob.address, FIRST_AUDIT_SHARD, null)).toBe(false)
    pool.desk.tick()
    expect(pool.ledger.standing(FIRST_AUDIT_SHARD)).toBe('dropped')
  })
})
