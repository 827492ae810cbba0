import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { auditPicks, DEFAULT_AUDIT_PPM, PPM } from './auditPicks.ts'

const secret = sha256('secret')

test('picks are distinct positions in range, ascending, as many as the rate says up to one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: PPM }), fc.nat(), (done, rate, n) => {
      const picks = auditPicks(secret, sha256(`root ${n}`), done, rate)
      expect(picks).toEqual([...new Set(picks)].sort((a, b) => a - b))
      for (const k of picks) expect(k >= 0 && k < done).toBe(true)
      expect(picks.length).toBeGreaterThanOrEqual(Math.floor((rate * done) / PPM))
      expect(picks.length).toBeLessThanOrEqual(Math.ceil((rate * done) / PPM))
    }),
  )
})

test('the same secret and root always give the same picks, another root or secret gives others', () => {
  const root = sha256('root')
  expect(auditPicks(secret, root, 256, PPM / 4)).toEqual(auditPicks(secret, root, 256, PPM / 4))
  expect(auditPicks(secret, sha256('root 2'), 256, PPM / 4)).not.toEqual(auditPicks(secret, root, 256, PPM / 4))
  expect(auditPicks(sha256('other'), root, 256, PPM / 4)).not.toEqual(auditPicks(secret, root, 256, PPM / 4))
})

test('at K = 12 and 5% three shards in five have one slice re-run, and every position is met about equally often', () => {
  const shards = 6_000
  const hits = new Array<number>(12).fill(0)
  let audited = 0
  for (let i = 0; i < shards; i++) {
    const picks = auditPicks(secret, sha256(`shard ${i}`), 12, DEFAULT_AUDIT_PPM)
    if (picks.length > 0) audited++
    for (const k of picks) hits[k]!++
  }
  // Six standard deviations round the expected 3,600 and 300: the inputs are fixed, so this cannot flicker.
  expect(Math.abs(audited - 0.6 * shards)).toBeLessThan(6 * Math.sqrt(shards * 0.24))
  for (const hit of hits) expect(Math.abs(hit - 0.05 * shards)).toBeLessThan(6 * Math.sqrt(shards * 0.05 * 0.95))
})

test('auditing everything picks everything, auditing nothing picks nothing', () => {
  expect(auditPicks(secret, sha256('r'), 5, PPM)).toEqual([0, 1, 2, 3, 4])
  expect(auditPicks(secret, sha256('r'), 5, 0)).toEqual([])
  expect(auditPicks(secret, sha256('r'), 0, PPM)).toEqual([])
})
