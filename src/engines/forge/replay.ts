import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { isFuzzburstError } from '../../protocol/errors.ts'
import type { Finding, FindingInput } from '../../protocol/finding.ts'
import type { SandboxRun } from '../../sandbox/sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from '../../sandbox/sandboxRoot.ts'
import type { Replay, ReplayRequest } from '../engine.ts'
import { baitArtifact } from './baitArtifact.ts'
import { zShrunkTraces } from './failingFrames.ts'
import { listArtifacts } from './findArtifacts.ts'
import { linkTree } from './linkTree.ts'
import { locateFailure, type SourceLocation } from './locateFailure.ts'
import { cutText, parseFinding } from './parseFinding.ts'
import {
  type CampaignSettings,
  persistedFailure,
  persistedFailurePath,
  readCampaignSettings,
} from './persistedFailure.ts'
import type { ForgeProgram } from './program.ts'
import { type ProjectLayout, readLayout } from './readLayout.ts'
import { prepareScratch, type ReplayCommand, runReplayCommand } from './replayCommand.ts'
import { createStepShrinker } from './shrinkSteps.ts'
import { readTestOutput, type TestOutput, type TestResult } from './testOutput.ts'
import { traceText } from './traceText.ts'

/** Most of a trace with instructions that is kept to find the failing line, after shrinking, in characters. */
const SHRUNK_TRACE_LIMIT = 96 * 2 ** 20
/** Most output that forge may print of such a trace, in bytes: some hundred bytes an instruction. */
const STEPS_OUTPUT_LIMIT = 2 ** 30

/** Both names become parts of a path. */
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/

/**
 * Executes a finding's input once, in the sandbox, from a built project without a compiler: forge is handed the input as a
 * failure that it persisted itself, and executes it with the same sender, delays and checks as in a campaign.
 * `reproduced` is true only when the same property fails with this input; a failing `setUp`, another input, a limit or an
 * engine that printed nothing are not it, and `reason` says which.
 */
export async function replayFinding(request: ReplayRequest, forge: ForgeProgram): Promise<Replay> {
  const scratch = await createSandboxRoot()
  try {
    await prepareScratch(scratch)
    return await replayIn(scratch, request, forge)
  } finally {
    await removeSandboxRoot(scratch)
  }
}

async function replayIn(scratch: string, request: ReplayRequest, forge: ForgeProgram): Promise<Replay> {
  const { target, finding, invocation, projectDir } = request
  const layout = await readLayout(projectDir, invocation.profile)
  await copyCache(projectDir, layout, scratch)
  const { input } = finding
  const command: ReplayCommand = {
    forge,
    sandbox: request.sandbox,
    projectDir,
    scratch,
    target,
    profile: invocation.profile,
    env: invocation.env,
    depth: input.kind === 'sequence' ? Math.max(1, input.calls.length) : 1,
    runs: 0,
    flags: [],
    ...(request.signal ? { signal: request.signal } : {}),
  }
  if (!IDENTIFIER.test(target.contract) || !IDENTIFIER.test(functionName(target.test)))
    return unreproduced('the target names no Solidity function')
  if (input.kind === 'sequence' && input.calls.some(({ valueWei }) => valueWei !== '0'))
    return unreproduced('forge 1.7.1 cannot replay a call that sends value')
  if (input.kind === 'single' || input.calls.length > 0) {
    const settings = input.kind === 'sequence' ? await learnSettings(request, layout, command) : null
    if (settings === undefined) return unreproduced('the campaign could not be set up for a replay')
    const path = join(scratch, 'failures', persistedFailurePath(target.contract, functionName(target.test)))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, persistedFailure(input, settings))
  }
  const verdict = await judge(request, await runReplayCommand({ ...command, flags: ['--json'] }))
  if (!verdict.reproduced) return { ...verdict, trace: '', location: null }
  const shown = await runReplayCommand({ ...command, flags: ['-vvv', '--color', 'never'] })
  return {
    ...verdict,
    trace: traceText(new TextDecoder().decode(shown.stdout)),
    location: await locate(request, layout, command),
  }
}

interface Verdict {
  readonly reproduced: boolean
  readonly reason: string
}

async function judge(request: ReplayRequest, run: SandboxRun): Promise<Verdict> {
  const { target, finding } = request
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

/**
 * forge executes a persisted sequence only under the campaign settings that it was recorded with, and only forge can work
 * those out. So it is made to record them: in a copy of the project whose campaign of this contract always fails.
 */
async function learnSettings(
  request: ReplayRequest,
  layout: ProjectLayout,
  command: ReplayCommand,
): Promise<CampaignSettings | undefined> {
  const { target, projectDir } = request
  const root = await createSandboxRoot()
  try {
    const artifacts = (await listArtifacts(projectDir, layout))
      .filter(({ source, contract }) => source === target.path && contract === target.contract)
      .map(({ path }) => normalize(join(layout.out, path)))
      .filter((path) => !path.startsWith('..'))
    const copy = join(root, 'project')
    await linkTree(projectDir, copy, new Set(artifacts))
    for (const path of artifacts) {
      const bait = baitArtifact(await readFile(join(projectDir, path), 'utf8'))
      if (bait !== undefined) await writeFile(join(copy, path), bait)
    }
    const learnScratch = join(root, 'learn')
    await prepareScratch(learnScratch)
    await copyCache(projectDir, layout, learnScratch)
    await runReplayCommand({ ...command, projectDir: copy, scratch: learnScratch, depth: 1, runs: 1 })
    const path = join(learnScratch, 'failures', persistedFailurePath(target.contract, functionName(target.test)))
    return readCampaignSettings(await readFile(path, 'utf8').catch(() => ''))
  } finally {
    await removeSandboxRoot(root)
  }
}

async function locate(
  request: ReplayRequest,
  layout: ProjectLayout,
  command: ReplayCommand,
): Promise<SourceLocation | null> {
  const { target, projectDir } = request
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

/** The scratch gets a cache of its own: forge writes to it, and its remembered failures must not be anybody else's. */
async function copyCache(projectDir: string, layout: ProjectLayout, scratch: string): Promise<void> {
  await rm(join(scratch, 'cache', 'solidity-files-cache.json'), { force: true })
  const name = 'solidity-files-cache.json'
  await copyFile(join(projectDir, layout.cache, name), join(scratch, 'cache', name))
}

function functionName(signature: string): string {
  return signature.slice(0, signature.indexOf('('))
}

function unreproduced(reason: string): Replay {
  return { reproduced: false, reason, trace: '', location: null }
}

function describeEnd(run: SandboxRun): string {
  if (run.end.kind === 'limit') return `the replay hit its ${run.end.limit} limit`
  return run.end.kind === 'killed' ? `forge was killed by ${run.end.signal}` : 'the replay was stopped'
}
