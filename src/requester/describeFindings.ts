import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildRequest, BuiltProject, ReproTest, Target } from '../engines/engine.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import type { Finding } from '../protocol/finding.ts'
import { findingId } from '../report/findingId.ts'
import type { Report, ReportFinding } from '../report/report.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { BurstDeps } from './burstDeps.ts'
import type { Candidate, Confirmed, FindingLedger } from './findingLedger.ts'
import type { PreparedBurst } from './prepareBurst.ts'
import type { SliceSource } from './sliceSource.ts'

/** Longest trace that goes into a report, in UTF-16 units. */
const TRACE_LIMIT = 64_000

/** Findings as they are shown, and the failures that no replay showed again. */
export interface Described {
  readonly findings: ReportFinding[]
  readonly unconfirmed: Report['unconfirmed']
}

/**
 * Turns confirmed candidates into report findings: shortest input, repro test seen to fail, stable id, no doubles.
 * @param counts whether a slice is one that counts: a refused worker's word appears nowhere
 */
export async function describeFindings(
  ledger: FindingLedger,
  { project, build, bench }: Pick<PreparedBurst, 'project' | 'build' | 'bench'>,
  deps: BurstDeps,
  counts: { readonly slice: (source: SliceSource) => boolean; readonly vouched: (source: SliceSource) => boolean },
): Promise<Described> {
  await ledger.shorten(counts.vouched)
  await ledger.repeat(counts.vouched)
  // A stop order ends the campaign, not what is to be said of it.
  const { signal: _stop, ...unstopped } = build
  const byId = new Map<string, ReportFinding>()
  const unconfirmed: Report['unconfirmed'] = []
  for (const candidate of ledger.candidates) {
    const slices = candidate.sightings.filter(({ source }) => counts.slice(source)).map(({ source }) => placeOf(source))
    if (candidate.confirmed === null) {
      if (slices.length > 0) unconfirmed.push(unconfirmedEntry(candidate))
      continue
    }
    const id = findingId(candidate.target.id, candidate.confirmed.replay.location, candidate.confirmed.finding.reason)
    const known = byId.get(id)
    if (known !== undefined) {
      known.slices.push(...slices)
      continue
    }
    deps.say(`writing a repro test for ${id}`)
    const where = bench.reach.of(candidate.target.id)
    const repro = await reproFor(candidate.target, candidate.confirmed.finding, unstopped, deps, {
      project: where?.project ?? project,
      sandbox: where?.workbench.sandbox ?? deps.sandbox,
    })
    byId.set(id, toReportFinding(id, candidate.target, candidate.confirmed, slices, repro))
  }
  return { findings: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), unconfirmed }
}

function unconfirmedEntry({ target, sightings }: Candidate): Report['unconfirmed'][number] {
  const places = sightings.map(({ source }) => `${source.shard}/${source.k}`).join(', ')
  return { target: target.id, reason: sightings[0]!.finding.reason, slice: places.slice(0, 200) }
}

function placeOf({ shard, k, worker }: SliceSource): ReportFinding['slices'][number] {
  return { shard, k, worker }
}

/** A repro that cannot be written is said in the report; it never costs the finding. */
async function reproFor(
  target: Target,
  finding: Finding,
  build: BuildRequest,
  deps: BurstDeps,
  where: { readonly project: BuiltProject; readonly sandbox: Sandbox },
): Promise<ReproTest | { readonly impossible: string }> {
  try {
    return await deps.engine.writeRepro({ ...where, build, target, finding })
  } catch (error) {
    if (!isFuzzburstError(error)) throw error
    return { impossible: error.summary }
  }
}

function toReportFinding(
  id: string,
  target: Target,
  { finding, replay, replays, reproduced }: Confirmed,
  slices: ReportFinding['slices'],
  repro: ReproTest | { readonly impossible: string },
): ReportFinding {
  const written = 'impossible' in repro ? null : repro
  const trace = replay.trace.toWellFormed()
  return {
    id,
    title: `${target.contract}.${target.test.replace(/\(.*$/s, '')}: ${finding.reason}`.slice(0, 300).toWellFormed(),
    contract: target.contract,
    test: target.test,
    kind: target.kind,
    finding,
    property: target.line === null ? null : { path: target.path, line: target.line },
    failure: replay.location,
    replays,
    reproduced,
    trace: trace.length > TRACE_LIMIT ? `${trace.slice(0, TRACE_LIMIT)}\n… cut` : trace,
    repro: written && { fileName: written.fileName, source: written.source, forgeCommand: written.command.join(' ') },
    reproImpossible: 'impossible' in repro ? repro.impossible : null,
    replayCommand: `fuzzburst replay ${id}`,
    slices: slices.sort((a, b) => a.shard - b.shard || a.k - b.k),
    origin: null,
    originWhy: null,
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
