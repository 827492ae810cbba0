import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isFuzzburstError } from '../../protocol/errors.ts'
import type { Finding, FindingInput } from '../../protocol/finding.ts'
import type { SandboxRun } from '../../sandbox/sandbox.ts'
import type { Target, Workbench } from '../engine.ts'
import type { LearnSettings } from './learnSettings.ts'
import { cutText, parseFinding } from './parseFinding.ts'
import { persistedFailure, persistedFailurePath } from './persistedFailure.ts'
import type { ForgeProgram } from './program.ts'
import { type ProjectLayout, readLayout } from './readLayout.ts'
import { matchOnly, prepareScratch, type ReplayCommand, runReplayCommand } from './replayCommand.ts'
import { readTestOutput, type TestOutput, type TestResult } from './testOutput.ts'

/** A finding, and what it is executed with. */
export interface FindingExecution extends Workbench {
  readonly target: Target
  readonly finding: Finding
  readonly profile: string
  /** Settings of the invocation. */
  readonly env: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Whether the input failed the property, and the command that executes it again the same way. */
export interface Executed {
  readonly reproduced: boolean
  /** The engine's reason, or why the input was not executed. Untrusted. */
  readonly reason: string
  readonly layout: ProjectLayout
  readonly command: ReplayCommand
}

/** What executes findings. */
export interface Replayer {
  readonly forge: ForgeProgram
  readonly learn: LearnSettings
}

/** Both names become parts of a path. */
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/

/**
 * Hands forge a finding's input as a failure that it persisted itself, and lets it execute that once.
 * @param scratch an empty sandbox root of the caller's, who removes it.
 */
export async function executeFinding(
  scratch: string,
  execution: FindingExecution,
  { forge, learn }: Replayer,
): Promise<Executed> {
  const { target, finding, projectDir, signal } = execution
  const { input } = finding
  const layout = await readLayout(projectDir, execution.profile)
  await prepareScratch(scratch, projectDir, layout)
  const command: ReplayCommand = {
    forge,
    sandbox: execution.sandbox,
    projectDir,
    scratch,
    match: matchOnly(target),
    profile: execution.profile,
    env: execution.env,
    depth: input.kind === 'sequence' ? Math.max(1, input.calls.length) : 1,
    runs: 0,
    flags: [],
    ...(signal ? { signal } : {}),
  }
  const obstacle = await persistInput(scratch, execution, layout, command, learn)
  if (obstacle !== null) return { reproduced: false, reason: obstacle, layout, command }
  const verdict = judge(execution, await runReplayCommand({ ...command, flags: ['--json'] }))
  return { ...verdict, layout, command }
}

/** Writes the failure file. Returns why that is not possible. */
async function persistInput(
  scratch: string,
  { target, finding }: FindingExecution,
  layout: ProjectLayout,
  command: ReplayCommand,
  learn: LearnSettings,
): Promise<string | null> {
  const { input } = finding
  const functionName = target.test.slice(0, target.test.indexOf('('))
  if (!IDENTIFIER.test(target.contract) || !IDENTIFIER.test(functionName))
    return 'the target names no Solidity function'
  const failurePath = persistedFailurePath(target.contract, functionName)
  if (input.kind === 'sequence') {
    if (input.calls.some(({ valueWei }) => valueWei !== '0')) return 'forge 1.7.1 cannot replay a call that sends value'
    // Broken before the first call: forge sees that by itself.
    if (input.calls.length === 0) return null
  }
  const settings = input.kind === 'sequence' ? await learn(target, layout, command, failurePath) : null
  if (settings === undefined) return 'the campaign could not be set up for a replay'
  const path = join(scratch, 'failures', failurePath)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, persistedFailure(input, settings))
  return null
}

interface Verdict {
  readonly reproduced: boolean
  readonly reason: string
}

function judge({ target, finding }: FindingExecution, run: SandboxRun): Verdict {
  if (run.end.kind !== 'exited') return { reproduced: false, reason: describeEnd(run) }
  let output: TestOutput
  try {
    output = readTestOutput(run.stdout)
  } catch (error) {
    if (!isFuzzburstError(error)) throw error
    return { reproduced: false, reason: cutText(`${error.summary} ${run.stderr}`.trim()) }
  }
  const tests = output[`${target.path}:${target.contract}`]?.test_results ?? {}
  const result: TestResult | undefined = tests[target.test]
  if (result === undefined) {
    const setUp = tests['setUp()']
    return {
      reproduced: false,
      reason: cutText(setUp ? `setUp failed: ${setUp.reason ?? ''}` : 'the test did not run'),
    }
  }
  const replayed = parseFinding(target, result)
  if (replayed === null) return { reproduced: false, reason: cutText(result.reason ?? 'the property held') }
  if (!sameInput(finding.input, replayed.input))
    return { reproduced: false, reason: 'this input did not fail; another one did' }
  return { reproduced: true, reason: replayed.reason }
}

/** True when two findings falsify a property with the same calls. What they were decoded to does not matter. */
export function sameInput(a: Finding['input'], b: FindingInput): boolean {
  if (a.kind === 'single' || b.kind === 'single')
    return a.kind === 'single' && b.kind === 'single' && a.calldata === b.calldata
  const key = (input: Extract<FindingInput, { kind: 'sequence' }>) =>
    input.calls.map((call) =>
      [call.sender, call.to, call.calldata, call.valueWei, call.warpSeconds, call.rollBlocks].join(),
    )
  return key(a).join(';') === key(b).join(';')
}

function describeEnd(run: SandboxRun): string {
  if (run.end.kind === 'limit') return `the replay hit its ${run.end.limit} limit`
  return run.end.kind === 'killed' ? `forge was killed by ${run.end.signal}` : 'the replay was stopped'
}
