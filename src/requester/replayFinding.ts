import type { Replay } from '../engines/engine.ts'
import type { Report, ReportFinding } from '../report/report.ts'
import type { BurstDeps } from './burstDeps.ts'
import { FindingUnknown } from './errors.ts'
import type { BurstOptions } from './options.ts'
import { buildProject } from './prepareBurst.ts'
import { replayInvocation } from './replayInvocation.ts'
import { benchForTarget } from './workbench.ts'

/** A finding of the report, executed again on the project as it is now. */
export interface ReplayedFinding {
  readonly finding: ReportFinding
  readonly replay: Replay
}

/** Builds the project and executes one finding's input once. @throws FindingUnknown and what building throws */
export async function replayFinding(
  root: string,
  report: Report,
  id: string,
  options: BurstOptions,
  deps: BurstDeps,
): Promise<ReplayedFinding> {
  const finding = report.findings.find((candidate) => candidate.id === id)
  if (finding === undefined)
    throw new FindingUnknown(
      id,
      report.findings.map((candidate) => candidate.id),
    )
  const built = await buildProject(root, { ...options, match: finding.finding.target }, deps)
  try {
    const { targets, runnerOnly } = built.discovery
    const target = [...targets, ...runnerOnly.map((entry) => entry.target)].find(
      (candidate) => candidate.id === finding.finding.target,
    )
    if (target === undefined) throw new FindingUnknown(id, [])
    const invocation = replayInvocation(deps.engine, target, built.project)
    const why = runnerOnly.find((one) => one.target === target)?.why ?? null
    const bench = benchForTarget(built.bench, why)
    const replay = await deps.engine.replay({ ...bench, invocation, target, finding: finding.finding })
    return { finding, replay }
  } finally {
    await built.bench.close()
  }
}
