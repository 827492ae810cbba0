import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { isFuzzburstError } from '../../protocol/errors.ts'
import type { SandboxRun } from '../../sandbox/sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from '../../sandbox/sandboxRoot.ts'
import type { ReproRequest, ReproTest } from '../engine.ts'
import { executeFinding } from './executeFinding.ts'
import { learnSettings } from './learnSettings.ts'
import { cutText } from './parseFinding.ts'
import type { ForgeProgram } from './program.ts'
import { type ProjectLayout, readLayout } from './readLayout.ts'
import { prepareScratch, runReplayCommand } from './replayCommand.ts'
import { type ReproShape, type ReproSource, reproSource } from './reproSource.ts'
import { compileAdded, hasFunction, layOutProject } from './reproWorkspace.ts'
import { readTestOutput } from './testOutput.ts'

/**
 * Writes a Solidity test of a finding, compiles it with the project's own settings in a copy of what ships, and sees it
 * fail in the sandbox for the finding's reason. The user's tree is not touched. Says why when that does not work out: the
 * finding stands without it.
 */
export async function writeReproTest(
  request: ReproRequest,
  forge: ForgeProgram,
): Promise<ReproTest | { readonly impossible: string }> {
  const root = await createSandboxRoot()
  try {
    const directory = join(root, 'project')
    await layOutProject(request.project, directory)
    const layout = await readLayout(directory, request.project.profile)
    const { target, finding, project } = request
    const shape = {
      target,
      finding,
      testDir: layout.test,
      afterInvariant:
        target.kind === 'invariant' &&
        (await hasFunction(
          directory,
          { source: target.path, contract: target.contract },
          project.profile,
          'afterInvariant',
        )),
    }
    const workspace = {
      request,
      forge,
      root,
      directory,
      layout,
      replayedReason: () => replayReason(request, root, directory, forge),
    }
    const isSequence = finding.input.kind === 'sequence' && finding.input.calls.length > 0
    const variants: Pick<ReproShape, 'senders' | 'lastCallMustSucceed'>[] = [
      { senders: 'etch', lastCallMustSucceed: false },
      // The called code looks at tx.origin.
      { senders: 'prank', lastCallMustSucceed: false },
      // Nothing broke after the calls, so the last call itself must have been it (an assertion, or fail_on_revert).
      ...(isSequence ? [{ senders: 'etch', lastCallMustSucceed: true } as const] : []),
    ]
    let outcome: Attempt = { passed: 'nothing was tried' }
    for (const variant of variants) {
      outcome = await tryShape(workspace, { ...shape, ...variant })
      if (!('passed' in outcome)) break
    }
    return 'passed' in outcome ? { impossible: outcome.passed } : outcome
  } finally {
    await removeSandboxRoot(root)
  }
}

async function replayReason(
  request: ReproRequest,
  root: string,
  projectDir: string,
  forge: ForgeProgram,
): Promise<string> {
  const { target, finding, project, sandbox } = request
  const scratch = await mkdtemp(join(root, 'replay-'))
  const how = { profile: project.profile, env: project.env }
  const executed = await executeFinding(
    scratch,
    { sandbox, projectDir, target, finding, ...how },
    { forge, learn: learnSettings },
  )
  return executed.reproduced ? executed.reason : ''
}

interface Workspace {
  readonly request: ReproRequest
  readonly forge: ForgeProgram
  readonly root: string
  readonly directory: string
  readonly layout: ProjectLayout
  /** The reason in a replay of the finding; empty when it is not reproduced. */
  readonly replayedReason: () => Promise<string>
}

type Attempt = ReproTest | { readonly impossible: string } | { readonly passed: string }

async function tryShape(workspace: Workspace, shape: ReproShape): Promise<Attempt> {
  const { request, forge, root, directory, layout } = workspace
  const repro = reproSource(shape)
  if ('impossible' in repro) return repro
  const place = join(directory, layout.test, repro.fileName)
  await mkdir(dirname(place), { recursive: true })
  await writeFile(place, repro.source)
  const compilation = await compileAdded(request.project, directory, request.build, forge)
  if (!compilation.ok) {
    await rm(place, { force: true })
    return {
      impossible: cutText(`a test that inherits ${request.target.contract} does not compile: ${compilation.message}`),
    }
  }
  const scratch = join(root, `run-${shape.senders}-${shape.lastCallMustSucceed}`)
  await prepareScratch(scratch, directory, layout)
  const match = { contract: repro.contract, test: repro.test }
  const run = await runReplayCommand({
    forge,
    sandbox: request.sandbox,
    projectDir: directory,
    scratch,
    match,
    profile: request.project.profile,
    env: request.project.env,
    depth: 1,
    runs: 1,
    flags: ['--json'],
    ...(request.build.signal ? { signal: request.build.signal } : {}),
  })
  const complaint = await judge(run, workspace, repro)
  if (complaint !== null) return { passed: complaint }
  return {
    fileName: repro.fileName,
    source: repro.source,
    command: ['forge', 'test', '--match-contract', match.contract, '--match-test', match.test],
  }
}

/** Null when the test was seen to fail for the finding's reason; else what happened instead. */
async function judge(run: SandboxRun, workspace: Workspace, repro: ReproSource): Promise<string | null> {
  if (run.end.kind !== 'exited') return `the test did not come to its end (${run.end.kind})`
  const suite = posix.join(workspace.layout.test, repro.fileName)
  try {
    const tests = readTestOutput(run.stdout)[`${suite}:${repro.contract}`]?.test_results ?? {}
    const result = tests[`${repro.test}()`]
    if (result === undefined) return cutText(`the test did not run: ${tests['setUp()']?.reason ?? 'forge left it out'}`)
    if (result.status !== 'Failure')
      return 'the test passes: the failure depends on something that a test of its own does not have'
    const reason = result.reason ?? ''
    if (sameReason(workspace.request.finding.reason, reason)) return null
    // forge shrinks a sequence after it noted the reason, so that what is left may break the property in another way.
    const replayed = await workspace.replayedReason()
    return replayed !== '' && sameReason(replayed, reason)
      ? null
      : cutText(`the test fails for another reason: ${reason}`)
  } catch (error) {
    if (!isFuzzburstError(error)) throw error
    return cutText(`forge printed no result: ${run.stderr}`)
  }
}

/** Reasons that forge gives when it has no words for a failure; a campaign knows fewer error names than a single test. */
const WORDLESS = /^$|^EvmError: Revert$|^assertion failed$|^<empty revert data>$|^custom error 0x[0-9a-f]{8}/

/** True when two reasons are those of one failure. Figures do not count: forge takes them from before it shrank the input. */
export function sameReason(ofFinding: string, ofTest: string): boolean {
  return withoutFigures(cutText(ofTest)) === withoutFigures(ofFinding) || WORDLESS.test(ofFinding)
}

function withoutFigures(reason: string): string {
  return reason.replaceAll(/0x[0-9a-fA-F]+|\d+(\.\d+)?(e\d+)?/g, '#')
}
