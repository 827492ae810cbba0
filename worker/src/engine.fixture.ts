import type { Engine, SliceRequest, SliceRun } from '../../src/engines/engine.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import { zeroBytes32 } from '../../src/protocol/primitives.ts'
import type { SliceResult } from '../../src/protocol/sliceResult.ts'

/** What the scripted engine says of a seed. */
export function resultFor(request: Pick<SliceRequest, 'seed' | 'invocation'>): SliceResult {
  return {
    v: 1,
    outcome: { kind: 'completed' },
    executions: 8,
    targets: request.invocation.targets.map((target) => ({
      target,
      status: 'passed',
      executions: 8,
      evidence: sha256(`${target} ${request.seed}`),
      finding: null,
    })),
  }
}

/** An engine whose slices are decided by the test. Only slices: a worker builds and plans nothing. */
export interface ScriptedEngine extends Engine {
  readonly calls: SliceRequest[]
  /** Replaced by tests; the plain one answers {@link resultFor} at once. */
  play: (request: SliceRequest, call: number) => Promise<SliceResult>
}

const unused = (): never => {
  throw new RangeError('a worker does not do this')
}

export function scriptedEngine(): ScriptedEngine {
  const engine: ScriptedEngine = {
    name: 'forge',
    program: { name: 'forge', version: '1.7.1', binaries: { 'linux-x64': sha256('forge') } },
    calls: [],
    play: async (request) => resultFor(request),
    build: unused,
    discover: unused,
    affected: unused,
    runUnitTests: unused,
    invocation: unused,
    calibrate: unused,
    replay: unused,
    writeRepro: unused,
    async runSlice(request): Promise<SliceRun> {
      engine.calls.push(request)
      const result = await engine.play(request, engine.calls.length - 1)
      return { result, corpusDigest: zeroBytes32, cpuSeconds: 0.5, wallSeconds: 0.5, log: '' }
    },
  }
  return engine
}

/** Never ends by itself. */
export function untilAborted(request: SliceRequest): Promise<never> {
  return new Promise((_resolve, reject) => {
    request.signal?.addEventListener('abort', () => reject(new RangeError('aborted')), { once: true })
  })
}
