import { z } from 'zod'
import { zFinding, zHostileText } from '../protocol/finding.ts'
import { zAddress, zBytes32, zCount, zTimestamp, zUint32, zUnits } from '../protocol/primitives.ts'
import { zAuditEntry } from '../protocol/transcript.ts'

/** Points of a report's timeline. */
export const TIMELINE_POINTS = 60

export const zFindingId = z.string().regex(/^F-[0-9a-f]{8}$/)

/** Which targets a change can affect. */
const zSelection = z.strictObject({
  kind: z.enum(['all', 'affected']),
  chosen: zCount,
  of: zCount,
  why: z.string().max(2_000),
})

const zSourcePlace = z.strictObject({ path: zHostileText, line: zCount })

/** One finding as it is shown: it was replayed before it got here. */
export const zReportFinding = z.strictObject({
  /** Short, stable over shards, workers, seeds and reruns: from property, failing place and normalised reason. */
  id: zFindingId,
  title: zHostileText,
  contract: zHostileText,
  test: zHostileText,
  kind: z.enum(['fuzz', 'invariant']),
  finding: zFinding,
  /** Line of the property. */
  property: zSourcePlace.nullable(),
  /** Where it reverted. */
  failure: zSourcePlace.nullable(),
  /** `reproduced` of `replays` replays showed the same failure. */
  replays: zCount,
  reproduced: zCount,
  /** One execution of the input, as the engine prints it; cut when long. */
  trace: z.string().max(70_000),
  /** Set when a Solidity test was written, compiled and seen to fail. */
  repro: z.strictObject({ fileName: z.string().max(255), source: z.string(), forgeCommand: z.string() }).nullable(),
  /** Why there is no repro test. */
  reproImpossible: z.string().nullable(),
  /** The command that was run before it is shown. */
  replayCommand: z.string(),
  /** Slices whose leaves contain it. */
  slices: z.array(z.strictObject({ shard: zUint32, k: zUint32, worker: zAddress.nullable() })),
  /**
   * Whether the commit that a change is compared with fails on the same input: `pre-existing` when it does, `unknown` when
   * that could not be found out. Null when there was nothing to compare with.
   */
  origin: z.enum(['new', 'pre-existing', 'unknown']).nullable().default(null),
  /** How the origin was found out, or why not, in words. */
  originWhy: z.string().max(1_000).nullable().default(null),
})
export type ReportFinding = z.output<typeof zReportFinding>

export const zReportTarget = z.strictObject({
  id: zHostileText,
  kind: z.enum(['fuzz', 'invariant']),
  property: zSourcePlace.nullable(),
  /** `not-run` is never green. */
  status: z.enum(['passed', 'failed', 'not-run', 'engine-error']),
  executions: zCount,
  where: z.enum(['pool', 'runner']),
  why: z.enum(['low-entropy', 'fork', 'ffi', 'fallback', 'local']).nullable(),
})

export const zReportWorker = z.strictObject({
  worker: zAddress,
  slicesDone: zCount,
  earnedUnits: zUnits,
  cpuSeconds: z.number().min(0),
  /** Reasons for which slots of this worker were not paid. */
  refused: z.array(z.strictObject({ slot: zUint32, reason: z.string(), text: z.string() })),
})

