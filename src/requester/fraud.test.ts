import { expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { zFraudEvidence } from '../protocol/fraudEvidence.ts'
import { type Lease, leaseId, type Root } from '../protocol/messages.ts'
import { toWire } from '../protocol/primitives.ts'
import { shardSpecDigest } from '../protocol/shardSpec.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import { checkEvidence } from '../verify/checkEvidence.ts'
import { type HeldLease, HostilePool, honestResult, K, venue, workerNumber } from './hostilePool.fixture.ts'

const [mallory, alice] = [workerNumber(1), workerNumber(2)]

async function deliverHonestly(pool: HostilePool, held: HeldLease): Promise<void> {
  await pool.deliver(
    held,
    pool.records(held, (seed) => honestResult(seed)),
  )
}

/** What a court reads: the file, not the object. */
function fileOf(pool: HostilePool) {
  expect(pool.evidence.length).toBe(1)
  return zFraudEvidence.parse(JSON.parse(toWire(pool.evidence[0])))
}

test('a relay that proposes other work, a higher price, a used slot or a lease without end gets no signature', async () => {
  const pool = new HostilePool(2)
  const followed = pool.follow()
  const held = await pool.lease(alice, 0)
  const good = { ...held.message, slot: 1, specDigest: shardSpecDigest(pool.specs[1]!) }
  const signedBefore = pool.ledger.leases.size
  const proposals: [Lease, number][] = [
    [{ ...good, worker: mallory.address, specDigest: held.message.specDigest }, 1],
    [{ ...good, worker: mallory.address, price: 1_001n }, 1],
    [{ ...good, worker: mallory.address, slot: held.message.slot }, 1],
    [{ ...good, worker: mallory.address, slices: K + 1 }, 1],
    [{ ...good, worker: mallory.address, expires: good.expires + 86_400 }, 1],
    [{ ...good, worker: mallory.address, expires: 1 }, 1],
    [{ ...good, worker: mallory.address, job: sha256('another job') }, 1],
    [{ ...held.message, worker: mallory.address, slot: 1 }, 0],
    [{ ...good, worker: mallory.address, slot: 4 }, 1],
  ]
  for (const [message, shard] of proposals) pool.push({ type: 'proposal', shard, message, lease: leaseId(message) })
  // A name that is not the message's would let the worker's root be for another lease.
  pool.push({ type: 'proposal', shard: 1, message: good, lease: sha256('another lease') })
  await deliverHonestly(pool, held)
  const own = await pool.lease(alice, 1)
  expect(pool.ledger.leases.size).toBe(signedBefore + 1)
  await deliverHonestly(pool, own)
  await followed
  expect(pool.pay()).toEqual(['1000 full', '1000 full'])
})

test('a relay’s word that a worker signed two roots strikes nobody without the worker’s signature', async () => {
  const pool = new HostilePool(1)
  const followed = pool.follow()
  const held = await pool.lease(alice, 0)
  await deliverHonestly(pool, held)
  const message: Root = {
    ...{ job: held.message.job, lease: held.id, specDigest: held.message.specDigest, root: sha256('other'), done: K },
  }
  const forged = await signMessageStruct(mallory, venue, 'Root', message)
  pool.push({ type: 'equivocation', lease: held.id, message, signature: forged })
  await followed
  expect(pool.pay()).toEqual(['1000 full'])
  expect(pool.evidence).toEqual([])
})

test('an equivocating worker is struck by its two signatures alone, and its other shards are leased again', async () => {
  const pool = new HostilePool(2)
  pool.auditPpm = 0
  const followed = pool.follow()
  const [first, second] = [await pool.lease(mallory, 0), await pool.lease(mallory, 1)]
  await deliverHonestly(pool, first)
  const message: Root = {
    ...{
      job: first.message.job,
      lease: first.id,
      specDigest: first.message.specDigest,
      root: sha256('other'),
      done: K,
    },
  }
  const signature = await signMessageStruct(mallory, venue, 'Root', message)
  pool.push({ type: 'equivocation', lease: first.id, message, signature })
  for (const shard of [0, 1]) await deliverHonestly(pool, await pool.lease(alice, shard))
  await followed
  expect(pool.pay()).toEqual(['0 equivocation', '0 noRoot', '1000 full', '1000 full'])
  expect(second.worker).toBe(mallory)
  const evidence = fileOf(pool)
  expect(evidence.kind).toBe('equivocation')
  expect(await checkEvidence(evidence)).toBeUndefined()
})

test('a mismatch that two re-runs agree on leaves evidence that names one leaf under the worker’s own signature', async () => {
  const pool = new HostilePool(2)
  const followed = pool.follow()
  const bad = await pool.lease(mallory, 0)
  await pool.deliver(
    bad,
    pool.records(bad, (seed, k) => honestResult(k === 2 ? 'invented' : seed)),
  )
  for (const shard of [0, 1]) await deliverHonestly(pool, await pool.lease(alice, shard))
  await followed
  expect(pool.pay()).toEqual(['0 auditMismatch', '1000 full', '1000 full'])
  const evidence = fileOf(pool)
  expect(evidence).toMatchObject({ kind: 'audit-mismatch', k: 2 })
  expect(await checkEvidence(evidence)).toBeUndefined()
  if (evidence.kind === 'equivocation') return
  const bent = [
    { ...evidence, k: 1 },
    { ...evidence, salt: sha256('another') },
    { ...evidence, claim: evidence.reruns[0] },
    { ...evidence, reruns: [evidence.claim, evidence.reruns[1]] as typeof evidence.reruns },
    { ...evidence, intent: { ...evidence.intent, slots: 1 } },
    { ...evidence, root: { ...evidence.root, message: { ...evidence.root.message, done: 1 } } },
    { ...evidence, spec: { ...evidence.spec, index: 1 } },
  ]
  for (const one of bent) expect(await checkEvidence(one)).toBeDefined()
})

test('an engine that disagrees with itself accuses nobody, and what it gave is kept', async () => {
  const pool = new HostilePool(1, 1)
  let runs = 0
  pool.auditPpm = 250_000
  pool.engine = (seed) => honestResult(`${seed} ${runs++}`)
  const followed = pool.follow()
  await deliverHonestly(pool, await pool.lease(alice, 0))
  await followed
  expect(pool.pay()).toEqual(['0 voided'])
  expect(pool.ledger.isStruck(alice.address)).toBe(false)
  const evidence = fileOf(pool)
  expect(evidence.kind).toBe('nondeterminism')
  expect(await checkEvidence(evidence)).toBeUndefined()
  expect(await checkEvidence({ ...evidence, kind: 'audit-mismatch' } as typeof evidence)).toBe(
    'the two re-runs do not agree',
  )
})
