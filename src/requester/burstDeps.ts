import type { PackedLayers } from '../bundle/packLayers.ts'
import type { BuiltProject, Engine } from '../engines/engine.ts'
import type { PoolClock } from '../pool/pool.ts'
import type { BurstProgress } from '../report/progress.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'

/** Time as the burst sees it. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number
  /** Calls back every so many milliseconds until the returned function is called. */
  every(ms: number, callback: () => void): () => void
}

/** What a burst needs of the world. Shells make it; tests make smaller ones. */
export interface BurstDeps {
  readonly engine: Engine
  readonly sandbox: Sandbox
  readonly clock: Clock
  /** 32 fresh random bytes at each call. */
  readonly randomBytes32: () => Uint8Array
  /** Folder `.fuzzburst` of the project: builds and the report. */
  readonly stateDir: string
  /** Folder that only this program writes: saved jobs and calibrations. In CI it must not come with the checkout. */
  readonly trustedDir: string
  /** What of this machine might change what an engine gives: system, processor, kernel. For caches only. */
  readonly machine: string
  /** A project that comes packed; `packLayers` when not given. */
  readonly pack?: (project: BuiltProject) => Promise<PackedLayers>
  /** Processor cores of this machine. */
  readonly cores: number
  /** The clock of HTTP calls: it also sleeps. */
  readonly poolClock: PoolClock
  readonly fetch: typeof fetch
  /** The user's environment, read only where a function says so. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly progress: (progress: BurstProgress) => void
  /** Told when a step before the first shard is over. */
  readonly stepDone?: (step: string) => void
  /** One line for people: what happened. Untrusted text in it is already escaped. */
  readonly say: (line: string) => void
  /** A line that holds nothing of the project, shown where findings are private too; `say` when not given. */
  readonly announce?: (line: string) => void
  /** Ends the burst early, in order: leases stop, what is done is settled. */
  readonly signal?: AbortSignal
  /** Ends even the settlement: a second Ctrl-C. */
  readonly settleSignal?: AbortSignal
}
