import { keccak256 } from 'viem'
import { expect, test } from 'vitest'
import { sha256 } from './digest.ts'
import { deriveJobSecrets, jobHash, jobSeed, sliceSeed } from './jobSecrets.ts'
import { seal, unseal } from './sealed.ts'

const spender = sha256('spender')
const secrets = deriveJobSecrets(spender, sha256('nonce'))

test('sealed results cannot be opened with another key, under another lease, or when one bit was changed', () => {
  const lease = sha256('lease')
  const sealed = seal(secrets.resultPublicKey, lease, Buffer.from('results'))
  const other = deriveJobSecrets(spender, sha256('other nonce'))
  expect(() => unseal(other.resultKey, lease, sealed)).toThrow(/FB6001/)
  expect(() => unseal(secrets.resultKey, sha256('other lease'), sealed)).toThrow(/FB6001/)
  for (const at of [0, 1, 40, sealed.length - 1]) {
    const bent = Uint8Array.from(sealed)
    bent[at]! ^= 1
    expect(() => unseal(secrets.resultKey, lease, bent)).toThrow(/FB6001/)
  }
  expect(() => unseal(secrets.resultKey, lease, sealed.subarray(0, 50))).toThrow(/FB6001/)
  expect(() => unseal(secrets.resultKey, lease, new Uint8Array())).toThrow(/FB6001/)
})

test('whoever holds the job opens what was sealed to it, nothing at all included', () => {
  const lease = sha256('lease')
  for (const plain of [new Uint8Array(), Buffer.from('results')]) {
    expect(Buffer.from(unseal(secrets.resultKey, lease, seal(secrets.resultPublicKey, lease, plain)))).toEqual(
      Buffer.from(plain),
    )
  }
})

test('the same spender and nonce give the same secrets, another nonce gives none of them', () => {
  const again = deriveJobSecrets(spender, sha256('nonce'))
  const other = deriveJobSecrets(spender, sha256('nonce 2'))
  expect(again.jobKey.address).toBe(secrets.jobKey.address)
  expect(again.auditSecret).toBe(secrets.auditSecret)
  expect(other.jobKey.address).not.toBe(secrets.jobKey.address)
  expect(other.auditSecret).not.toBe(secrets.auditSecret)
  expect(secrets.auditCommit).toBe(keccak256(secrets.auditSecret))
})

test('every slice of every shard of every burst has a seed of its own', () => {
  const seeds = new Set<string>()
  for (const nonce of ['a', 'b'])
    for (let shard = 0; shard < 4; shard++)
      for (let k = 0; k < 4; k++)
        seeds.add(sliceSeed(jobSeed(jobHash(sha256('plan'), sha256(nonce)), secrets.auditCommit), shard, k))
  expect(seeds.size).toBe(32)
})
