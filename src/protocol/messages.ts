import { type Address, hashStruct, type TypedDataDomain } from 'viem'
import { z } from 'zod'
import {
  type Bytes32,
  type JobId,
  type LeaseId,
  zAddress,
  zBytes32,
  zTimestamp,
  zUint32,
  zUnits,
} from './primitives.ts'

/**
 * Every message that somebody signs with secp256k1, as EIP-712 structs. `contracts/src/libraries/Messages.sol` holds the
 * same types, and a test compares the hashes. These cannot change once money depends on them: a new version is a new
 * domain version (docs/adr/0001-signed-messages.md).
 */
export const messageTypes = {
  /** What a requester wants: it locks (slots + spares) x slotPrice + finderReserve + relayerFeeCap of an account. */
  Intent: [
    { name: 'account', type: 'bytes32' },
    { name: 'jobHash', type: 'bytes32' },
    { name: 'auditCommit', type: 'bytes32' },
    { name: 'jobKey', type: 'address' },
    { name: 'assigner', type: 'address' },
    { name: 'slots', type: 'uint32' },
    { name: 'spares', type: 'uint32' },
    { name: 'slotPrice', type: 'uint128' },
    { name: 'finderReserve', type: 'uint128' },
    { name: 'relayerFeeCap', type: 'uint128' },
    { name: 'openBy', type: 'uint64' },
    { name: 'settleBy', type: 'uint64' },
  ],
  /** A spender's permission for one job key to sign one intent of at most `amount`. The nonce is burned on use. */
  Grant: [
    { name: 'account', type: 'bytes32' },
    { name: 'spender', type: 'address' },
    { name: 'jobKey', type: 'address' },
    { name: 'amount', type: 'uint128' },
    { name: 'validUntil', type: 'uint64' },
    { name: 'nonce', type: 'bytes32' },
  ],
  /** The right of one worker to run one shard for one price. Signed by the job key; the assigner co-signs if there is one. */
  Lease: [
    { name: 'job', type: 'bytes32' },
    { name: 'slot', type: 'uint32' },
    { name: 'worker', type: 'address' },
    { name: 'specDigest', type: 'bytes32' },
    { name: 'slices', type: 'uint32' },
    { name: 'price', type: 'uint128' },
    { name: 'expires', type: 'uint64' },
  ],
  /** A worker's word for what it ran: the root over its leaves, of which the first `done` are finished. */
  Root: [
    { name: 'job', type: 'bytes32' },
    { name: 'lease', type: 'bytes32' },
    { name: 'specDigest', type: 'bytes32' },
    { name: 'root', type: 'bytes32' },
    { name: 'done', type: 'uint32' },
  ],
  /** The requester's or the relay's word for when a root arrived. `rootMessage` is the struct hash of the Root. */
  Receipt: [
    { name: 'job', type: 'bytes32' },
    { name: 'lease', type: 'bytes32' },
    { name: 'rootMessage', type: 'bytes32' },
    { name: 'receivedAt', type: 'uint64' },
  ],
  /** The job key's last word: who gets how much. Reveals the audit secret. */
  Settlement: [
    { name: 'job', type: 'bytes32' },
    { name: 'payoutRoot', type: 'bytes32' },
    { name: 'payoutDepth', type: 'uint8' },
    { name: 'total', type: 'uint128' },
    { name: 'auditSecret', type: 'bytes32' },
  ],
  /** An actor lets an Ed25519 key sign its HTTP requests until a time. Spends nothing and signs no lease, root or receipt. */
  SessionKey: [
    { name: 'actor', type: 'address' },
    { name: 'publicKey', type: 'bytes32' },
    { name: 'expires', type: 'uint64' },
  ],
  /** The job key's word for what happened in a finished job: digest of its transcript. No contract reads it. */
  Publication: [
    { name: 'job', type: 'bytes32' },
    { name: 'transcript', type: 'bytes32' },
  ],
} as const

export type MessageName = keyof typeof messageTypes

export const zIntent = z.strictObject({
  account: zBytes32,
  jobHash: zBytes32,
  auditCommit: zBytes32,
  jobKey: zAddress,
  assigner: zAddress,
  slots: zUint32,
  spares: zUint32,
  slotPrice: zUnits,
  finderReserve: zUnits,
  relayerFeeCap: zUnits,
  openBy: zTimestamp,
  settleBy: zTimestamp,
})
export const zGrant = z.strictObject({
  account: zBytes32,
  spender: zAddress,
  jobKey: zAddress,
  amount: zUnits,
  validUntil: zTimestamp,
  nonce: zBytes32,
})
export const zLease = z.strictObject({
  job: zBytes32,
  slot: zUint32,
  worker: zAddress,
  specDigest: zBytes32,
  slices: zUint32,
  price: zUnits,
  expires: zTimestamp,
})
export const zRoot = z.strictObject({
  job: zBytes32,
  lease: zBytes32,
  specDigest: zBytes32,
  root: zBytes32,
  done: zUint32,
})
export const zReceipt = z.strictObject({
  job: zBytes32,
  lease: zBytes32,
  rootMessage: zBytes32,
  receivedAt: zTimestamp,
})
export const zSettlement = z.strictObject({
  job: zBytes32,
  payoutRoot: zBytes32,
  payoutDepth: z.number().int().min(0).max(32),
  total: zUnits,
  auditSecret: zBytes32,
})
export const zSessionKey = z.strictObject({ actor: zAddress, publicKey: zBytes32, expires: zTimestamp })

export type Intent = z.output<typeof zIntent>
export type Grant = z.output<typeof zGrant>
export type Lease = z.output<typeof zLease>
export type Root = z.output<typeof zRoot>
export type Receipt = z.output<typeof zReceipt>
export type Settlement = z.output<typeof zSettlement>
export type SessionKey = z.output<typeof zSessionKey>
interface PublicationMessage {
  readonly job: Bytes32
  readonly transcript: Bytes32
}

export interface Messages {
  Intent: Intent
  Grant: Grant
  Lease: Lease
  Root: Root
  Receipt: Receipt
  Settlement: Settlement
  SessionKey: SessionKey
  Publication: PublicationMessage
}

/** Which chain and escrow a signature is for. A private pool without a chain uses chain 0 and the zero address. */
export interface Venue {
  readonly chainId: number
  readonly escrow: Address
}
export const zVenue = z.strictObject({ chainId: z.number().int().min(0), escrow: zAddress })

/** The EIP-712 domain of a venue. */
export function messageDomain(venue: Venue): TypedDataDomain {
  return { name: 'Fuzzburst', version: '1', chainId: venue.chainId, verifyingContract: venue.escrow }
}

/** The EIP-712 struct hash of a message (without the domain): names jobs and leases, the same on every side. */
export function messageHash<N extends MessageName>(name: N, message: Messages[N]): Bytes32 {
  return hashStruct({
    primaryType: name,
    types: messageTypes,
    data: message,
  } as unknown as Parameters<typeof hashStruct>[0])
}

/** The name of the job that an intent opens. */
export function jobId(intent: Intent): JobId {
  return messageHash('Intent', intent)
}

/** The name of a lease. */
export function leaseId(lease: Lease): LeaseId {
  return messageHash('Lease', lease)
}

/** What an intent locks, in token units. */
export function intentLockUnits(intent: Intent): bigint {
  return BigInt(intent.slots + intent.spares) * intent.slotPrice + intent.finderReserve + intent.relayerFeeCap
}
