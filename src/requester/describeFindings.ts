import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildRequest, BuiltProject, ReproTest } from '../engines/engine.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import { findingId } from '../report/findingId.ts'
import type { Report, ReportFinding } from '../report/report.ts'
import type { BurstDeps } from './burstDeps.ts'
import type { Candidate, FindingLedger } from './findingLedger.ts'

/** Longest trace that goes into a report, in UTF-16 units. */
const TRACE_LIMIT = 64_000

/** Findings as they are shown, and the failures that no replay showed again. */
export interface Described {
  readonly findings: ReportFinding[]
  readonly unconfirmed: Report['unconfirmed']
}

/** Turns confirmed candidates into report findings: shortest input, repro test seen to fail, stable id, no doubles. */
export async function describeFindings(
  ledger: FindingLedger,
  project: BuiltProject,
  build: BuildRequest,
  deps: BurstDeps,
): Promise<Described> {
  await ledger.shorten()
  const byId = new Map<string, ReportFinding>()
  for (const candidate of ledger.candidates) {
    if (candidate.replay?.reproduced !== true || candidate.sources.length === 0) continue
    const id = idOf(candidate)
    const known = byId.get(id)
    if (known !== undefined) {
      known.slices.push(...slicesOf(candidate))
      continue
    }
    deps.say(`writing a repro test for ${id}`)
    byId.set(id, toReportFinding(id, candidate, await reproFor(candidate, project, build, deps)))
  }
  const unconfirmed = ledger.candidates
    .filter((candidate) => candidate.replay?.reproduced === false)
    .map((candidate) => ({
      target: candidate.target.id,
      reason: candidate.finding.reason,
      slice: candidate.sources
        .map((source) => `${source.shard}/${source.k}`)
        .join(', ')
        .slice(0, 200),
    }))
  return { findings: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), unconfirmed }
}

function idOf(candidate: Candidate): string {
  return findingId(candidate.target.id, candidate.replay?.location ?? null, candidate.finding.reason)
}

/** A repro that cannot be written is said in the report; it never costs the finding. */
async function reproFor(
  candidate: Candidate,
  project: BuiltProject,
  build: BuildRequest,
  deps: BurstDeps,
): Promise<ReproTest | { readonly impossible: string }> {
  try {
    return await deps.engine.writeRepro({
      project,
      build,
      target: candidate.target,
      finding: candidate.finding,
      sandbox: deps.sandbox,
    })
  } catch (error) {
    if (!isFuzzburstError(error)) throw error
    return { impossible: error.summary }
  }
}

function slicesOf(candidate: Candidate): ReportFinding['slices'] {
  return candidate.sources
    .map(({ shard, k, worker }) => ({ shard, k, worker }))
    .sort((a, b) => a.shard - b.shard || a.k - b.k)
}

function toReportFinding(
  id: string,
  candidate: Candidate,
  repro: ReproTest | { readonly impossible: string },
): ReportFinding {
  const { target, finding, replay } = candidate
  const written = 'impossible' in repro ? null : repro
  const trace = (replay?.trace ?? '').toWellFormed()
  return {
    id,
    title: `${target.contract}.${target.test.replace(/\(.*$/s, '')}: ${finding.reason}`.slice(0, 300).toWellFormed(),
    contract: target.contract,
    test: target.test,
    kind: target.kind,
    finding,
    property: target.line === null ? null : { path: target.path, line: target.line },
    failure: replay?.location ?? null,
    replays: candidate.replays,
    reproduced: candidate.replays,
    trace: trace.length > TRACE_LIMIT ? `${trace.slice(0, TRACE_LIMIT)}\n… cut` : trace,
    repro: written && { fileName: written.fileName, source: written.source, forgeCommand: written.command.join(' ') },
    reproImpossible: 'impossible' in repro ? repro.impossible : null,
    replayCommand: `fuzzburst replay ${id}`,
    slices: slicesOf(candidate),
  }
}

/** Leaves `repro/*.t.sol` in the folder, and nothing of an earlier burst. */
export async function writeRepros(dir: string, findings: readonly ReportFinding[]): Promise<void> {
  await rm(dir, { recursive: true, force: true })
  await mkdir(dir, { recursive: true })
  for (const { repro } of findings) {
    // File names are made by us from sanitised names, but they end in a path: check once more.
    if (repro !== null && /^[A-Za-z0-9_.-]+\.t\.sol$/.test(repro.fileName))
      await writeFile(join(dir, repro.fileName), repro.source)
  }
}
