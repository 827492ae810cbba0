import { isFuzzburstError } from '../../protocol/errors.ts'
import { createSandboxRoot, removeSandboxRoot } from '../../sandbox/sandboxRoot.ts'
import type { Replay, ReplayRequest } from '../engine.ts'
import { type Executed, executeFinding, type Replayer } from './executeFinding.ts'
import { zShrunkTraces } from './failingFrames.ts'
import { locateFailure, type SourceLocation } from './locateFailure.ts'
import { runReplayCommand } from './replayCommand.ts'
import { createStepShrinker } from './shrinkSteps.ts'
import { readTestOutput } from './testOutput.ts'
import { traceText } from './traceText.ts'

/** Most of a trace with instructions that is kept to find the failing line, after shrinking, in characters. */
const SHRUNK_TRACE_LIMIT = 96 * 2 ** 20
/** Most output that forge may print of such a trace, in bytes: some hundred bytes an instruction. */
const STEPS_OUTPUT_LIMIT = 2 ** 30

/**
 * Executes a finding's input once, in the sandbox, from a built project without a compiler: forge is handed the input as a
 * failure that it persisted itself, and executes it with the same sender, delays and checks as in a campaign.
 * `reproduced` is true only when the same property fails with this input; a failing `setUp`, another input, a limit or an
 * engine that printed nothing are not it, and `reason` says which.
 */
export async function replayFinding(request: ReplayRequest, replayer: Replayer): Promise<Replay> {
  const { invocation, signal, brief, ...rest } = request
  const how = { profile: invocation.profile, env: invocation.env, ...(signal ? { signal } : {}) }
  const scratch = await createSandboxRoot()
  try {
    const executed = await executeFinding(scratch, { ...rest, ...how }, replayer)
    const { reproduced, reason } = executed
    if (!reproduced || brief) return { reproduced, reason, trace: '', location: null }
    const shown = await runReplayCommand({ ...executed.command, flags: ['-vvv', '--color', 'never'] })
    const trace = traceText(new TextDecoder().decode(shown.stdout))
    return { reproduced, reason, trace, location: await locate(request, executed) }
  } finally {
    await removeSandboxRoot(scratch)
  }
}

async function locate(
  { target, projectDir }: ReplayRequest,
  { command, layout }: Executed,
): Promise<SourceLocation | null> {
  const shrinker = createStepShrinker(SHRUNK_TRACE_LIMIT)
  const run = await runReplayCommand({
    ...command,
    flags: ['--json', '-vvvvv'],
    limits: { outputBytes: STEPS_OUTPUT_LIMIT },
    onStdout: (chunk) => void shrinker.feed(chunk),
  })
  const text = shrinker.finish()
  if (run.end.kind !== 'exited' || text === null) return null
  try {
    const output = readTestOutput(new TextEncoder().encode(text))
    const traces = zShrunkTraces.safeParse(
      output[`${target.path}:${target.contract}`]?.test_results[target.test]?.traces,
    )
    return traces.success ? await locateFailure(projectDir, layout, target, traces.data) : null
  } catch (error) {
    if (!isFuzzburstError(error)) throw error
    return null
  }
}
