import { isFuzzburstError } from '../protocol/errors.ts'
import type { Report, ReportFinding } from '../report/report.ts'
import { targetsOf } from './burstBoard.ts'
import type { BurstDeps } from './burstDeps.ts'
import type { BurstOptions } from './options.ts'
import { type Built, buildProject } from './prepareBurst.ts'
import { replayInvocation } from './replayInvocation.ts'
import { benchForTarget } from './workbench.ts'

/** The commit that a change is compared with, on this machine. */
export interface BaseProject {
  readonly commit: string
  /** Absolute path of the project's root as of that commit. */
  readonly root: string
  /** In what it may differ from that commit, in words; empty when in nothing. */
  readonly caveat: string
}

/** Replays of an input that did not fail each time; one is enough for what fails always. */
const FLAKY_REPLAYS = 10
/** Findings that are replayed on the base; more say nothing new and take their time. */
const BASE_REPLAYS_LIMIT = 50

type Origin = Pick<ReportFinding, 'origin' | 'originWhy'>

/**
 * The report with the origin of each finding: executed on the base commit as well, those that fail there too are not this
 * change's doing. The verdict is `failed` only for what is new, or may be. A base that cannot be had or does not build
 * leaves findings `unknown`, which counts as new.
 * @param base the base, or why there is none
 */
export async function replayOnBase(
  report: Report,
  base: BaseProject | { readonly unavailable: string },
  options: BurstOptions,
  deps: BurstDeps,
): Promise<Report> {
  if (report.findings.length === 0) return report
  if ('unavailable' in base)
    return withOrigins(
      report,
      report.findings.map(() => unknown(base.unavailable)),
    )
  const short = base.commit.slice(0, 12)
  deps.say(`executing ${report.findings.length} finding(s) on the base commit ${short} as well`)
  let built: Built
  try {
    const { match: _match, ...all } = options
    built = await buildProject(base.root, all, deps)
  } catch (error) {
    if (!isFuzzburstError(error)) throw error
    // A base without any property is no failure: whatever fails now is new.
    const origin =
      error.code === 'FB1003'
        ? { origin: 'new' as const, originWhy: `The base commit ${short} has no such property.` }
        : unknown(`The base commit ${short} could not be built (${error.code}: ${error.summary})`)
    return withOrigins(
      report,
      report.findings.map(() => origin),
    )
  }
  try {
    const origins: Origin[] = []
    for (const [i, finding] of report.findings.entries())
      origins.push(
        i < BASE_REPLAYS_LIMIT
          ? await originOf(finding, built, { ...base, short }, deps)
          : unknown(`Only the first ${BASE_REPLAYS_LIMIT} findings were executed on the base commit.`),
      )
    return withOrigins(report, origins)
  } finally {
    await built.bench.close()
  }
}

async function originOf(
  { finding, replays, reproduced }: ReportFinding,
  built: Built,
  base: BaseProject & { readonly short: string },
  deps: BurstDeps,
): Promise<Origin> {
  const target = targetsOf(built).get(finding.target)
  const caveat = base.caveat === '' ? '' : ` (${base.caveat})`
  if (target === undefined)
    return { origin: 'new', originWhy: `The base commit ${base.short} has no such property${caveat}.` }
  const why = built.discovery.runnerOnly.find((one) => one.target === target)?.why ?? null
  const bench = benchForTarget(built.bench, why)
  const tries = reproduced < replays ? FLAKY_REPLAYS : 1
  for (let i = 0; i < tries; i++) {
    if (deps.signal?.aborted) return unknown('The burst was stopped before the base commit was tried.')
    const invocation = replayInvocation(deps.engine, target, built.project)
    const replay = await deps.engine.replay({ ...bench, invocation, target, finding })
    if (replay.reproduced)
      return { origin: 'pre-existing', originWhy: `The base commit ${base.short} fails on this input too${caveat}.` }
  }
  return { origin: 'new', originWhy: `The base commit ${base.short} does not fail on this input${caveat}.` }
}

function unknown(why: string): Origin {
  return { origin: 'unknown', originWhy: why.slice(0, 1_000).toWellFormed() }
}

/** Sets origins and the verdict that follows from them. Pure. */
export function withOrigins(report: Report, origins: readonly Origin[]): Report {
  const findings = report.findings.map((finding, i) => ({ ...finding, ...origins[i] }))
  const isFailed = findings.some(({ origin }) => origin !== 'pre-existing')
  if (findings.length === 0 || isFailed) return { ...report, findings }
  return { ...report, findings, verdict: report.verdictReasons.length > 0 ? 'neutral' : 'passed' }
}
