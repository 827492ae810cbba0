import { gzipSync } from 'node:zlib'
import { hexToBytes } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { LeaseOffer } from '../../src/protocol/api.ts'
import { hmac } from '../../src/protocol/digest.ts'
import { leafHash } from '../../src/protocol/leaf.ts'
import type { Root } from '../../src/protocol/messages.ts'
import { type Bytes32, toWire } from '../../src/protocol/primitives.ts'
import type { ShardResults, SliceRecord } from '../../src/protocol/results.ts'
import { seal } from '../../src/protocol/sealed.ts'
import { shardRoot } from '../../src/protocol/shardRoot.ts'
import { signMessageStruct } from '../../src/protocol/signing.ts'
import { sliceResultDigest } from '../../src/protocol/sliceResult.ts'
import type { SignedRoot } from './journal.ts'

/** The salt of slice `k` of a lease: hides its leaf until the results are shown, and is the same after a crash. */
export function sliceSalt(secret: Uint8Array, lease: Bytes32, k: number): Bytes32 {
  const place = new Uint8Array(4)
  new DataView(place.buffer).setUint32(0, k)
  return `0x${Buffer.from(hmac(secret, 'leaf-salt', hexToBytes(lease), place)).toString('hex')}`
}

/**
 * Signs the root over the finished slices (0.. in order) of a lease: of all of them, or a partial one.
 * @throws RangeError for no slice at all: such a root says nothing, and would keep the lease from being handed back
 */
export async function signShardRoot(
  account: PrivateKeyAccount,
  offer: LeaseOffer,
  slices: readonly SliceRecord[],
): Promise<SignedRoot> {
  if (slices.length === 0) throw new RangeError('a root over no slice')
  const { job, specDigest, slices: wanted } = offer.message
  const leaves = slices.map((record) =>
    leafHash({
      specDigest,
      worker: account.address,
      k: record.k,
      executions: record.result.executions,
      resultDigest: sliceResultDigest(record.result),
      corpusDigest: record.corpusDigest,
      salt: record.salt,
    }),
  )
  const message: Root = { job, lease: offer.lease, specDigest, root: shardRoot(leaves, wanted), done: slices.length }
  return { message, signature: await signMessageStruct(account, offer.venue, 'Root', message) }
}

/** The results of the slices that a root counts, gzipped and sealed so that only the requester can read them. */
export function sealShardResults(offer: LeaseOffer, slices: readonly SliceRecord[]): Uint8Array {
  const results: ShardResults = { v: 1, lease: offer.lease, slices: [...slices] }
  return seal(offer.resultPublicKey, offer.lease, gzipSync(toWire(results)))
}
