import { expect, test } from 'vitest'
import { sampleReport } from '../report/report.fixture.ts'
import {
  type FindingsSecret,
  makeFindingsKey,
  openFindings,
  type SealedFindings,
  sealFindings,
  zFindingsKey,
} from './sealedFindings.ts'

const findings: SealedFindings = { v: 1, repository: 'octo/vault', report: sampleReport }

test('a private key given as the public one is refused', async () => {
  const { key, secret } = await makeFindingsKey()
  expect(zFindingsKey.safeParse(secret).success).toBe(false)
  expect(zFindingsKey.safeParse({ ...key, crv: 'X448' }).success).toBe(false)
  expect(zFindingsKey.safeParse(key).success).toBe(true)
})

test('another key, a changed text and what was sealed by another program open to nothing', async () => {
  const { key, secret } = await makeFindingsKey()
  const sealed = await sealFindings(findings, key)
  const parts = sealed.split('.')
  const text = parts[3]!
  parts[3] = `${text.slice(0, -8)}${text.at(-8) === 'A' ? 'B' : 'A'}${text.slice(-7)}`
  expect(await openFindings(sealed, (await makeFindingsKey()).secret)).toBeUndefined()
  expect(await openFindings(parts.join('.'), secret)).toBeUndefined()
  expect(await openFindings('', secret)).toBeUndefined()
  expect(await openFindings('x'.repeat(10_000), secret)).toBeUndefined()
  expect(await openFindings(await sealFindings({ ...findings, v: 2 } as never, key), secret)).toBeUndefined()
})

test('what is sealed shows nothing and opens whole, and twice the same gives two texts', async () => {
  const { key, secret } = await makeFindingsKey()
  const [one, two] = [await sealFindings(findings, key), await sealFindings(findings, key)]
  expect(one).not.toBe(two)
  for (const part of one.split('.')) expect(Buffer.from(part, 'base64url').toString('latin1')).not.toContain('testFuzz')
  expect(await openFindings(`${one}\n`, secret as FindingsSecret)).toEqual(findings)
})
