import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Hex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Venue } from '../protocol/messages.ts'
import { openBlobStore } from './blobStore.ts'
import type { Database } from './database.ts'
import { jobFollowers } from './jobFollowers.ts'
import { type RelayLimits, zRelayLimits } from './limits.ts'
import { lockDataFolder } from './lockDataFolder.ts'
import { matchmaker } from './matchmaker.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pgliteDatabase.ts'
import { openPostgres } from './postgresDatabase.ts'
import { createServer } from './server.ts'
import type { Sponsor } from './sponsor/sponsor.ts'
import { findProposals } from './sql/findProposals.ts'
import { touchLiveLeases } from './sql/touchLiveLeases.ts'
import type { StakeRule } from './stakes.ts'
import { sweepLeases, sweepStore } from './sweep.ts'
import { withdrawProposal } from './withdrawProposal.ts'
import type { PoolKind, RelayClock, RelayWorld, Submitter } from './world.ts'

/** Milliseconds between two looks at what can be forgotten, and at settlements on chain. */
const STORE_SWEEP_MS = 10_000

/** What a relay is made of. */
export interface RelayOptions {
  /** Blobs, and the embedded database. */
  readonly dataDir: string
  /** A PostgreSQL server instead of the embedded database. */
  readonly databaseUrl?: string
  /** Private secp256k1 key: signs receipts. */
  readonly key: Hex
  readonly venue: Venue
  readonly pool: PoolKind
  readonly submitter?: Submitter
  readonly sponsor?: Sponsor
  readonly stake?: StakeRule
  readonly clock: RelayClock
  /** Of this process: marks the data folder as taken. */
  readonly pid: number
  readonly version: string
  readonly limits?: Partial<RelayLimits>
  readonly logger: Logger
}

/** A relay that can be reached once it listens. */
export interface Relay {
  /** @returns the URL it listens at; port 0 takes any free one */
  listen(address: { host: string; port: number }): Promise<string>
  /** Looks at what has lapsed, now; happens by itself every `sweepMs`. */
  sweep(): Promise<void>
  /** Ends streams and waits, lets running requests end, closes the database. */
  close(): Promise<void>
}

/**
 * Opens the data folder and takes up where the last relay ended: proposals in flight lapse, running leases go on.
 * @throws DataFolderBusy
 */
export async function createRelay(options: RelayOptions): Promise<Relay> {
  const unlock = await lockDataFolder(options.dataDir, options.pid)
  try {
    return await openRelay(options, unlock)
  } catch (error) {
    await unlock()
    throw error
  }
}

async function openDatabase(options: RelayOptions): Promise<Database> {
  if (options.databaseUrl !== undefined) return openPostgres(options.databaseUrl)
  return openPglite(join(options.dataDir, 'database'))
}

async function openRelay(options: RelayOptions, unlock: () => Promise<void>): Promise<Relay> {
  const database = await openDatabase(options)
  await migrate(database)
  const matches = matchmaker(() => world)
  const world: RelayWorld = {
    database,
    blobs: await openBlobStore(join(options.dataDir, 'blobs')),
    clock: options.clock,
    key: privateKeyToAccount(options.key),
    venue: options.venue,
    pool: options.pool,
    submitter: options.submitter ?? null,
    sponsor: options.sponsor ?? null,
    stake: options.stake ?? null,
    limits: zRelayLimits.parse(options.limits ?? {}),
    log: options.logger,
    followers: jobFollowers(),
    matches,
  }
  // Nobody waits for these any more; and while no relay ran, nobody could be heard.
  for (const { lease } of await findProposals(database, Number.MAX_SAFE_INTEGER, null))
    await withdrawProposal(world, lease)
  await touchLiveLeases(database, world.clock.nowMs())

  const closing = new AbortController()
  const server = await createServer(world, options.version, closing.signal)
  const sweeps = sweeper(world)
  return {
    async listen(address) {
      const url = await server.listen(address)
      sweeps.start()
      world.log.info({ url, pool: world.pool.kind, address: world.key.address }, 'relay listens')
      return url
    },
    sweep: () => sweeps.now(),
    async close() {
      closing.abort()
      await sweeps.stop()
      await matches.close()
      await server.close()
      await database.close()
      await unlock()
    },
  }
}

function sweeper(world: RelayWorld): { start(): void; now(): Promise<void>; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let storeSweptMs = Number.NEGATIVE_INFINITY
  let stopped = false

  async function sweepOnce(): Promise<void> {
    try {
      await sweepLeases(world)
      if (world.clock.nowMs() - storeSweptMs < STORE_SWEEP_MS) return
      storeSweptMs = world.clock.nowMs()
      await sweepStore(world)
    } catch (error) {
      world.log.error({ err: error }, 'sweep failed; will be tried again')
    }
  }

  function now(): Promise<void> {
    running = running.then(sweepOnce)
    return running
  }

  function schedule(): void {
    if (stopped) return
    timer = setTimeout(() => {
      void now().then(schedule)
    }, world.limits.sweepMs)
  }

  return {
    start: schedule,
    now,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
