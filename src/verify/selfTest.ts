import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { unpackLayers } from '../bundle/unpackLayers.ts'
import type { Engine } from '../engines/engine.ts'
import { documentDigest } from '../protocol/digest.ts'
import { type Bytes32, zBytes32 } from '../protocol/primitives.ts'
import { zInvocation, zLayer } from '../protocol/shardSpec.ts'
import { zSliceLimits } from '../protocol/sliceLimits.ts'
import { sliceResultDigest } from '../protocol/sliceResult.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from '../sandbox/sandboxRoot.ts'
import { determinismClass } from './determinismClass.ts'
import { SelfTestFailed } from './errors.ts'
import stored from './selfTestCampaign.json' with { type: 'json' }

/** The built-in campaign, as `npm run build:selftest` writes it: with its layers, because nothing here compiles. */
const zSelfTest = z.strictObject({
  v: z.literal(1),
  layers: z.array(zLayer),
  /** Layers by digest, in base64. */
  blobs: z.record(z.string(), z.base64()),
  limits: zSliceLimits,
  /** Each is run twice: once to class the machine, once more to see that it agrees with itself. */
  slices: z.array(z.strictObject({ invocation: zInvocation, seed: zBytes32 })).min(1),
})
export type SelfTest = z.output<typeof zSelfTest>

/** What every worker runs at its start, and every requester that audits workers. */
export const selfTest: SelfTest = zSelfTest.parse(stored)

/** Names the campaign: classes of two of them are not the same. */
export const selfTestDigest = documentDigest('self-test', stored)

/** Bytes of one of its layers. */
export function selfTestLayer(digest: Bytes32): Uint8Array {
  return Buffer.from(selfTest.blobs[digest]!, 'base64')
}

/** What a self-test found. */
export interface SelfTestReport {
  readonly determinismClass: Bytes32
  readonly slices: number
  readonly executions: number
  readonly cpuSeconds: number
}

/**
 * Runs the built-in campaign in the sandbox as any shard is run: on a worker at its start, on a requester before it audits.
 * @throws SelfTestFailed when a slice does not complete, or does not give the same result twice.
 */
export async function runSelfTest(engine: Engine, sandbox: Sandbox): Promise<SelfTestReport> {
  const { layers, limits, slices } = selfTest
  const root = await createSandboxRoot()
  try {
    const projectDir = join(root, 'project')
    const sources = layers.map((layer) => ({ layer, from: selfTestLayer(layer.digest) }))
    await unpackLayers(sources, projectDir)
    await chmod(projectDir, 0o755)
    const digests: Bytes32[] = []
    let executions = 0
    let cpuSeconds = 0
    for (const { invocation, seed } of slices) {
      const request = { sandbox, projectDir, invocation, limits, seed, corpusDir: null }
      const runs = [await engine.runSlice(request), await engine.runSlice(request)] as const
      for (const run of runs) {
        const { outcome } = run.result
        if (outcome.kind !== 'completed')
          throw new SelfTestFailed(
            `a slice ended with ${outcome.kind === 'limit' ? outcome.limit : outcome.kind}`,
            run.log,
          )
        executions += run.result.executions
        cpuSeconds += run.cpuSeconds
      }
      const [first, second] = runs.map((run) => [sliceResultDigest(run.result), run.corpusDigest])
      if (first!.join() !== second!.join()) throw new SelfTestFailed('the same slice gave two results')
      digests.push(...first!)
    }
    return {
      determinismClass: determinismClass(engine.program, digests),
      slices: 2 * slices.length,
      executions,
      cpuSeconds,
    }
  } catch (error) {
    if (error instanceof SelfTestFailed) throw error
    throw new SelfTestFailed('a slice could not be run', error instanceof Error ? error.message : String(error), error)
  } finally {
    await removeSandboxRoot(root)
  }
}
