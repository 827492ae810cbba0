import type { ChangedFile } from '../engines/engine.ts'
import type { BurstSeries } from '../protocol/series.ts'
import type { FundingRequest } from './funding.ts'
import type { BurstOptions } from './options.ts'
import type { EarlierCase } from './replayEarlier.ts'

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
  /**
   * What the commit changes, when only what that can affect shall run; or why that cannot be told, and all targets run.
   * Everything runs, and nothing is said about it, when not given.
   */
  readonly changed?: readonly ChangedFile[] | { readonly unknown: string }
  /** Plans from what is known of the targets, rather than measure again whatever changed. Everything is measured when not given. */
  readonly isQuick?: boolean
  /** The pull request that it is for: a newer run of one takes an older one's place, and what they cost is added up. */
  readonly series?: BurstSeries
  /** Failing cases of earlier runs, executed again before anything else. */
  readonly earlier?: readonly EarlierCase[]
  /** Shown in the report; null when unknown. */
  readonly commit: string | null
}
