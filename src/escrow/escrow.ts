import type { Address, Hex } from 'viem'
import type { Grant, Intent, Settlement, Venue } from '../protocol/messages.ts'
import type { ClaimProof } from '../protocol/payout.ts'
import type { Bytes32, JobId } from '../protocol/primitives.ts'
import type { DisputeReader, DisputeWriter } from './disputes.ts'

/** Times of an escrow, in seconds. They are part of its code: another choice is another address. */
export interface EscrowWindows {
  /** Between settlement and claims: workers may contest. */
  readonly claimDelay: number
  /** After `settleBy`, before workers may claim without a settlement. */
  readonly defaultGrace: number
  /** Between request and withdrawal. */
  readonly withdrawalDelay: number
  /** How long a freeze lasts. */
  readonly freeze: number
}

export interface TokenView {
  readonly address: Address
  readonly symbol: string
  readonly decimals: number
}

export interface AccountView {
  readonly account: Bytes32
  readonly owner: Address
  readonly token: TokenView
  /** Free to lock or to withdraw, in token units. */
  readonly balanceUnits: bigint
  /** Held by jobs until they are closed, without what settlements promise to workers. In token units. */
  readonly lockedUnits: bigint
  readonly withdrawal: { readonly units: bigint; readonly availableAt: number } | null
}

export interface SpenderView {
  readonly maxPerJobUnits: bigint
  readonly maxPerDayUnits: bigint
  /** What is left of today's cap, in token units. */
  readonly leftTodayUnits: bigint
  readonly expires: number
}

export interface JobOnChain {
  readonly job: JobId
  readonly account: Bytes32
  /** The account's token. */
  readonly token: Address
  /** `voided`: no valid settlement; workers claim their slots themselves (docs/funding.md). */
  readonly state: 'open' | 'settled' | 'closed' | 'voided'
  readonly jobKey: Address
  readonly assigner: Address
  readonly lockUnits: bigint
  readonly slotPriceUnits: bigint
  readonly slots: number
  readonly spares: number
  readonly settleBy: number
  /** When it was settled; null before, and after its settlement became void. */
  readonly settledAt: number | null
  /** Workers claim their slots themselves from then on, for claimDelay; null unless the job is void, or was closed void. */
  readonly defaultFrom: number | null
  /** Contests that are neither answered nor struck: while there is one, nobody can claim. */
  readonly contests: number
  /** After this time claims and the refund can be taken; null before settlement. */
  readonly claimableAt: number | null
  /** What was settled ({@link settlementHash}); null before settlement. */
  readonly settlementHash: Bytes32 | null
  readonly totalUnits: bigint
  readonly claimedUnits: bigint
  /** What answered contests showed to be missing: burned when the job closes. */
  readonly burnUnits: bigint
  /** Paid to, or held for, default claims. */
  readonly postedUnits: bigint
  /** Taken by relayers so far for open and settle. */
  readonly relayerFeeUnits: bigint
}

/** A mined transaction that did what it should. */
export interface Mined {
  readonly transaction: Hex
  readonly gasUsed: bigint
}

/** Reading an escrow needs no key. @throws coded FB2 errors: RPC unreachable, wrong chain, no contract there. */
export interface EscrowReader extends DisputeReader {
  readonly venue: Venue
  token(account: Bytes32): Promise<TokenView>
  account(account: Bytes32): Promise<AccountView | undefined>
  spender(account: Bytes32, spender: Address): Promise<SpenderView | undefined>
  job(job: JobId): Promise<JobOnChain | undefined>
  /** Checks what the contract would check of an open, in the caller's words. @throws coded errors with figures: not enough funds, cap exceeded, key expired. */
  checkOpen(intent: Intent, signature: Hex, grant?: { message: Grant; signature: Hex }): Promise<void>
  /** The escrow's times; fixed when it was deployed. */
  windows(): Promise<EscrowWindows>
  /** The chain's time of its newest block, in seconds. */
  now(): Promise<number>
}

/** With a key that pays gas. Every call is safe to repeat: what is already done is found done. */
export interface EscrowWriter extends EscrowReader, DisputeWriter {
  readonly sender: Address
  /** @param relayerFeeUnits goes to the sender; at most half of the intent's relayerFeeCap. Default 0. */
  open(
    intent: Intent,
    signature: Hex,
    grant?: { message: Grant; signature: Hex },
    relayerFeeUnits?: bigint,
  ): Promise<Mined | 'already-done'>
  /** The assigner signs as well when the job has one. The fee goes to the sender: at most what is left of the cap. */
  settle(
    settlement: Settlement,
    signature: Hex,
    more?: { assignerSignature?: Hex; relayerFeeUnits?: bigint },
  ): Promise<Mined | 'already-done'>
  /** Pays the worker named in the proof; anyone may send it. */
  claim(job: JobId, proof: ClaimProof): Promise<Mined | 'already-done'>
  /** Returns the rest of the lock to the account; anyone may send it, once claims may be made. */
  close(job: JobId): Promise<Mined | 'already-done'>
  /** The sender becomes the owner. */
  createAccount(request: {
    token: Address
    salt: Bytes32
  }): Promise<{ account: Bytes32; mined: Mined | 'already-done' }>
  /** Deposits from the sender, with a permit where the token has them, else after an approval. Not idempotent: every call deposits. */
  deposit(account: Bytes32, units: bigint): Promise<Mined>
  setSpender(
    account: Bytes32,
    spender: Address,
    caps: { maxPerJobUnits: bigint; maxPerDayUnits: bigint; expires: number },
  ): Promise<Mined>
  /** Announces a withdrawal; replaces an earlier one, zero cancels. */
  requestWithdrawal(account: Bytes32, units: bigint): Promise<Mined>
  withdraw(account: Bytes32, to: Address): Promise<Mined>
}
