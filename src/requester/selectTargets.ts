import type { Discovery } from '../engines/engine.ts'
import type { Report } from '../report/report.ts'
import type { BurstDeps } from './burstDeps.ts'
import type { BurstRequest } from './burstRequest.ts'
import type { Built } from './prepareBurst.ts'

/** Targets that are left, and what is said about it. */
export interface SelectedTargets {
  readonly discovery: Discovery
  /** Null when nothing was to be chosen. */
  readonly selection: Report['selection']
}

/**
 * Leaves the targets that a change can affect. Whenever that is not sure, all are left and the reason is given: a test too
 * many costs time, one too few hides a bug.
 */
export async function selectTargets(
  { project, discovery }: Pick<Built, 'project' | 'discovery'>,
  changed: BurstRequest['changed'],
  deps: Pick<BurstDeps, 'engine'>,
): Promise<SelectedTargets> {
  if (changed === undefined) return { discovery, selection: null }
  const of = discovery.targets.length + discovery.runnerOnly.length
  const all = (why: string): SelectedTargets => ({
    discovery,
    selection: { kind: 'all', chosen: of, of, why: why.slice(0, 2_000).toWellFormed() },
  })
  if ('unknown' in changed) return all(`all, because ${changed.unknown}.`)
  const affected = await deps.engine.affected(project, changed)
  if (affected.kind === 'all') return all(`all, because ${affected.why}.`)
  const targets = discovery.targets.filter(({ path }) => affected.paths.has(path))
  const runnerOnly = discovery.runnerOnly.filter(({ target }) => affected.paths.has(target.path))
  const chosen = targets.length + runnerOnly.length
  const sources = changed.filter(({ path }) => affected.paths.has(path)).length
  const why =
    sources === 0
      ? 'no source of this project changed.'
      : `those that depend on the ${sources === 1 ? 'source' : `${sources} sources`} that changed.`
  return { discovery: { ...discovery, targets, runnerOnly }, selection: { kind: 'affected', chosen, of, why } }
}
