import { privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { sha256 } from './digest.ts'
import { intentLockUnits, jobId, type Lease, leaseId, type Venue, zIntent } from './messages.ts'
import { REQUEST_WINDOW_MS, requestHeaders, sessionSigner, verifyRequest } from './requestSignature.ts'
import { isSignedBy, recoverSigner, signMessageStruct } from './signing.ts'

const key = privateKeyToAccount(sha256('key'))
const other = privateKeyToAccount(sha256('other'))
const venue: Venue = { chainId: 31_337, escrow: '0x5FbDB2315678afecb367f032d93F642f64180aa3' }
const lease: Lease = {
  job: sha256('job'),
  slot: 3,
  worker: other.address,
  specDigest: sha256('spec'),
  slices: 12,
  price: 1_000n,
  expires: 9,
}

test('a signature holds for no other message, chain, escrow or signer, and garbage is nobody’s', async () => {
  const signature = await signMessageStruct(key, venue, 'Lease', lease)
  expect(await isSignedBy(key.address, venue, 'Lease', { ...lease, price: 1_001n }, signature)).toBe(false)
  expect(await isSignedBy(key.address, { ...venue, chainId: 1 }, 'Lease', lease, signature)).toBe(false)
  expect(await isSignedBy(key.address, { ...venue, escrow: other.address }, 'Lease', lease, signature)).toBe(false)
  expect(await isSignedBy(other.address, venue, 'Lease', lease, signature)).toBe(false)
  expect(await recoverSigner(venue, 'Lease', lease, '0x1234')).toBeUndefined()
  expect(await recoverSigner(venue, 'Lease', lease, `0x${'00'.repeat(65)}`)).toBeUndefined()
})

test('a signed lease is recognised as its signer’s', async () => {
  const signature = await signMessageStruct(key, venue, 'Lease', lease)
  expect(await isSignedBy(key.address, venue, 'Lease', lease, signature)).toBe(true)
})

test('an intent with numbers that do not fit is refused, one with decimal strings is read', () => {
  const wire = {
    account: sha256('a'),
    jobHash: sha256('j'),
    auditCommit: sha256('c'),
    jobKey: key.address,
    assigner: `0x${'0'.repeat(40)}`,
    slots: 10,
    spares: 1,
    slotPrice: '5',
    finderReserve: '7',
    relayerFeeCap: '2',
    openBy: 1,
    settleBy: 2,
  }
  expect(zIntent.safeParse({ ...wire, slotPrice: '-1' }).success).toBe(false)
  expect(zIntent.safeParse({ ...wire, slotPrice: (1n << 128n).toString() }).success).toBe(false)
  expect(zIntent.safeParse({ ...wire, extra: 1 }).success).toBe(false)
  const intent = zIntent.parse(wire)
  expect(intentLockUnits(intent)).toBe(11n * 5n + 7n + 2n)
  expect(jobId(intent)).not.toBe(jobId({ ...intent, slots: 11 }))
})

test('the names of jobs and leases never change', () => {
  expect(leaseId({ ...lease, worker: '0x5FbDB2315678afecb367f032d93F642f64180aa3' })).toMatchInlineSnapshot(
    `"0x3308c8c964e61e866cdf2cd96fabd2ed9e6e41354df614b3f7e391a5dff482dc"`,
  )
})

test('a request signature covers method, relay, path, body, time and nonce', () => {
  const signer = sessionSigner(new Uint8Array(32).fill(7))
  const headers = signer.headers({
    method: 'POST',
    audience: key.address,
    path: '/v1/x?y=1',
    body: 'body',
    nowMs: 1_000,
  })
  const facts = {
    method: 'POST',
    audience: key.address,
    path: '/v1/x?y=1',
    bodyDigest: sha256('body'),
    timestampMs: 1_000,
    nonce: headers[requestHeaders.nonce]!,
  }
  const signature = headers[requestHeaders.signature]!
  const bent = [
    { method: 'PUT' },
    { audience: other.address },
    { path: '/v1/x?y=2' },
    { bodyDigest: sha256('b') },
    { timestampMs: 1_001 },
    { nonce: '00' },
  ]
  for (const change of bent) expect(verifyRequest(signer.publicKey, { ...facts, ...change }, signature)).toBe(false)
  expect(verifyRequest(sessionSigner().publicKey, facts, signature)).toBe(false)
  expect(verifyRequest(signer.publicKey, facts, 'zz')).toBe(false)
  expect(verifyRequest(signer.publicKey, facts, signature)).toBe(true)
  expect(REQUEST_WINDOW_MS).toBe(60_000)
})
