import type { Engine, SliceRun } from '../../../src/engines/engine.ts'
import { sha256 } from '../../../src/protocol/digest.ts'
import type { Finding } from '../../../src/protocol/finding.ts'
import { type Bytes32, zeroBytes32 } from '../../../src/protocol/primitives.ts'
import type { ShardSpec } from '../../../src/protocol/shardSpec.ts'
import type { SliceResult } from '../../../src/protocol/sliceResult.ts'

const TARGET = 'test/A.t.sol:A:testFuzz_a(uint256)'
const program = { name: 'forge', version: '0.0.0', binaries: { 'linux-x64': sha256('stub') } }
/** One slice in so many finds the bug. */
const SLICES_PER_FINDING = 20

const finding: Finding = {
  target: TARGET,
  reason: 'assertion failed',
  input: { kind: 'single', calldata: '0x', args: null },
}

/** What an honest machine gets for a seed: a function of nothing else. */
export function stubResult(seed: Bytes32): SliceResult {
  const found = Number.parseInt(sha256(`finds ${seed}`).slice(2, 10), 16) % SLICES_PER_FINDING === 0
  const status = found ? 'failed' : 'passed'
  return {
    v: 1,
    outcome: { kind: 'completed' },
    executions: 8,
    targets: [
      { target: TARGET, status, executions: 8, evidence: sha256(`evidence ${seed}`), finding: found ? finding : null },
    ],
  }
}

/** Counts the slices that the requester ran again. */
export function stubEngine(): { readonly engine: Engine; readonly reruns: () => number } {
  let reruns = 0
  const engine: Pick<Engine, 'runSlice'> = {
    async runSlice({ seed }): Promise<SliceRun> {
      reruns++
      return { result: stubResult(seed), corpusDigest: zeroBytes32, cpuSeconds: 0, wallSeconds: 0, log: '' }
    },
  }
  return { engine: engine as Engine, reruns: () => reruns }
}

/** A shard of the stub engine. */
export function stubSpec(job: Bytes32, index: number, seeds: Bytes32[]): ShardSpec {
  return {
    v: 1,
    job,
    index,
    engine: program,
    shim: program,
    layers: [{ kind: 'project', digest: stubLayer.digest, bytes: stubLayer.bytes.length, unpackedBytes: 1 }],
    corpus: null,
    invocation: {
      engine: 'forge',
      profile: 'default',
      ...{ matchPath: null, matchContract: null, matchTest: null, targets: [TARGET] },
      ...{ fuzzRuns: 8, invariantRuns: 0, invariantDepth: 1, corpus: false, env: {} },
    },
    limits: {
      ...{
        cpuSeconds: 1,
        wallSeconds: 1,
        memoryBytes: 2 ** 30,
        processes: 1,
        fileBytes: 2 ** 20,
        outputBytes: 2 ** 20,
      },
    },
    seeds,
  }
}

const bytes = new TextEncoder().encode('a layer, as far as a relay can tell')
/** The project of the stub engine. */
export const stubLayer = { bytes, digest: sha256(bytes) }
export const stubProgram = program
