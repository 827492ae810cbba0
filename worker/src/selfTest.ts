import { chmod, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { unpackLayers } from '../../src/bundle/unpackLayers.ts'
import type { Engine } from '../../src/engines/engine.ts'
import { type Bytes32, zBytes32 } from '../../src/protocol/primitives.ts'
import { zInvocation, zLayer } from '../../src/protocol/shardSpec.ts'
import { zSliceLimits } from '../../src/protocol/sliceLimits.ts'
import { sliceResultDigest } from '../../src/protocol/sliceResult.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from '../../src/sandbox/sandboxRoot.ts'
import { SelfTestFailed } from './errors.ts'
import { determinismClass } from './workerClass.ts'

/** The built-in campaign, as `node worker/selftest/build.ts` writes it. Layers lie beside it, named by their digests. */
export const zSelfTest = z.strictObject({
  v: z.literal(1),
  layers: z.array(zLayer),
  limits: zSliceLimits,
  /** Each is run twice: once to class the machine, once more to see that it agrees with itself. */
  slices: z.array(z.strictObject({ invocation: zInvocation, seed: zBytes32 })).min(1),
})
export type SelfTest = z.output<typeof zSelfTest>

/** What a self-test found. */
export interface SelfTestReport {
  readonly determinismClass: Bytes32
  readonly slices: number
  readonly executions: number
  readonly cpuSeconds: number
}

/**
 * Runs the built-in campaign in the sandbox as any shard is run. `dir` holds `selftest.json` and its layers.
 * @throws SelfTestFailed when a slice does not complete, or does not give the same result twice.
 */
export async function runSelfTest(dir: string, engine: Engine, sandbox: Sandbox): Promise<SelfTestReport> {
  const { layers, limits, slices } = zSelfTest.parse(JSON.parse(await readFile(join(dir, 'selftest.json'), 'utf8')))
  const root = await createSandboxRoot()
  try {
    const projectDir = join(root, 'project')
    const sources = layers.map((layer) => ({ layer, from: join(dir, `${layer.digest.slice(2)}.tgz`) }))
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
