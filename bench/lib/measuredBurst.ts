import { performance } from 'node:perf_hooks'
import { API } from '../../src/protocol/api.ts'
import type { BurstDeps } from '../../src/requester/burstDeps.ts'
import { connectWorld } from '../../src/requester/connectWorld.ts'
import { loadOptions } from '../../src/requester/loadOptions.ts'
import { freshNonce, runBurst } from '../../src/requester/runBurst.ts'
import { solc } from '../../test/harness/copyProject.ts'
import type { TestPool } from '../../test/harness/testPool.ts'
import { processCpuSeconds } from './processCpu.ts'

/** What one burst cost, from the open job to the last result. */
export interface MeasuredBurst {
  readonly wallSeconds: number
  /** CPU of the workers' whole process trees: slices, sandboxes, hashing, waiting. */
  readonly workerCpuSeconds: number
  /** CPU of the slices alone, sandbox and start-up included. */
  readonly sliceCpuSeconds: number
  readonly executions: number
  readonly fuzzRuns: number
  /** Runs of invariants: their calls over the project's depth. */
  readonly invariantRuns: number
}

/** Depth of the fixture's invariants. */
const DEPTH = 32

/**
 * One burst of the project through a pool, with the plan that its stored calibration gives: equal for every burst.
 * @param audits `after`: the runner's audits wait until the workers are done, as if it were a machine of its own. `beside`:
 * they share the machine with the workers, as the audits of a runner never do
 */
export async function measuredBurst(
  dir: string,
  pool: TestPool,
  audits: 'after' | 'beside',
  size: { readonly budget: string; readonly sliceSeconds: number; readonly shardSeconds: number },
): Promise<MeasuredBurst> {
  const processes = pool.workers()
  const { budget, sliceSeconds, shardSeconds } = size
  const options = await loadOptions(dir, {
    solc,
    budget,
    'slice-time': sliceSeconds,
    'shard-time': shardSeconds,
    workers: 2,
    jobs: 1,
  })
  const workerCpu = (): number => processes.reduce((sum, one) => sum + processCpuSeconds(one.pid), 0)
  let openedMs = 0
  let cpuBefore = 0
  let ended: { readonly ms: number; readonly cpu: number } | undefined
  const end = (): void => {
    ended ??= { ms: performance.now(), cpu: workerCpu() }
  }
  const delivered = counter()
  const world = await connectWorld({
    root: dir,
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    say: (line) => {
      if (!/ is open$/.test(line)) return
      openedMs = performance.now()
      cpuBefore = workerCpu()
    },
    progress: ({ phase, shards }) => {
      delivered.expect(shards)
      if (phase === 'settling') end()
    },
  })
  const waiting: BurstDeps = {
    ...world,
    // What this machine fetches of a relay that had the layers from it is results, one blob a shard.
    fetch: async (input, init) => {
      const response = await world.fetch(input, init)
      const isBlob = new URL(input instanceof Request ? input.url : input).pathname.startsWith(`${API}/blobs/0x`)
      if (isBlob && (init?.method ?? 'GET') === 'GET' && response.ok) delivered.one()
      return response
    },
    engine: {
      ...world.engine,
      runSlice: async (request) => {
        if (openedMs > 0) {
          await delivered.all
          end()
        }
        return await world.engine.runSlice(request)
      },
    },
  }
  const deps = audits === 'after' ? waiting : world
  const funding = {
    relay: pool.relayUrl,
    rpcUrl: pool.chain.anvil.rpcUrl,
    account: pool.chain.account,
    spenderKey: pool.chain.spenderKey,
    nonce: freshNonce(deps),
  }
  const report = await runBurst({ root: dir, options, funding, visibility: 'public', commit: null }, deps)
  if (ended === undefined || openedMs === 0 || report.work.slicesDone !== report.work.slices)
    throw new Error(`the burst was not whole: ${report.verdictReasons.join(' ')}`)
  const { slicesDelivered } = report.audit
  if (slicesDelivered !== report.work.slices)
    throw new Error(`workers delivered ${slicesDelivered} of ${report.work.slices} slices: this machine is too busy`)
  const runs = (kind: string): number =>
    report.targets.filter((target) => target.kind === kind).reduce((sum, target) => sum + target.executions, 0)
  return {
    wallSeconds: (ended.ms - openedMs) / 1_000,
    workerCpuSeconds: ended.cpu - cpuBefore,
    sliceCpuSeconds: report.work.cpuSeconds,
    executions: report.work.executions,
    fuzzRuns: runs('fuzz'),
    invariantRuns: Math.round(runs('invariant') / DEPTH),
  }
}

/** Resolves `all` when as many were counted as are expected. */
function counter() {
  const { promise, resolve } = Promise.withResolvers<void>()
  let [seen, wanted] = [0, Number.POSITIVE_INFINITY]
  const look = (): void => {
    if (seen >= wanted) resolve()
  }
  return {
    all: promise,
    expect(count: number): void {
      wanted = count
      look()
    },
    one(): void {
      seen++
      look()
    },
  }
}
