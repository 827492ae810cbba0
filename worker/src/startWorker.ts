import { join } from 'node:path'
import type { Logger } from 'pino'
import { unpackLayers } from '../../src/bundle/unpackLayers.ts'
import type { Engine } from '../../src/engines/engine.ts'
import type { EscrowWriter } from '../../src/escrow/escrow.ts'
import type { PoolClock, PoolConnection } from '../../src/pool/pool.ts'
import type { Venue } from '../../src/protocol/messages.ts'
import type { Bytes32 } from '../../src/protocol/primitives.ts'
import { type SessionSigner, sessionSigner } from '../../src/protocol/requestSignature.ts'
import type { PinnedProgram, Platform } from '../../src/protocol/shardSpec.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from '../../src/sandbox/sandboxRoot.ts'
import { openBundleStore } from './bundleStore.ts'
import { createPayoutFollower } from './followPayouts.ts'
import { openJournal } from './journal.ts'
import { openLayerCache } from './layerCache.ts'
import { lockDataDir } from './lockDataDir.ts'
import { markScratch } from './markScratch.ts'
import { createPayPursuit } from './pursuePay.ts'
import type { WorkerIdentity } from './readKey.ts'
import { createRelayLink } from './relayLink.ts'
import { serveStatus } from './serveStatus.ts'
import type { WorkerSettings } from './settings.ts'
import { openSettlementStore } from './settlementStore.ts'
import { createSlots } from './slots.ts'
import { createWorker } from './worker.ts'
import { createWorkerMetrics } from './workerMetrics.ts'
import type { WorkerStatus } from './workerStatus.ts'

/** What a worker needs of the world besides its settings. Shells make it. */
export interface WorkerWorld {
  readonly version: string
  readonly engine: Engine
  readonly sandbox: Sandbox
  readonly shim: PinnedProgram
  readonly platform: Platform
  /** Of this machine, by the self-test. */
  readonly determinismClass: Bytes32
  /** Reaches a relay as this worker, under a session key. */
  connect(relayUrl: string, session: SessionSigner): Promise<PoolConnection>
  /** Undefined without an RPC. */
  readonly escrow: EscrowWriter | undefined
  readonly clock: PoolClock
  readonly random: () => number
  readonly pid: number
  readonly log: Logger
}

/** A worker that runs. */
export interface StartedWorker {
  readonly statusPort: number
  status(): WorkerStatus
  /** Takes no more leases, then ends; see Worker.drain. */
  drain(graceMs: number): void
  /** Ends at once; the journal keeps what is open. */
  end(): void
  /** Resolves when everything has ended and the data directory is free. */
  readonly finished: Promise<void>
}

/**
 * Proofs are kept this long after a lease's end: longer than any contest or default payment takes. A job may last 30 days, a
 * freeze 7, grace and windows some more.
 */
const KEEP_PROOFS_SECONDS = 45 * 24 * 3_600

/** An unpacked bundle may be this many times its packed bytes: build artifacts are JSON and shrink well. */
const UNPACKED_FACTOR = 8

