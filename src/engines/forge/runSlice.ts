import { cp } from 'node:fs/promises'
import { isFuzzburstError } from '../../protocol/errors.ts'
import { zeroBytes32 } from '../../protocol/primitives.ts'
import type { ForgeInvocation } from '../../protocol/shardSpec.ts'
import type { SliceOutcome, SliceResult, TargetResult } from '../../protocol/sliceResult.ts'
import type { SandboxRun } from '../../sandbox/sandbox.ts'
import type { SliceRequest, SliceRun, Target } from '../engine.ts'
import { corpusDigest } from './corpusDigest.ts'
import { canonicalText, testEvidence } from './evidence.ts'
import { runForgeTest } from './forgeCommand.ts'
import { isOutOfReach } from './outOfReach.ts'
import { parseFinding } from './parseFinding.ts'
import type { ForgeProgram } from './program.ts'
import { readTargetId } from './targetId.ts'
import { readTestOutput, type TestOutput, type TestResult } from './testOutput.ts'

/** Characters of forge's own words that are kept of a slice. */
const LOG_LIMIT = 16_000
/** Tests under which forge reports a contract that could not be set up: no test of it ran. */
const SETUP_TESTS = ['setUp()', 'constructor()', 'afterInvariant()']

/**
 * Runs one slice: exactly one forge process. Its outcome is `completed` only when every target of the invocation is in the
 * output. A target whose contract could not be set up, or that fails for want of what no slice has (a network, ffi, files), is
 * `skipped`: it is no finding, and never a pass.
 * @throws what the sandbox throws, and the signal's reason when it is aborted; never for what the slice does.
 */
export async function runForgeSlice(request: SliceRequest, forge: ForgeProgram): Promise<SliceRun> {
  return await runSliceProcess({ ...request, deterministic: true }, forge)
}

/** {@link runForgeSlice}, with the shim or without. */
export async function runSliceProcess(
  request: SliceRequest & { readonly deterministic: boolean },
  forge: ForgeProgram,
): Promise<SliceRun> {
  const { invocation, corpusDir } = request
  return await runForgeTest(request, forge, {
    fill: async (scratch) => {
      if (invocation.corpus && corpusDir !== null) await cp(corpusDir, scratch('corpus'), { recursive: true })
    },
    inspect: async (run, scratch) => {
      if (run.end.kind === 'aborted') throw request.signal?.reason ?? new DOMException('aborted', 'AbortError')
      const { result, complaint } = readSlice(run, invocation)
      const keepsCorpus = invocation.corpus && result.outcome.kind === 'completed'
      if (keepsCorpus && request.keepCorpus !== undefined)
        await cp(scratch('corpus'), request.keepCorpus, { recursive: true })
      return {
        result,
        corpusDigest: keepsCorpus ? await corpusDigest(scratch('corpus')) : zeroBytes32,
        cpuSeconds: run.cpuSeconds,
        wallSeconds: run.wallSeconds,
        log: `${complaint}${run.stderr}`.slice(-LOG_LIMIT),
      }
    },
  })
}

/** The result document of one finished forge process. Pure. */
export function readSlice(run: SandboxRun, invocation: ForgeInvocation): { result: SliceResult; complaint: string } {
  const failed = (outcome: SliceOutcome, complaint = ''): { result: SliceResult; complaint: string } => ({
    result: { v: 1, outcome, executions: 0, targets: [] },
    complaint,
  })
  if (run.end.kind === 'limit') return failed({ kind: 'limit', limit: run.end.limit })
  if (run.end.kind !== 'exited')
    return failed({ kind: 'engine-error', exitCode: null }, `forge ended: ${run.end.kind}\n`)
  const exitCode = run.end.code
  try {
    const output = readTestOutput(run.stdout)
    const targets: TargetResult[] = []
    for (const id of [...invocation.targets].sort()) {
      const result = readTarget(id, output)
      if (result === null) return failed({ kind: 'engine-error', exitCode }, `forge did not run ${id}\n`)
      targets.push(result)
    }
    const executions = targets.reduce((sum, target) => sum + target.executions, 0)
    return { result: { v: 1, outcome: { kind: 'completed' }, executions, targets }, complaint: '' }
  } catch (error) {
    // Output that cannot be read, or a finding that cannot be taken over: never a pass.
    if (!isFuzzburstError(error)) throw error
    return failed({ kind: 'engine-error', exitCode }, `${error.message}\n${error.detail ?? ''}\n`)
  }
}

function readTarget(id: string, output: TestOutput): TargetResult | null {
  const name = readTargetId(id)
  if (name === null) return null
  const tests = output[`${name.path}:${name.contract}`]?.test_results
  const own = tests?.[name.test]
  if (own !== undefined && !(own.status === 'Failure' && isOutOfReach(own.reason))) {
    const result = withoutRoots(own)
    const target: Target = { ...name, line: null, inline: { runs: null, depth: null } }
    return {
      target: id,
      status: own.status === 'Success' ? 'passed' : own.status === 'Failure' ? 'failed' : 'skipped',
      executions: countExecutions(own),
      evidence: testEvidence(own),
      finding: parseFinding(target, result),
    }
  }
  const obstacle = own ?? SETUP_TESTS.map((test) => tests?.[test]).find((test) => test !== undefined)
  if (obstacle === undefined) return null
  return { target: id, status: 'skipped', executions: 0, evidence: testEvidence(obstacle), finding: null }
}

/** What a finding is made of, with sandbox paths by their canonical name: a finding is part of the digested result. */
function withoutRoots(result: TestResult): TestResult {
  const { traces: _traces, ...said } = result
  return JSON.parse(canonicalText(JSON.stringify(said))) as TestResult
}

/**
 * Inputs of a stateless test, the failing one included, which forge does not count; calls of a stateful one, which forge
 * counts only in its metrics when it fails.
 */
export function countExecutions({ kind, counterexample }: TestResult): number {
  if ('Fuzz' in kind && kind.Fuzz !== undefined)
    return wholeNumber((kind.Fuzz as { runs: number }).runs) + (counterexample ? 1 : 0)
  if ('Invariant' in kind && kind.Invariant !== undefined) {
    const { calls, metrics } = kind.Invariant as { calls: number; metrics: Record<string, { calls: number }> }
    const counted = Object.values(metrics).reduce((sum, metric) => sum + wholeNumber(metric.calls), 0)
    return Math.max(wholeNumber(calls), counted)
  }
  return 0
}

function wholeNumber(value: number): number {
  return Number.isSafeInteger(value) && value > 0 ? value : 0
}
