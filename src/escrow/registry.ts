import type { Address, Hex } from 'viem'
import type { Signed } from '../protocol/evidence.ts'
import type { Lease, Root } from '../protocol/messages.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { Mined, TokenView } from './escrow.ts'

/** What a lease's stake is, in prices of it (Registry.STAKE_PER_PRICE). */
export const STAKE_PER_PRICE = 20n

/** Where the stake registry is. */
export interface RegistryVenue {
  readonly chainId: number
  readonly registry: Address
}

export interface RegisteredWorker {
  /** Where its stake returns to; only this key asks for it. */
  readonly payout: Address
  /** Zero when it was never declared. */
  readonly determinismClass: Bytes32
}

export interface StakeView {
  /** Covers leases, in token units. */
  readonly bondedUnits: bigint
  /** Asked back: covers nothing any more, and can still be slashed. */
  readonly unbondingUnits: bigint
  /** When what was asked back can be taken; null when nothing was. */
  readonly availableAt: number | null
}

/** Reading a registry needs no key. @throws coded FB2 errors: RPC unreachable, wrong chain, no contract there */
export interface RegistryReader {
  readonly venue: RegistryVenue
  worker(operator: Address): Promise<RegisteredWorker | undefined>
  stake(operator: Address, token: Address): Promise<StakeView>
  token(address: Address): Promise<TokenView>
  /** Seconds between asking for stake and getting it. */
  unbondingSeconds(): Promise<number>
  /** The chain's time of its newest block, in seconds. */
  now(): Promise<number>
}

/** With a key that pays gas. */
export interface RegistryWriter extends RegistryReader {
  readonly sender: Address
  /** Anyone sends it with the operator's signature ({@link signRegistration}). */
  register(request: {
    operator: Address
    payout: Address
    determinismClass: Bytes32
    signature: Hex
  }): Promise<Mined | 'already-done'>
  /** The sender must be the operator itself. Finds a class that is declared already done. */
  declareClass(determinismClass: Bytes32): Promise<Mined | 'already-done'>
  /** Hands the payout key's place, and with it all stake, to another. The sender must be the present one. */
  setPayout(operator: Address, payout: Address): Promise<Mined | 'already-done'>
  /** Pays in from the sender, after an approval if one is needed. Not idempotent: every call stakes. */
  deposit(operator: Address, token: Address, units: bigint): Promise<Mined>
  /** The sender must be the operator's payout key; so for `rebond`. */
  unbond(operator: Address, token: Address, units: bigint): Promise<Mined>
  rebond(operator: Address, token: Address): Promise<Mined>
  /** Sends what has waited long enough to the payout key. */
  withdraw(operator: Address, token: Address): Promise<Mined>
}

/** Two roots of one worker for one lease, with the lease as its job key signed it. */
export interface EquivocationProof {
  readonly lease: Signed<Lease>
  readonly one: Signed<Root>
  readonly other: Signed<Root>
}
