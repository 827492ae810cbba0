import type { Logger } from 'pino'
import type { Address } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { EscrowReader, EscrowWriter } from '../escrow/escrow.ts'
import type { Venue } from '../protocol/messages.ts'
import type { BlobStore } from './blobStore.ts'
import type { Database } from './database.ts'
import type { JobFollowers } from './jobFollowers.ts'
import type { RelayLimits } from './limits.ts'
import type { Matchmaker } from './matchmaker.ts'
import type { Sponsor } from './sponsor/sponsor.ts'
import type { StakeRule } from './stakes.ts'

/** The relay's time. */
export interface RelayClock {
  nowMs(): number
}

/** Who may use the relay, and what for. `chain`: jobs with a lock in the escrow. `private`: listed keys, no money. */
export type PoolKind =
  | { readonly kind: 'chain'; readonly escrow: EscrowReader }
  | { readonly kind: 'private'; readonly requesters: readonly Address[]; readonly workers: readonly Address[] }

/** Sends transactions for requesters without gas, for a fee of at most this many units each. */
export interface Submitter {
  readonly writer: EscrowWriter
  readonly feeUnits: bigint
}

/** Everything that the relay's core works on. */
export interface RelayWorld {
  readonly database: Database
  readonly blobs: BlobStore
  readonly clock: RelayClock
  /** Signs receipts. */
  readonly key: PrivateKeyAccount
  readonly venue: Venue
  readonly pool: PoolKind
  readonly submitter: Submitter | null
  /** Who pays for free bursts here, if anybody does. */
  readonly sponsor: Sponsor | null
  /** What workers must have staked; null when nothing. */
  readonly stake: StakeRule | null
  readonly limits: RelayLimits
  readonly log: Logger
  /** Open event streams; woken after every commit that added events. */
  readonly followers: JobFollowers
  /** Waiting workers. */
  readonly matches: Matchmaker
}

/** Whole seconds of the relay's clock: leases and receipts are dated by it. */
export function nowSeconds(clock: RelayClock): number {
  return Math.floor(clock.nowMs() / 1_000)
}
