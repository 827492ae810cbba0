import type { Address, Hex } from 'viem'
import type { Evidence } from '../protocol/evidence.ts'
import type { Root } from '../protocol/messages.ts'
import type { LineProof } from '../protocol/payout.ts'
import type { Bytes32, JobId, LeaseId } from '../protocol/primitives.ts'
import type { Mined } from './escrow.ts'

/** A worker's word, on chain, that its finished lease has no proper line in the settlement. */
export interface ContestView {
  readonly lease: LeaseId
  readonly worker: Address
  /** Null once it was answered or struck. */
  readonly dueUnits: bigint | null
  /** Last second in which it can be answered; from the next one on anybody can void the settlement. */
  readonly answerBy: number
}

/** A default claim: one slot of a job without a (valid) settlement. */
export interface PostView {
  readonly lease: LeaseId
  readonly worker: Address
  readonly units: bigint
  readonly state: 'posted' | 'burned' | 'struck' | 'paid'
  /** Last second in which it can be challenged; from the next one on anybody can have it paid. */
  readonly payableAt: number
}

/** What the escrow knows of disputes. See docs/funding.md for who may do what when. */
export interface DisputeReader {
  contestOf(job: JobId, lease: LeaseId): Promise<ContestView | undefined>
  /** Every contest of a job that still waits for its answer. Read from the chain's log since `since` (seconds). */
  openContests(job: JobId, since: number): Promise<ContestView[]>
  postOf(job: JobId, slot: number): Promise<PostView | undefined>
  /** When a root was recorded on chain; null when it was not. */
  recordedAt(rootMessage: Bytes32): Promise<number | null>
}

/** What each side does when the other one is silent or lies. Anyone may send most of it: signatures speak for themselves. */
export interface DisputeWriter {
  /** Dates a root by the chain's clock: serves as a receipt when the requester gives none. */
  recordRoot(rootMessage: Bytes32): Promise<Mined | 'already-done'>
  contest(job: JobId, evidence: Evidence): Promise<Mined | 'already-done'>
  /** Shows the settlement's line for a contested lease. */
  answer(job: JobId, proof: LineProof): Promise<Mined | 'already-done'>
  voidUnanswered(job: JobId, lease: LeaseId): Promise<Mined | 'already-done'>
  claimDefault(job: JobId, evidence: Evidence): Promise<Mined | 'already-done'>
  /** Pays the worker of an unchallenged default claim. */
  collectDefault(job: JobId, slot: number): Promise<Mined | 'already-done'>
  /** Burns a default claim. Only the job key or the account's owner. The money is gone for both sides. */
  challengeDefault(job: JobId, slot: number): Promise<Mined | 'already-done'>
  /** Shows two different roots that one worker signed for one lease. */
  strike(
    slot: number,
    one: { message: Root; signature: Hex },
    other: { message: Root; signature: Hex },
  ): Promise<Mined | 'already-done'>
  /** Voids a job whose key may be stolen. Only the account's owner. */
  freeze(job: JobId): Promise<Mined | 'already-done'>
}
