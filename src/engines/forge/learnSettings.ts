import { readFile, writeFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import { createSandboxRoot, removeSandboxRoot } from '../../sandbox/sandboxRoot.ts'
import type { Target } from '../engine.ts'
import { baitArtifact } from './baitArtifact.ts'
import { listArtifacts } from './findArtifacts.ts'
import { linkTree } from './linkTree.ts'
import { type CampaignSettings, readCampaignSettings } from './persistedFailure.ts'
import type { ProjectLayout } from './readLayout.ts'
import { prepareScratch, type ReplayCommand, runReplayCommand } from './replayCommand.ts'

/** See {@link learnSettings}. */
export type LearnSettings = typeof learnSettings

/**
 * forge executes a persisted sequence only under the campaign settings that it was recorded with, and only forge can work
 * those out. So it is made to record them: in a copy of the project whose campaign of this contract always fails.
 * Undefined when it did not: `setUp` fails, or a fallback function answers the bait.
 */
export async function learnSettings(
  target: Target,
  layout: ProjectLayout,
  command: ReplayCommand,
  failurePath: string,
): Promise<CampaignSettings | undefined> {
  const { projectDir } = command
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
    await prepareScratch(learnScratch, projectDir, layout)
    await runReplayCommand({ ...command, projectDir: copy, scratch: learnScratch, depth: 1, runs: 1 })
    const recorded = await readFile(join(learnScratch, 'failures', failurePath), 'utf8').catch(() => '')
    return readCampaignSettings(recorded)
  } finally {
    await removeSandboxRoot(root)
  }
}
