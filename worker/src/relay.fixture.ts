import { gunzipSync } from 'node:zlib'
import { RelayRefused, RelayUnreachable } from '../../src/pool/errors.ts'
import type { PoolClock, PoolConnection, WorkerPool } from '../../src/pool/pool.ts'
import type { LeaseOffer } from '../../src/protocol/api.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import { x25519PublicKey } from '../../src/protocol/jobSecrets.ts'
import { messageHash, type Receipt, type Root } from '../../src/protocol/messages.ts'
import { type Bytes32, toWire } from '../../src/protocol/primitives.ts'
import { type ShardResults, zShardResults } from '../../src/protocol/results.ts'
import { unseal } from '../../src/protocol/sealed.ts'
import { isSignedBy, signMessageStruct } from '../../src/protocol/signing.ts'
import { privateVenue, relayKey, workerKey } from './offer.fixture.ts'

const resultKey = new Uint8Array(32).fill(7)
/** Offers must be sealed to this key for {@link MemoryRelay.results} to be readable. */
export const resultPublicKey = x25519PublicKey(resultKey)

/** A relay in memory that keeps the rules a worker depends on: root before results, one root a lease, dated receipts. */
export interface MemoryRelay {
  readonly connection: PoolConnection
  /** Handed out by long-polls, first come first served. */
  offer(offer: LeaseOffer): void
  readonly roots: Map<Bytes32, Root>
  readonly results: Map<Bytes32, ShardResults>
  readonly released: Map<Bytes32, string>
  readonly beats: Map<Bytes32, number>
  /** What the requester has said of roots. */
  readonly requesterReceipts: Map<Bytes32, { message: Receipt; signature: `0x${string}` }>
  /** Refused: a second, different root. Must stay 0. */
  equivocations: number
  /** Answered to heartbeats. */
  order: 'continue' | 'stop' | 'gone'
  /** All calls fail as if nothing listened. */
  down: boolean
  /** Called before each answer, with the method's name; may throw. */
  before: (method: string) => void | Promise<void>
}

function refused(status: number, code: string): RelayRefused {
  return new RelayRefused({ status, code, fault: 'pool', summary: 'no', steps: [] })
}

export function memoryRelay(clock: PoolClock, layer: Uint8Array = new Uint8Array()): MemoryRelay {
  const offers: LeaseOffer[] = []
  const known = new Map<Bytes32, LeaseOffer>()
  const receipts = new Map<Bytes32, { message: Receipt; signature: `0x${string}` }>()
  const uploads = new Map<Bytes32, Bytes32>()
  const polls = new Set<() => void>()

  async function answer(method: string): Promise<void> {
    if (relay.down) throw new RelayUnreachable('http://relay.test', 'down')
    await relay.before(method)
  }

  const worker: WorkerPool = {
    hello: () => answer('hello'),
    async nextLease(_request, call) {
      await answer('nextLease')
      while (offers.length === 0) {
        if (call?.signal?.aborted) throw new RelayUnreachable('http://relay.test', 'aborted')
        await new Promise<void>((resolve) => {
          polls.add(resolve)
          call?.signal?.addEventListener('abort', () => resolve(), { once: true })
        })
      }
      const offer = offers.shift()!
      known.set(offer.lease, offer)
      return offer
    },
    async heartbeat(lease, done) {
      await answer('heartbeat')
      relay.beats.set(lease, done)
      return relay.order
    },
    async root(lease, { message, signature }) {
      await answer('root')
      const offer = known.get(lease)
      if (offer === undefined) throw refused(404, 'FB3000')
      if (!(await isSignedBy(workerKey.address, offer.venue, 'Root', message, signature))) throw refused(403, 'FB3001')
      const first = relay.roots.get(lease)
      if (first !== undefined && toWire(first) !== toWire(message)) {
        relay.equivocations += 1
        throw refused(409, 'FB3002')
      }
      relay.roots.set(lease, message)
      const known_ = receipts.get(lease)
      if (known_ !== undefined) return known_
      const receipt: Receipt = {
        job: message.job,
        lease,
        rootMessage: messageHash('Root', message),
        receivedAt: Math.floor(clock.nowMs() / 1_000),
      }
      const signed = {
        message: receipt,
        signature: await signMessageStruct(relayKey, offer.venue, 'Receipt', receipt),
      }
      receipts.set(lease, signed)
      await answer('receipt')
      return signed
    },
    async requesterReceipt(lease) {
      await answer('requesterReceipt')
      return relay.requesterReceipts.get(lease) ?? null
    },
    async putResults(lease, sealed) {
      await answer('putResults')
      if (!relay.roots.has(lease)) throw refused(409, 'FB3003')
      const first = uploads.get(lease)
      if (first !== undefined && first !== sha256(sealed)) throw refused(409, 'FB3004')
      uploads.set(lease, sha256(sealed))
      const plain = gunzipSync(unseal(resultKey, lease, sealed)).toString('utf8')
      relay.results.set(lease, zShardResults.parse(JSON.parse(plain)))
      await answer('resultsTaken')
      return sha256(sealed)
    },
    async release(lease, why) {
      await answer('release')
      relay.released.set(lease, why)
    },
    async payouts() {
      await answer('payouts')
      return []
    },
    job: () => Promise.reject(refused(404, 'FB3000')),
    getBlob: async () => layer,
    async *readBlob() {
      await answer('readBlob')
      yield layer
    },
  }

  const relay: MemoryRelay = {
    connection: {
      url: 'http://relay.test',
      info: {
        name: 'fuzzburst-relay',
        version: '0',
        address: relayKey.address,
        venue: privateVenue,
        pool: 'private',
        submitsForUnits: null,
        limits: { blobBytes: 1_000, jobBlobBytes: 1_000, heartbeatSeconds: 30, longPollSeconds: 20 },
        now: 1_000,
      },
      worker,
      requester: {} as PoolConnection['requester'],
      auditor: {} as PoolConnection['auditor'],
      sponsorOwner: {} as PoolConnection['sponsorOwner'],
      relayNowMs: () => clock.nowMs(),
    },
    offer(offer) {
      offers.push(offer)
      for (const wake of polls) wake()
      polls.clear()
    },
    roots: new Map(),
    results: new Map(),
    released: new Map(),
    beats: new Map(),
    requesterReceipts: new Map(),
    equivocations: 0,
    order: 'continue',
    down: false,
    before: () => undefined,
  }
  return relay
}
