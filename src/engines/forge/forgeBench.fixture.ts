import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bytes32 } from '../../protocol/primitives.ts'
import { type SliceLimits, zSliceLimits } from '../../protocol/sliceLimits.ts'
import { createSandboxRoot, removeSandboxRoot } from '../../sandbox/sandboxRoot.ts'
import type { Discovery, TargetKind } from '../engine.ts'
import { buildProject, type ForgeProject } from './build.ts'
import { discoverTargets } from './discover.ts'
import { forgeInvocation } from './invocation.ts'
import { type ForgeProgram, findForge } from './program.ts'
import { layOutProject } from './reproWorkspace.ts'

const repository = join(import.meta.dirname, '..', '..', '..')

export const benchLimits: SliceLimits = zSliceLimits.parse({
  cpuSeconds: 60,
  wallSeconds: 600,
  memoryBytes: 4 * 2 ** 30,
  processes: 64,
  fileBytes: 256 * 2 ** 20,
  outputBytes: 256 * 2 ** 20,
})

/** The environment in which tests build: the npm compiler, no network. */
export const benchEnv = {
  ...process.env,
  FOUNDRY_SOLC: join(repository, 'scripts', 'solc.mjs'),
  FOUNDRY_OFFLINE: 'true',
}

export async function pinnedForge(): Promise<ForgeProgram> {
  const cacheDir = join(repository, 'node_modules', '.cache', 'fuzzburst')
  return await findForge({ platform: `${process.platform}-${process.arch}`, cacheDir, env: process.env })
}

/** A copy of a project of this repository that nothing has built. */
export async function copyProject(source: string): Promise<{ root: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'fuzzburst-forge-'))
  await cp(join(repository, source), root, {
    recursive: true,
    filter: (path) => !/[/\\](out|cache|\.fuzzburst)$/.test(path),
  })
  return { root, remove: () => rm(root, { recursive: true, force: true }) }
}

/** A project as it was built, listed, and unpacked under a sandbox root. */
export interface ForgeBench {
  readonly root: string
  readonly project: ForgeProject
  readonly all: Discovery
  readonly projectDir: string
  invocation(
    kind: TargetKind,
    runs: number,
    more?: { corpus?: boolean; depth?: number },
  ): ReturnType<typeof forgeInvocation>
  /** One more unpacked copy, under another sandbox root. */
  unpack(): Promise<string>
  close(): Promise<void>
}

export async function openBench(source: string, forge: ForgeProgram): Promise<ForgeBench> {
  const { root, remove } = await copyProject(source)
  const project = await buildProject({ root, env: benchEnv }, forge)
  const all = await discoverTargets(project, benchEnv, forge)
  const roots: string[] = []
  const unpack = async (): Promise<string> => {
    const sandboxRoot = await createSandboxRoot()
    roots.push(sandboxRoot)
    await layOutProject(project, join(sandboxRoot, 'project'))
    return join(sandboxRoot, 'project')
  }
  const { profile, env } = project
  return {
    root,
    project,
    all,
    projectDir: await unpack(),
    invocation: (kind, runs, { corpus = false, depth = 32 } = {}) => {
      const targets = all.targets.filter((target) => target.kind === kind)
      return forgeInvocation({ kind, targets, runs, invariantDepth: depth, corpus, profile, env, all })
    },
    unpack,
    close: async () => {
      for (const sandboxRoot of roots) await removeSandboxRoot(sandboxRoot)
      await remove()
    },
  }
}

/** The n-th seed of a test. */
export function seedOf(n: number): Bytes32 {
  return `0x${n.toString(16).padStart(64, '0')}`
}
