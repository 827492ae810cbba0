import { privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { messageHash, type Receipt, type Root } from '../protocol/messages.ts'
import { zeroAddress } from '../protocol/primitives.ts'
import { isSignedBy } from '../protocol/signing.ts'
import { dateRoot } from './dateRoot.ts'
import type { SignedLease } from './jobLedger.ts'

const venue = { chainId: 31_337, escrow: zeroAddress }
const jobKey = privateKeyToAccount(sha256('job key'))
const root: Root = {
  job: sha256('job'),
  lease: sha256('lease'),
  specDigest: sha256('spec'),
  root: sha256('root'),
  done: 3,
}
const leaseUntil = (expires: number, signedRoot: Root | null) =>
  ({ lease: root.lease, message: { job: root.job, expires }, root: signedRoot }) as SignedLease

async function receiptsAt(nowMs: number, lease: SignedLease) {
  const sent: { message: Receipt; signature: `0x${string}` }[] = []
  const pool = { receipt: async (_job: unknown, signed: (typeof sent)[number]) => void sent.push(signed) }
  await dateRoot(lease, { pool, secrets: { jobKey }, venue, relayNowMs: () => nowMs })
  return sent
}

test('nothing is dated without a root, or after the lease’s end', async () => {
  expect(await receiptsAt(1_000_000, leaseUntil(2_000, null))).toEqual([])
  expect(await receiptsAt(2_001_000, leaseUntil(2_000, root))).toEqual([])
})

test('a root is dated by the second in which it was heard of, up to the lease’s last one, and signed by the job key', async () => {
  const [sent] = await receiptsAt(2_000_999, leaseUntil(2_000, root))
  expect(sent!.message).toEqual({
    job: root.job,
    lease: root.lease,
    rootMessage: messageHash('Root', root),
    receivedAt: 2_000,
  })
  expect(await isSignedBy(jobKey.address, venue, 'Receipt', sent!.message, sent!.signature)).toBe(true)
})
