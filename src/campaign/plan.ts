import { z } from 'zod'
import { documentDigest } from '../protocol/digest.ts'
import { zHostileText } from '../protocol/finding.ts'
import { type Bytes32, zBytes32, zCount, zUint32, zUnits } from '../protocol/primitives.ts'
import { zInvocation, zLayer, zPinnedProgram } from '../protocol/shardSpec.ts'
import { zSliceLimits } from '../protocol/sliceLimits.ts'

/** What the plan knows of one target. */
export const zPlannedTarget = z.strictObject({
  id: zHostileText,
  kind: z.enum(['fuzz', 'invariant']),
  path: zHostileText,
  contract: zHostileText,
  test: zHostileText,
  line: zCount.nullable(),
  inline: z.strictObject({ runs: zCount.nullable(), depth: zCount.nullable() }),
  /** `low-entropy`: runs on the runner because its digests prove little; `fork`, `ffi`: it needs what workers never have. */
  where: z.enum(['pool', 'runner']),
  why: z.enum(['low-entropy', 'fork', 'ffi']).nullable(),
  /** Runs of this target over all slices of the plan. */
  plannedRuns: zCount,
})

/** Slices of one exact invocation. */
export const zPlannedShard = z.strictObject({
  index: zUint32,
  invocation: zUint32,
  slices: zUint32,
  /** CPU seconds by calibration, in milliseconds. */
  estimatedMs: zCount,
})

/**
 * A burst before it has a nonce: a pure function of project, options and calibration. `planDigest` is what the intent's
 * jobHash covers.
 */
export const zPlan = z.strictObject({
  v: z.literal(1),
  /** Digest over the layers. */
  project: zBytes32,
  engine: zPinnedProgram,
  shim: zPinnedProgram,
  layers: z.array(zLayer),
  limits: zSliceLimits,
  invocations: z.array(z.strictObject({ invocation: zInvocation, sliceMs: zCount })),
  targets: z.array(zPlannedTarget),
  /** Shards for workers. */
  shards: z.array(zPlannedShard),
  /** Shards that only the runner runs (targets with `where: runner`), after the others; indexes go on. */
  runnerShards: z.array(zPlannedShard),
  money: z.strictObject({ slotPriceUnits: zUnits, finderReserveUnits: zUnits, maxSpendUnits: zUnits.nullable() }),
  /** What the limits cut off, so that a report never calls a shortened campaign whole. */
  cut: z.array(z.strictObject({ by: z.enum(['max-time', 'max-spend', 'budget', 'slice-limit']), text: z.string() })),
})
export type Plan = z.output<typeof zPlan>
export type PlannedTarget = z.output<typeof zPlannedTarget>
export type PlannedShard = z.output<typeof zPlannedShard>

/** The digest of a plan. */
export function planDigest(plan: Plan): Bytes32 {
  return documentDigest('plan', plan)
}
