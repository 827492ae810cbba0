import type { Address } from 'viem'
import type { LeaseId } from '../protocol/primitives.ts'

/** One audit as the report and an outside checker see it. */
export interface AuditEntry {
  readonly lease: LeaseId
  readonly worker: Address
  readonly shard: number
  readonly k: number
  /** `promised`: picked by PRF(s, root). The others are extra and convict only through the same re-run. */
  readonly why: 'promised' | 'suspect' | 'finding' | 'incomplete'
  readonly outcome: 'agreed' | 'cheated' | 'void'
  readonly text: string
}
