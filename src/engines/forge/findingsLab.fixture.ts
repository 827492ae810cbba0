import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Finding } from '../../protocol/finding.ts'
import type { ForgeInvocation } from '../../protocol/shardSpec.ts'
import { openSandbox } from '../../sandbox/openSandbox.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from '../../sandbox/sandboxRoot.ts'
import type { BuildRequest, Replay, Target } from '../engine.ts'
import { buildProject, type ForgeProject } from './build.ts'
import { discoverTargets } from './discover.ts'
import { learnSettings } from './learnSettings.ts'
import { type ForgeProgram, findForge } from './program.ts'
import { replayFinding } from './replay.ts'
import { REPLAY_LIMITS } from './replayCommand.ts'
import { layOutProject } from './reproWorkspace.ts'
import { runForgeSlice } from './runSlice.ts'
import { rememberSettings } from './settingsMemory.ts'

const repository = join(import.meta.dirname, '..', '..', '..')

/** A property that a slice found false. */
export interface Found {
  readonly target: Target
  readonly finding: Finding
}

/** A project in a directory of its own, built and unpacked as a worker would have it. */
export interface Bench {
  readonly root: string
  readonly build: BuildRequest
  readonly project: ForgeProject
  readonly sandboxRoot: string
  readonly projectDir: string
  readonly targets: readonly Target[]
}

/** Real forge over fixtures whose bugs are known. */
export interface FindingsLab {
  readonly forge: ForgeProgram
  readonly sandbox: Sandbox
  /** Builds a copy of a folder of this repository, after an edit. */
  bench(source: string, edit?: (root: string) => Promise<void>): Promise<Bench>
  /** What one slice of everything finds, by contract and test. */
  findAll(of: Bench): Promise<Map<string, Found>>
  replay(of: Bench, found: Found, within?: Sandbox): Promise<Replay>
  close(): Promise<void>
}

/** Opens the pinned engine and a sandbox. The caller closes it. */
export async function openFindingsLab(): Promise<FindingsLab> {
  const cacheDir = join(repository, 'node_modules', '.cache', 'fuzzburst')
  const forge = await findForge({ platform: `${process.platform}-${process.arch}`, cacheDir, env: process.env })
  const sandbox = await openSandbox()
  const learn = rememberSettings(learnSettings)
  const benches: Bench[] = []
  return {
    forge,
    sandbox,
    async bench(source, edit) {
      const root = await mkdtemp(join(tmpdir(), 'fuzzburst-findings-'))
      await cp(join(repository, source), root, { recursive: true })
      await edit?.(root)
      const env = { ...process.env, FOUNDRY_SOLC: join(repository, 'scripts', 'solc.mjs'), FOUNDRY_OFFLINE: 'true' }
      const build: BuildRequest = { root, env }
      const project = await buildProject(build, forge)
      const sandboxRoot = await createSandboxRoot()
      const projectDir = join(sandboxRoot, 'project')
      await layOutProject(project, projectDir)
      const { targets } = await discoverTargets(project, env, forge)
      const made = { root, build, project, sandboxRoot, projectDir, targets }
      benches.push(made)
      return made
    },
    async findAll(of) {
      const run = await runForgeSlice(
        {
          sandbox,
          projectDir: of.projectDir,
          invocation: invocation(of),
          limits: REPLAY_LIMITS,
          seed: `0x${'00'.repeat(31)}07`,
          corpusDir: null,
        },
        forge,
      )
      expect(run.result.outcome, run.log).toEqual({ kind: 'completed' })
      const found = new Map<string, Found>()
      for (const { target: id, finding } of run.result.targets) {
        const target = of.targets.find((candidate) => candidate.id === id)
        if (finding !== null && target !== undefined)
          found.set(`${target.contract}.${target.test.split('(')[0]}`, { target, finding })
      }
      return found
    },
    replay: (of, found, within = sandbox) =>
      replayFinding(
        { sandbox: within, projectDir: of.projectDir, invocation: invocation(of), ...found },
        { forge, learn },
      ),
    async close() {
      for (const { root, sandboxRoot } of benches) {
        await rm(root, { recursive: true, force: true })
        await removeSandboxRoot(sandboxRoot)
      }
    },
  }
}

function invocation({ project, targets }: Bench): ForgeInvocation {
  return {
    engine: 'forge',
    profile: project.profile,
    matchPath: null,
    matchContract: null,
    matchTest: null,
    targets: targets.map(({ id }) => id).sort(),
    fuzzRuns: 512,
    invariantRuns: 32,
    invariantDepth: 64,
    corpus: false,
    env: project.env,
  }
}

/** Mends what is planted in examples/vault. */
export async function fixAllBugs(root: string): Promise<void> {
  await edit(join(root, 'src/LoanMath.sol'), [
    ['uint96 paid = uint96(payment);', 'uint128 paid = payment;'],
    ['fee * 12_000 / BPS', 'fee * 10_000 / BPS'],
  ])
  await edit(join(root, 'src/LendingVault.sol'), [
    ['loan.collateral += amount;', 'loan.collateral += amount;\n        totalCollateral += amount;'],
    [
      'uint256 passed = block.timestamp - lastProfitAt;',
      'uint256 passed = block.timestamp - lastProfitAt;\n        if (passed >= RELEASE_TIME) return 0;',
    ],
  ])
}

async function edit(path: string, replacements: readonly (readonly [string, string])[]): Promise<void> {
  let text = await readFile(path, 'utf8')
  for (const [from, to] of replacements) {
    expect(text).toContain(from)
    text = text.replace(from, to)
  }
  await writeFile(path, text)
}