/** The outcome of a burst: every surface is rendered from this one value. Published as a JSON Schema, version in `v`. */
export const zReport = z.strictObject({
  v: z.literal(1),
  tool: z.strictObject({ name: z.literal('fuzzburst'), version: z.string() }),
  /** `neutral`: nothing failed but not everything ran. */
  verdict: z.enum(['passed', 'failed', 'neutral']),
  /** A newer run for the same pull request took its place: it says nothing where that one does. */
  superseded: z.boolean().default(false),
  /** Why a neutral verdict is not green, in words. */
  verdictReasons: z.array(z.string()),
  mode: z.enum(['pool', 'local', 'fallback']),
  /** Why the pool was not used although it was asked for. */
  fallbackReason: z.string().nullable(),
  project: z.strictObject({ name: zHostileText, digest: zBytes32, commit: z.string().max(64).nullable() }),
  job: zBytes32.nullable(),
  startedAt: zTimestamp,
  finishedAt: zTimestamp,
  engine: z.strictObject({ name: z.string(), version: z.string(), userVersion: z.string().nullable() }),
  findings: z.array(zReportFinding),
  /** Which of the project's targets were run, and why those. Null when nothing was chosen: all of them. */
  selection: zSelection.nullable().default(null),
  /** Failing cases of earlier runs, executed again before anything else. Null when there were none. */
  earlier: z
    .strictObject({
      replayed: zCount,
      /** Those that fail no more. */
      passed: z.array(z.strictObject({ id: zFindingId, title: zHostileText })),
    })
    .nullable()
    .default(null),
  /** Inputs that reach new code, of coverage-guided invariants: before the burst, and kept for the next. Null without. */
  corpus: z.strictObject({ before: zCount, after: zCount }).nullable().default(null),
  /** How the burst went, at most {@link TIMELINE_POINTS} points: seconds since its start, and what there was by then. */
  timeline: z.array(z.strictObject({ second: zCount, executions: zCount, findings: zCount })).default([]),
  /** Failures that no replay showed again: listed, never counted. */
  unconfirmed: z.array(z.strictObject({ target: zHostileText, reason: zHostileText, slice: z.string() })),
  targets: z.array(zReportTarget),
  notes: z.array(z.strictObject({ kind: z.string(), text: zHostileText })),
  cut: z.array(z.strictObject({ by: z.string(), text: z.string() })),
  work: z.strictObject({
    shards: zCount,
    shardsDone: zCount,
    slices: zCount,
    slicesDone: zCount,
    executions: zCount,
    cpuSeconds: z.number().min(0),
    /** Slices that hit a limit or in which the engine failed, by kind. */
    limited: z.array(z.strictObject({ shard: zUint32, k: zUint32, what: z.string() })),
  }),
  audit: z.strictObject({
    slicesAudited: zCount,
    /** Of them, those that were compared with another worker's run instead of one of the requester's. */
    slicesAuditedByOthers: zCount.default(0),
    slicesDelivered: zCount,
    mismatches: z.array(z.strictObject({ lease: zBytes32, worker: zAddress, k: zUint32, text: z.string() })),
    /** Share of slices that each shard's audit re-ran on average. */
    alpha: z.number(),
    /** Smallest share of faked slices in one shard that the audits of the whole burst would have met with 99%. */
    bound: z.string(),
    /** Checks all audits and amounts from what was published; null when no pool was used. */
    verifyCommand: z.string().nullable(),
  }),
  /** Every slice that was run again, and what came of it. */
  audits: z.array(zAuditEntry),
  workers: z.array(zReportWorker),
  money: z
    .strictObject({
      symbol: z.string().max(32),
      decimals: zUint32,
      lockedUnits: zUnits,
      paidUnits: zUnits,
      relayerFeeUnits: zUnits,
      refundUnits: zUnits,
      /** What is left in the account; of a sponsor's, what the repository may still use this month. */
      balanceUnits: zUnits,
      /** Somebody else's account pays (docs/free-bursts.md). */
      sponsored: z.boolean().optional(),
      /** Limits on spending that hold for it, and what is left of each after it. `key-per-day`: the escrow's own for the key. */
      caps: z
        .array(
          z.strictObject({
            name: z.enum(['max-spend', 'max-spend-per-pr', 'max-spend-per-day', 'key-per-day']),
            capUnits: zUnits,
            leftUnits: zUnits,
          }),
        )
        .default([]),
      /** Null when nothing ran. */
      unitsPerFuzzHour: zUnits.nullable(),
      transactions: z.array(z.strictObject({ what: z.string(), hash: zBytes32 })),
    })
    .nullable(),
})
export type Report = z.output<typeof zReport>
