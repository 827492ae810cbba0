import { join } from 'node:path'
import { DEFAULT_BUNDLE_LIMITS } from '../bundle/bundleLimits.ts'
import { type LayerSource, unpackLayers } from '../bundle/unpackLayers.ts'
import type { Engine } from '../engines/engine.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { Layer } from '../protocol/shardSpec.ts'
import type { Publication } from '../protocol/transcript.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from '../sandbox/sandboxRoot.ts'
import type { OpenedLease } from '../verify/openLease.ts'
import type { Problem } from '../verify/problem.ts'
import { shardWork } from '../verify/shardWork.ts'
import { auditSlice, ofClasses } from './auditSlice.ts'
import { LayersGone } from './errors.ts'
import { localQueue } from './localQueue.ts'

/** What a replay needs of the world. */
export interface ReplayWorld {
  readonly engine: Engine
  readonly sandbox: Sandbox
  readonly layer: (layer: Layer) => Promise<Uint8Array | undefined>
  readonly jobs: number
  /** Determinism class of this machine: it convicts nobody of another one. */
  readonly ownClass: Bytes32
  readonly onSlice: (done: number, all: number) => void
  readonly signal?: AbortSignal
}

/** What came of running slices of a finished job again. */
export interface Replayed {
  readonly slices: number
  readonly problems: readonly Problem[]
  /** Slices of which this machine could prove nothing. */
  readonly unproven: number
}

/**
 * Runs slices of a finished job again, from the very layers that its workers got: those that were audited, or every one that
 * can be seen. A result that two re-runs here agree against is a problem, whether or not the requester paid for it.
 * @throws LayersGone when the relay shows the project no more
 */
export async function replayAudits(
  publication: Publication,
  opened: ReadonlyMap<string, OpenedLease>,
  which: 'audited' | 'all',
  world: ReplayWorld,
): Promise<Replayed> {
  const { transcript } = publication
  const work = shardWork(publication)
  const audited = new Set(transcript.audits.map(({ lease, k }) => `${lease}/${k}`))
  const places = transcript.leases.flatMap((entry) => {
    const seen = opened.get(entry.lease)
    if (seen?.kind !== 'opened') return []
    const wanted = seen.slices.filter(({ k }) => which === 'all' || audited.has(`${entry.lease}/${k}`))
    return wanted.map((record) => ({ entry, record }))
  })
  const problems: Problem[] = []
  let unproven = 0
  let done = 0
  const queue = localQueue(world.jobs)
  const benches = new Map<Bytes32, Promise<{ root: string; projectDir: string }>>()
  try {
    await Promise.all(
      places.map(async ({ entry, record }) => {
        const spec = work(entry.shard)!
        const key = spec.layers.map(({ digest }) => digest).join() as Bytes32
        const bench = benches.get(key) ?? openBench(spec.layers, world)
        benches.set(key, bench)
        const workbench = { sandbox: world.sandbox, projectDir: (await bench).projectDir }
        const { engine, signal } = world
        const verdict = ofClasses(
          await auditSlice(spec, record.k, record, { engine, workbench, queue, ...(signal && { signal }) }),
          { worker: entry.determinismClass ?? null, own: world.ownClass },
        )
        world.onSlice(++done, places.length)
        if (verdict.kind === 'void') unproven++
        const known = transcript.audits.find(({ lease, k }) => lease === entry.lease && k === record.k)
        const problem = replayProblem(verdict, known?.outcome)
        if (problem !== undefined)
          problems.push({ ...problem, lease: entry.lease, text: `slice ${record.k}: ${problem.text}` })
      }),
    )
  } finally {
    for (const bench of await Promise.allSettled(benches.values()))
      if (bench.status === 'fulfilled') await removeSandboxRoot(bench.value.root)
  }
  return { slices: places.length, problems, unproven }
}

function replayProblem(
  verdict: Awaited<ReturnType<typeof auditSlice>>,
  outcome: 'agreed' | 'cheated' | 'void' | undefined,
): Pick<Problem, 'what' | 'who' | 'text'> | undefined {
  if (verdict.kind === 'cheated' && outcome !== 'cheated') {
    const who = outcome === 'agreed' ? 'requester' : 'worker'
    const said = outcome === 'agreed' ? ', although its audit is said to have agreed' : ''
    return { what: 'results', who, text: `a re-run gives another result (${verdict.difference})${said}` }
  }
  if (verdict.kind === 'agreed' && outcome === 'cheated')
    return { what: 'audit', who: 'requester', text: 'a re-run agrees with the worker, and it was struck' }
  return undefined
}

/** Unpacks the layers of a finished job. The caller removes `root`. @throws LayersGone, and the coded errors of unpacking */
export async function openBench(
  layers: readonly Layer[],
  world: Pick<ReplayWorld, 'layer'>,
): Promise<{ root: string; projectDir: string }> {
  const packed = layers.reduce((sum, { bytes }) => sum + bytes, 0)
  if (packed > DEFAULT_BUNDLE_LIMITS.packedBytes) throw new LayersGone('they are larger than is allowed')
  const sources: LayerSource[] = []
  for (const layer of layers) {
    const from = await world.layer(layer)
    if (from === undefined) throw new LayersGone('the relay has deleted them, or the code is not public')
    sources.push({ layer, from })
  }
  const root = await createSandboxRoot()
  const projectDir = join(root, 'project')
  try {
    await unpackLayers(sources, projectDir)
  } catch (error) {
    await removeSandboxRoot(root)
    throw error
  }
  return { root, projectDir }
}
