import type { Engine, SliceRun } from '../../src/engines/engine.ts'
import { sliceResultDigest } from '../../src/protocol/sliceResult.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import type { Bundle } from './bundleStore.ts'
import { sliceSalt } from './commitShard.ts'
import { UnstableSlice } from './errors.ts'
import type { LeaseRecord } from './journal.ts'

/** What slices are run with. */
export interface SliceTools {
  readonly engine: Engine
  readonly sandbox: Sandbox
  readonly secret: Uint8Array
  /** Told after each slice that is safely in the journal. */
  onSlice?(cpuSeconds: number): void
}

/**
 * Runs the slices of a lease that are not in its journal yet, one after another, and journals each before the next.
 * Returns when all are done or the signal is aborted; a slice that was cut short is forgotten.
 * @throws UnstableSlice when this machine, not the work, is at fault: delivering that would fail the audit.
 */
export async function runSlices(
  lease: LeaseRecord,
  bundle: Bundle,
  tools: SliceTools,
  signal: AbortSignal,
): Promise<void> {
  const { spec, lease: id } = lease.offer
  for (let k = lease.slices.length; k < spec.seeds.length; k++) {
    const run = await runStableSlice(lease, k, bundle, tools, signal)
    if (run === undefined) return
    await lease.append({
      k,
      salt: sliceSalt(tools.secret, id, k),
      corpusDigest: run.corpusDigest,
      cpuMs: Math.round(run.cpuSeconds * 1_000),
      result: run.result,
    })
    tools.onSlice?.(run.cpuSeconds)
  }
}

/** Undefined when it was aborted. */
async function runStableSlice(
  lease: LeaseRecord,
  k: number,
  bundle: Bundle,
  tools: SliceTools,
  signal: AbortSignal,
): Promise<SliceRun | undefined> {
  const first = await runOnce(lease, k, bundle, tools, signal)
  // What did not complete may be this machine's doing (no memory left, a full disk). Only what happens twice is the work's.
  if (first === undefined || first.result.outcome.kind === 'completed') return first
  const second = await runOnce(lease, k, bundle, tools, signal)
  if (second === undefined) return undefined
  if (sliceResultDigest(first.result) !== sliceResultDigest(second.result))
    throw new UnstableSlice(k, outcomeOf(first), outcomeOf(second))
  return second
}

async function runOnce(
  lease: LeaseRecord,
  k: number,
  bundle: Bundle,
  { engine, sandbox }: SliceTools,
  signal: AbortSignal,
): Promise<SliceRun | undefined> {
  if (signal.aborted) return undefined
  const { spec } = lease.offer
  try {
    const run = await engine.runSlice({
      sandbox,
      projectDir: bundle.projectDir,
      invocation: spec.invocation,
      limits: spec.limits,
      seed: spec.seeds[k]!,
      corpusDir: null,
      signal,
    })
    // An aborted engine may still have said something: it is no result.
    return signal.aborted ? undefined : run
  } catch (error) {
    if (signal.aborted) return undefined
    throw error
  }
}

function outcomeOf(run: SliceRun): string {
  const { outcome } = run.result
  return outcome.kind === 'limit' ? `limit ${outcome.limit}` : outcome.kind
}
