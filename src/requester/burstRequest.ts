import type { FundingRequest } from './funding.ts'
import type { BurstOptions } from './options.ts'

/** What to burst. */
export interface BurstRequest {
  /** Absolute path of the project's root. */
  readonly root: string
  readonly options: BurstOptions
  /** Who pays and where; null for a burst on this machine alone. */
  readonly funding: FundingRequest | null
  /** Why there is no funding although a pool was asked for: the report then says that the pool was not used. */
  readonly unfunded?: string
  /** Whether strangers may see the code. */
  readonly visibility: 'public' | 'private'
  /** Shown in the report; null when unknown. */
  readonly commit: string | null
}