/** Puts a worker together and lets it run. @throws DataDirInUse, JournalUnreadable, StatusAddressUnusable */
export async function startWorker(
  settings: WorkerSettings,
  identity: WorkerIdentity,
  world: WorkerWorld,
): Promise<StartedWorker> {
  const { clock, log, engine, sandbox } = world
  const lock = await lockDataDir(settings.dataDir, world.pid)
  const startedAtMs = clock.nowMs()
  const journal = await openJournal(settings.dataDir)
  await journal.prune(Math.floor(startedAtMs / 1_000) - KEEP_PROOFS_SECONDS)
  const cache = await openLayerCache(join(settings.dataDir, 'cache'), settings.cacheBytes, clock.nowMs)
  const markersDir = join(settings.dataDir, 'roots')
  const bundles = await openBundleStore(markersDir, {
    cache,
    makeRoot: createSandboxRoot,
    removeRoot: removeSandboxRoot,
    unpack: unpackLayers,
  })
  const slots = createSlots(settings.slots)
  const links = settings.relays.map((url) =>
    createRelayLink(
      url,
      async () => {
        const connection = await world.connect(url, sessionSigner())
        await connection.worker.hello({
          name: settings.name,
          version: world.version,
          slots: settings.slots,
          tier: sandbox.tier,
          determinismClass: world.determinismClass,
          engines: [engine.program],
        })
        return connection
      },
      world,
    ),
  )
  const worker = identity.account.address
  const store = await openSettlementStore(settings.dataDir)
  const payouts = createPayoutFollower({ ...world, links, worker, store })
  const pursuit = createPayPursuit({
    ...world,
    links,
    journal,
    floorUnits: settings.remedyFloorUnits,
    settlement: payouts.settlement,
  })
  const ended: Record<string, number> = {}
  const work = { slices: 0, cpuSeconds: 0 }
  const busy = () => loop.running.filter(({ state }) => state === 'running').length
  const metrics = createWorkerMetrics(() => ({
    slots: slots.total,
    slotsBusy: busy(),
    cacheBytes: cache.usedBytes,
    relaysUp: links.filter((link) => link.connection !== undefined).length,
    leaseAgesSeconds: loop.running.map(({ sinceMs }) => (clock.nowMs() - sinceMs) / 1_000),
    earnedUnits: payouts.earnings.earnedUnits,
    rejectedLeases: payouts.earnings.rejected.length,
    pursuit: pursuit.state,
  }))
  const loop = createWorker({
    ...world,
    account: identity.account,
    tools: {
      engine,
      sandbox: markScratch(sandbox, markersDir),
      secret: identity.secret,
      onSlice(cpuSeconds) {
        work.slices += 1
        work.cpuSeconds += cpuSeconds
        metrics.slice(cpuSeconds)
        log.debug({ cpuSeconds }, 'slice journaled')
      },
    },
    bundles,
    links,
    slots,
    journal,
    terms: {
      worker,
      platform: world.platform,
      engine: engine.program,
      shim: world.shim,
      chainVenue: chainVenueOf(settings),
      trustRequesters: settings.trustRequesters,
      minPriceUnits: settings.minPriceUnits,
      most: {
        cpuSeconds: settings.maxSliceCpuSeconds,
        memoryBytes: settings.maxSliceMemoryBytes,
        fileBytes: settings.maxSliceFileBytes,
        outputBytes: settings.maxSliceOutputBytes,
        bundleBytes: Math.min(settings.maxBundleBytes, settings.cacheBytes),
        unpackedBytes: settings.maxBundleBytes * UNPACKED_FACTOR,
      },
    },
    onRooted: pursuit.rooted,
    onLeaseEnd(end) {
      ended[end] = (ended[end] ?? 0) + 1
      metrics.leaseEnded(end)
    },
    onRefused: (flaw) => metrics.offerRefused(flaw),
  })

  const status = (): WorkerStatus => ({
    v: 1,
    name: settings.name,
    version: world.version,
    worker,
    state: loop.draining ? 'draining' : 'running',
    startedAt: Math.floor(startedAtMs / 1_000),
    tier: sandbox.tier,
    holds: [...sandbox.holds],
    determinismClass: world.determinismClass,
    engine: { name: engine.program.name, version: engine.program.version },
    slots: { total: slots.total, busy: busy() },
    relays: links.map(({ url, connection }) => ({
      url,
      up: connection !== undefined,
      pool: connection?.info.pool ?? null,
    })),
    leases: loop.running.map(({ sinceMs, ...lease }) => ({
      ...lease,
      ageSeconds: Math.floor((clock.nowMs() - sinceMs) / 1_000),
    })),
    work: { ...work, ended: { ...ended } },
    earnings: { ...payouts.earnings, rejected: [...payouts.earnings.rejected] },
    pursuit: pursuit.state,
    cacheBytes: cache.usedBytes,
  })

  const server = await serveStatus(settings.statusAddress, status, metrics.registry).catch((error: unknown) => {
    lock.release()
    throw error
  })
  log.info({ worker, tier: sandbox.tier, slots: slots.total, status: server.port }, 'worker started')
  const over = new AbortController()
  const following = Promise.all([payouts.follow(over.signal), pursuit.follow(over.signal)])
  const finished = loop.run().finally(async () => {
    over.abort()
    await following
    await server.close()
    lock.release()
    log.info('worker ended')
  })
  return {
    statusPort: server.port,
    status,
    drain: (graceMs) => loop.drain(graceMs),
    end: () => loop.end(),
    finished,
  }
}

/** The escrow that the settings name, or undefined when every relay's is worked for. */
export function chainVenueOf(settings: Pick<WorkerSettings, 'escrow' | 'chainId'>): Venue | undefined {
  const { escrow, chainId } = settings
  return escrow === undefined || chainId === undefined ? undefined : { escrow, chainId }
}
