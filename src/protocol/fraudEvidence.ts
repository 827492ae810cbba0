import { z } from 'zod'
import { zHostileText } from './finding.ts'
import { zIntent, zLease, zReceipt, zRoot, zVenue } from './messages.ts'
import { zBytes32, zSignature, zUint32 } from './primitives.ts'
import { zShardSpec } from './shardSpec.ts'
import { zSliceResult } from './sliceResult.ts'

const zSignedRoot = z.strictObject({ message: zRoot, signature: zSignature })

/** What one machine got for one slice. */
const zClaim = z.strictObject({ corpusDigest: zBytes32, result: zSliceResult })

const common = {
  v: z.literal(1),
  venue: zVenue,
  /** Opens the job: its hash is the job's name, and names the job key. */
  intent: zIntent,
  lease: z.strictObject({ message: zLease, signature: zSignature }),
}

const sliceParts = {
  ...common,
  root: zSignedRoot,
  /** The requester's dated word for the root, if it gave one. */
  receipt: z.strictObject({ message: zReceipt, signature: zSignature }).nullable(),
  spec: zShardSpec,
  k: zUint32,
  salt: zBytes32,
  /** Shows that the claimed leaf stands at place k under the signed root. */
  proof: z.array(zBytes32).max(32),
  claim: zClaim,
  /** Two runs of the same slice on the accuser's machine. */
  reruns: z.tuple([zClaim, zClaim]),
  text: zHostileText,
}

/**
 * What a requester keeps for a court: everything that the accused signed, and everything that another machine needs to run the
 * slice again. Nothing in it has to be believed.
 * - `audit-mismatch`: two re-runs agree with each other and not with the signed leaf
 * - `nondeterminism`: two re-runs disagree. Nobody is accused: the engine, for this class of machines, is not bit-exact here
 * - `equivocation`: two different signed roots for one lease: proof by themselves
 */
export const zFraudEvidence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('audit-mismatch'), ...sliceParts }),
  z.strictObject({ kind: z.literal('nondeterminism'), ...sliceParts }),
  z.strictObject({ kind: z.literal('equivocation'), ...common, roots: z.tuple([zSignedRoot, zSignedRoot]) }),
])
export type FraudEvidence = z.output<typeof zFraudEvidence>
export type SliceEvidence = Exclude<FraudEvidence, { kind: 'equivocation' }>
