import { z } from 'zod'
import { documentDigest } from './digest.ts'
import { zFinding, zHostileText } from './finding.ts'
import { type Bytes32, zBytes32, zCount } from './primitives.ts'
import { sliceLimitNames } from './sliceLimits.ts'

/** What became of one target in one slice. */
export const zTargetResult = z.strictObject({
  target: zHostileText,
  status: z.enum(['passed', 'failed', 'skipped']),
  /** Inputs (stateless) or calls (stateful) that the engine executed for this target. */
  executions: zCount,
  /** Digest over everything the engine deterministically says of this target, the trace of its last run included. */
  evidence: zBytes32,
  finding: zFinding.nullable(),
})
export type TargetResult = z.output<typeof zTargetResult>

/** How the engine's process ended. Only `completed` can count as a pass. */
export const zSliceOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('completed') }),
  z.strictObject({ kind: z.literal('limit'), limit: z.enum(sliceLimitNames) }),
  /** The engine failed or printed what cannot be read. `detail` is untrusted and stays out of the digest. */
  z.strictObject({ kind: z.literal('engine-error'), exitCode: z.number().int().nullable() }),
])
export type SliceOutcome = z.output<typeof zSliceOutcome>

/** The result document of one slice: its digest is what two honest machines must agree on. */
export const zSliceResult = z.strictObject({
  v: z.literal(1),
  outcome: zSliceOutcome,
  executions: zCount,
  /** Ordered by target, by UTF-16 code units. */
  targets: z.array(zTargetResult).max(20_000),
})
export type SliceResult = z.output<typeof zSliceResult>

/** The digest that a leaf holds as `resultDigest`. */
export function sliceResultDigest(result: SliceResult): Bytes32 {
  return documentDigest('slice-result', result)
}
