import { expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { NEW_WORKER_PPM } from '../verify/credibility.ts'
import { findingWith, type HeldLease, HostilePool, honestResult, workerNumber } from './hostilePool.fixture.ts'

const [mallory, alice] = [workerNumber(1), workerNumber(2)]
const [ours, theirs] = [sha256('our class'), sha256('another class')]

/** Two classes of machines that honestly get different results. */
function twoClasses(shards: number): HostilePool {
  const pool = new HostilePool(shards)
  pool.ownClass = ours
  return pool
}

async function deliver(pool: HostilePool, held: HeldLease, made: 'here' | 'elsewhere'): Promise<void> {
  const { seeds } = pool.specs[held.shard]!
  await pool.deliver(
    held,
    pool.records(held, (_seed, k) => honestResult(made === 'here' ? seeds[k]! : `${seeds[k]} elsewhere`)),
  )
}

test('a lease for a worker of a class that the job does not accept, or of an unknown one, gets no signature', async () => {
  const pool = twoClasses(1)
  pool.classes = [ours]
  const followed = pool.follow()
  void pool.lease(mallory, 0, theirs)
  void pool.lease(mallory, 0)
  const held = await pool.lease(alice, 0, ours)
  await deliver(pool, held, 'here')
  await followed
  expect([...pool.ledger.leases.keys()]).toEqual([held.id])
  expect(pool.pay()).toEqual(['1000 full'])
})

test('an honest worker of another class whose results differ is not struck and leaves no evidence; its shard is run again', async () => {
  const pool = twoClasses(1)
  const followed = pool.follow()
  await deliver(pool, await pool.lease(alice, 0, theirs), 'elsewhere')
  await deliver(pool, await pool.lease(workerNumber(3), 0, ours), 'here')
  await followed
  expect(pool.pay()).toEqual(['0 voided', '1000 full'])
  expect(pool.ledger.isStruck(alice.address)).toBe(false)
  expect(pool.evidence).toEqual([])
  expect(pool.verdicts).toEqual(['void', 'accepted'])
  expect(pool.audits[0]!.text).toMatch(/^another determinism class gave another result/)
})

test('a worker of another class whose results are equal is paid: equality proves the work', async () => {
  const pool = twoClasses(1)
  const followed = pool.follow()
  await deliver(pool, await pool.lease(alice, 0, theirs), 'here')
  await followed
  expect(pool.pay()).toEqual(['1000 full'])
})

test('a cheat that says it is of another class keeps nothing that was not seen to be equal, and gets no more', async () => {
  const pool = twoClasses(2)
  pool.auditPpm = 0
  const followed = pool.follow()
  const [unseen, caught] = [await pool.lease(mallory, 0, theirs), await pool.lease(mallory, 1, theirs)]
  await deliver(pool, unseen, 'elsewhere')
  // Nothing of the first was audited; of the second one slice is, for its invented finding.
  await pool.deliver(
    caught,
    pool.records(caught, (seed) => honestResult(seed, findingWith('0xbb'))),
  )
  for (const shard of [0, 1]) await deliver(pool, await pool.lease(alice, shard, ours), 'here')
  await followed
  expect(pool.pay()).toEqual(['0 unaudited', '0 voided', '1000 full', '1000 full'])
  expect(pool.ledger.isStruck(mallory.address)).toBe(false)
  expect(pool.ledger.maySign({ ...caught.message, slot: 9 }, 0)).toBe(false)
})

test('after a strike, shards that stood are audited as a new worker’s: what agrees stays paid, what does not is run again', async () => {
  const pool = new HostilePool(3, 6)
  pool.auditPpm = 0
  // A bug for each shard: a worker's first finding of a kind is the one slice that is audited at once.
  const bugs = ['owner lost', 'supply drifts', 'queue stuck'].map((reason) => ({ ...findingWith('0xaa'), reason }))
  const found = (seed: string) =>
    honestResult(seed, bugs[pool.specs.findIndex(({ seeds }) => seeds.some((s) => s === seed))])
  pool.engine = found
  const followed = pool.follow()
  const honest = await pool.lease(mallory, 0)
  const faked = await pool.lease(mallory, 1)
  const caught = await pool.lease(mallory, 2)
  await pool.deliver(honest, pool.records(honest, found))
  // Its first slice is true and audited; the slice that a new worker's audit picks is invented.
  let records = pool.records(faked, found)
  for (let n = 0; n === 0 || pool.picks(faked, records, NEW_WORKER_PPM)[0] === 0; n++)
    records = pool.records(faked, (seed, k) => (k === 0 ? found(seed) : honestResult(`invented ${n}`)))
  await pool.deliver(faked, records)
  await pool.deliver(
    caught,
    pool.records(caught, (seed) => honestResult(seed, { ...findingWith('0xbb'), reason: 'made up' })),
  )
  for (const shard of [1, 2]) {
    const again = await pool.lease(alice, shard)
    await pool.deliver(again, pool.records(again, found))
  }
  await followed
  expect(pool.pay()).toEqual(['1000 full', '0 auditMismatch', '0 auditMismatch', '1000 full', '1000 full'])
})
