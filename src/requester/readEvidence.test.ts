import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FraudEvidence } from '../protocol/fraudEvidence.ts'
import { toWire } from '../protocol/primitives.ts'
import { HostilePool, honestResult, workerNumber } from './hostilePool.fixture.ts'
import { readEvidence } from './readEvidence.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fuzzburst-evidence-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

async function fileOf(content: string): Promise<string> {
  const path = join(dir, 'evidence.json')
  await writeFile(path, content)
  return path
}

/** Evidence of one invented leaf, as the judge keeps it. */
async function accusation(): Promise<Extract<FraudEvidence, { kind: 'audit-mismatch' }>> {
  const pool = new HostilePool(1, 1)
  const followed = pool.follow()
  const bad = await pool.lease(workerNumber(1), 0)
  await pool.deliver(
    bad,
    pool.records(bad, (seed, k) => honestResult(k === 2 ? 'invented' : seed)),
  )
  await followed
  return pool.evidence[0] as Extract<FraudEvidence, { kind: 'audit-mismatch' }>
}

test.each(['', '{', '{"kind":"audit-mismatch"}'])('a file with %j in it is refused as no evidence', async (content) => {
  const path = await fileOf(content)
  await expect(readEvidence(path)).rejects.toThrow(/FB5101/)
  await expect(readEvidence(join(dir, 'missing.json'))).rejects.toThrow(/FB5101/)
})

test('an accusation that was altered shows nothing, and says what does not hold', async () => {
  const evidence = await accusation()
  const { worth, text, holds } = await readEvidence(await fileOf(toWire({ ...evidence, k: 1 })))
  expect({ worth, text, holds }).toEqual({ worth: 'broken', text: 'the claim is not in the signed root', holds: [] })
})

test('a sound accusation names each signature that holds, and leaves the verdict to a re-run', async () => {
  const evidence = await accusation()
  const report = await readEvidence(await fileOf(toWire(evidence)))
  expect(report.worth).toBe('accusation')
  expect(report.text).toBe('evidence of 1 target(s) differs')
  expect(report.holds).toContain('the worker signed a root over 4 of 4 slices')
  expect(report.holds).toContain('the claim is leaf 2 of that root, for the specification that was leased')
})
