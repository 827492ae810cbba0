import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { sha256 } from '../../src/protocol/digest.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { openBundleStore } from './bundleStore.ts'
import { type ScriptedEngine, scriptedEngine } from './engine.fixture.ts'
import { openJournal } from './journal.ts'
import { openLayerCache } from './layerCache.ts'
import { type ManualClock, manualClock } from './manualClock.fixture.ts'
import { makeOffer, type OfferChanges, terms, workerKey } from './offer.fixture.ts'
import { type MemoryRelay, memoryRelay, resultPublicKey } from './relay.fixture.ts'
import { createRelayLink } from './relayLink.ts'
import { createSlots } from './slots.ts'
import { createWorker, type Worker } from './worker.ts'

const layer = new TextEncoder().encode('a layer')

/** A data directory, a relay in memory, an engine that does as it is told, and time that stands still at 1,000 s. */
export interface Bench {
  readonly dir: string
  readonly clock: ManualClock
  readonly relay: MemoryRelay
  readonly engine: ScriptedEngine
  readonly ends: string[]
  readonly refusals: string[]
  /** A worker over the same directory: a second one is what starts after the first was killed. */
  start(slots?: number): Promise<Worker & { readonly finished: Promise<void> }>
  /** An offer that this worker takes. */
  offer(changes?: OfferChanges): ReturnType<typeof makeOffer>
  close(): Promise<void>
}

export async function openBench(): Promise<Bench> {
  const dir = await mkdtemp(join(tmpdir(), 'fbworker-bench-'))
  const clock = manualClock(1_000_000)
  const relay = memoryRelay(clock, layer)
  const engine = scriptedEngine()
  const ends: string[] = []
  const refusals: string[] = []
  const workers: { worker: Worker; finished: Promise<void> }[] = []
  return {
    dir,
    clock,
    relay,
    engine,
    ends,
    refusals,
    offer: (changes = {}) =>
      makeOffer({
        resultPublicKey,
        ...changes,
        spec: {
          layers: [{ kind: 'project', digest: sha256(layer), bytes: layer.length, unpackedBytes: 0 }],
          ...changes.spec,
        },
      }),
    async start(slots = 1) {
      const cache = await openLayerCache(join(dir, 'cache'), 1_000, clock.nowMs)
      const log = pino({ level: 'silent' })
      const deps = { clock, random: () => 0, log }
      const link = createRelayLink(
        'http://relay.test',
        async () => {
          await relay.connection.worker.hello({} as Parameters<typeof relay.connection.worker.hello>[0])
          return relay.connection
        },
        deps,
      )
      const worker = createWorker({
        ...deps,
        account: workerKey,
        tools: { engine, sandbox: {} as Sandbox, secret: new Uint8Array(32) },
        bundles: await openBundleStore(join(dir, 'roots'), {
          cache,
          makeRoot: () => mkdtemp('/tmp/fb'),
          removeRoot: (root) => rm(root, { recursive: true, force: true }),
          unpack: async (_sources, directory) => {
            await mkdir(directory)
            await writeFile(join(directory, 'foundry.toml'), '')
          },
        }),
        links: [link],
        slots: createSlots(slots),
        journal: await openJournal(dir),
        terms: { ...terms, engine: engine.program },
        escrow: undefined,
        onRooted: () => undefined,
        onLeaseEnd: (end) => ends.push(end),
        onRefused: (flaw) => refusals.push(flaw),
      })
      const finished = worker.run()
      workers.push({ worker, finished })
      return Object.assign(Object.create(worker) as Worker, { finished })
    },
    async close() {
      for (const { worker, finished } of workers) {
        worker.end()
        await finished
      }
      await rm(dir, { recursive: true, force: true })
    },
  }
}
