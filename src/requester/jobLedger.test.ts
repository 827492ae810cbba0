import fc from 'fast-check'
import { privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { type Lease, leaseId } from '../protocol/messages.ts'
import { payoutTree } from '../protocol/payout.ts'
import { zeroBytes32 } from '../protocol/primitives.ts'
import type { SliceRecord } from '../protocol/results.ts'
import { JobLedger, type SignedLease } from './jobLedger.ts'

const [a, b] = ['a', 'b'].map((name) => privateKeyToAccount(sha256(name)).address) as [`0x${string}`, `0x${string}`]
const message = (slot: number, worker = a): Lease => ({
  job: sha256('job'),
  slot,
  worker,
  specDigest: sha256('spec'),
  slices: 4,
  price: 1_000n,
  expires: 100,
})
const record = (k: number): SliceRecord => ({
  k,
  salt: zeroBytes32,
  corpusDigest: zeroBytes32,
  cpuMs: 1,
  result: { v: 1, outcome: { kind: 'completed' }, executions: 1, targets: [] },
})

function lease(ledger: JobLedger, slot: number, shard: number, worker = a): SignedLease {
  const one = message(slot, worker)
  expect(ledger.maySign(one, shard)).toBe(true)
  ledger.sign(leaseId(one), one, shard)
  return ledger.leases.get(leaseId(one))!
}
function deliver(one: SignedLease, slices: number): void {
  one.slices = Array.from({ length: slices }, (_, k) => record(k))
  one.state = 'delivered'
}

test('a slot is never signed twice, nor a shard that is leased, nor a slot beyond the lock, nor a struck worker', () => {
  const ledger = new JobLedger(3, 2)
  const first = lease(ledger, 0, 0)
  expect(ledger.maySign(message(0, b), 1)).toBe(false)
  expect(ledger.maySign(message(1, b), 0)).toBe(false)
  expect(ledger.maySign(message(2, b), 1)).toBe(false)
  ledger.strike(a)
  expect(ledger.maySign(message(1, a), 1)).toBe(false)
  expect(ledger.maySign(message(1, b), 1)).toBe(true)
  ledger.close(first, 'lapsed', 'noRoot')
  expect(ledger.maySign(message(0, b), 0)).toBe(false)
})

test('a strike throws away what nobody re-ran and keeps what was seen to be true', () => {
  const ledger = new JobLedger(3, 9)
  const seen = lease(ledger, 0, 0)
  const unseen = lease(ledger, 1, 1)
  const others = lease(ledger, 2, 2, b)
  for (const one of [seen, unseen, others]) {
    deliver(one, 4)
    ledger.accept(one)
  }
  seen.audited.add(1)
  expect(ledger.strike(a)).toEqual([unseen])
  expect(ledger.shardsThat('waiting')).toEqual([1])
  const pay = ledger.payoutLines(new Map()).map((line) => [line.slot, line.payUnits, line.reason])
  expect(pay).toEqual([
    [0, 1_000n, 'full'],
    [1, 0n, 'unaudited'],
    [2, 1_000n, 'full'],
  ])
})

test('partial work is paid in part, and rewards go only where work was accepted', () => {
  const ledger = new JobLedger(2, 3)
  const part = lease(ledger, 0, 0)
  const bad = lease(ledger, 1, 1, b)
  deliver(part, 3)
  ledger.accept(part)
  deliver(bad, 4)
  ledger.close(bad, 'refused', 'auditMismatch')
  const lines = ledger.payoutLines(
    new Map([
      [part.lease, 7n],
      [bad.lease, 7n],
    ]),
  )
  expect(lines).toMatchObject([
    { payUnits: 750n, rewardUnits: 7n, reason: 'partial' },
    { payUnits: 0n, rewardUnits: 0n, reason: 'auditMismatch' },
  ])
})

test('whatever happens to leases, every signed one has exactly one line, and all pay together stays within the slots', () => {
  const step = fc.record({
    shard: fc.nat(4),
    who: fc.boolean(),
    end: fc.constantFrom('accept', 'lapse', 'release', 'refuse', 'strike'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const ledger = new JobLedger(5, 8)
      let slot = 0
      for (const { shard, who, end } of steps) {
        const one = message(slot, who ? a : b)
        if (!ledger.maySign(one, shard)) continue
        const signed = lease(ledger, slot++, shard, one.worker)
        deliver(signed, 4)
        if (end === 'accept') ledger.accept(signed)
        else if (end === 'strike') ledger.strike(one.worker)
        else ledger.close(signed, end === 'lapse' ? 'lapsed' : end === 'release' ? 'released' : 'refused', 'noRoot')
      }
      const lines = ledger.payoutLines(new Map())
      expect(lines.length).toBe(ledger.leases.size)
      expect(payoutTree(sha256('job'), lines).totalUnits <= 5n * 1_000n).toBe(true)
      for (const one of ledger.shardsThat('accepted'))
        expect([...ledger.leases.values()].filter((l) => l.shard === one && l.state === 'accepted').length).toBe(1)
    }),
  )
})
