import type { Bytes32 } from '../protocol/primitives.ts'

/**
 * What does not hold in a published job. `who` has to answer for it: nobody but that key could have made it so.
 * - `promise`: the job, its plan, its seeds or its audit secret
 * - `lease`, `root`, `receipt`: a signature or what it stands under
 * - `results`: delivered bytes, or leaves that do not hash up to the root
 * - `audit`: picks, their rate, or what followed from their outcome
 * - `payout`: lines, amounts, tree
 * - `chain`: what the escrow was told
 */
export interface Problem {
  readonly what: 'promise' | 'lease' | 'root' | 'receipt' | 'results' | 'audit' | 'payout' | 'chain'
  readonly who: 'requester' | 'worker' | 'relay'
  readonly lease: Bytes32 | null
  readonly text: string
}

/** Collects problems of one kind. */
export type Complain = (problem: Omit<Problem, 'lease'> & { readonly lease?: Bytes32 }) => void
