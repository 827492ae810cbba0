import { join } from 'node:path'
import type { FraudEvidence, SliceEvidence } from '../protocol/fraudEvidence.ts'
import type { JobSecrets } from '../protocol/jobSecrets.ts'
import { leafHash } from '../protocol/leaf.ts'
import { merkleProof } from '../protocol/merkle.ts'
import type { Intent, Root, Venue } from '../protocol/messages.ts'
import { toWire, zBytes32, zeroBytes32 } from '../protocol/primitives.ts'
import type { ShardSpec } from '../protocol/shardSpec.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import { sliceResultDigest } from '../protocol/sliceResult.ts'
import type { SliceClaim } from '../verify/compareSlice.ts'
import type { SignedLease } from './jobLedger.ts'
import { writeWhole } from './projectState.ts'

/** What every piece of evidence of a job holds. */
export interface EvidenceTerms {
  readonly venue: Venue
  readonly intent: Intent
  readonly secrets: Pick<JobSecrets, 'jobKey'>
}

async function commonParts(lease: SignedLease, { venue, intent, secrets }: EvidenceTerms) {
  // The same bytes as when it was leased: signatures here are a function of key and message (RFC 6979).
  const signature = await signMessageStruct(secrets.jobKey, venue, 'Lease', lease.message)
  return { v: 1 as const, venue, intent, lease: { message: lease.message, signature } }
}

/** What a court needs of one audited slice that did not agree. */
export async function sliceEvidence(
  kind: SliceEvidence['kind'],
  place: { readonly lease: SignedLease; readonly spec: ShardSpec; readonly k: number },
  found: { readonly reruns: readonly [SliceClaim, SliceClaim]; readonly text: string },
  terms: EvidenceTerms,
): Promise<SliceEvidence> {
  const { lease, spec, k } = place
  const { specDigest, worker, slices } = lease.message
  const leaves = lease.slices.map((record) =>
    leafHash({
      ...{ specDigest, worker, k: record.k, executions: record.result.executions },
      resultDigest: sliceResultDigest(record.result),
      ...{ corpusDigest: record.corpusDigest, salt: record.salt },
    }),
  )
  const claimOf = ({ corpusDigest, result }: SliceClaim): SliceClaim => ({ corpusDigest, result })
  const record = lease.slices[k]!
  return {
    kind,
    ...(await commonParts(lease, terms)),
    root: { message: lease.root!, signature: lease.rootSignature! },
    receipt: lease.receipt,
    ...{ spec, k, salt: record.salt },
    proof: [
      ...merkleProof(
        Array.from({ length: slices }, (_, i) => leaves[i] ?? zeroBytes32),
        k,
      ),
    ],
    claim: claimOf(record),
    reruns: [claimOf(found.reruns[0]), claimOf(found.reruns[1])],
    text: found.text,
  }
}

/** Two signed roots of one lease. */
export async function equivocationEvidence(
  lease: SignedLease,
  second: { readonly message: Root; readonly signature: `0x${string}` },
  terms: EvidenceTerms,
): Promise<FraudEvidence> {
  const first = { message: lease.root!, signature: lease.rootSignature! }
  return { kind: 'equivocation', ...(await commonParts(lease, terms)), roots: [first, second] }
}

/** Keeps evidence in the state folder, one file for each lease and place. @returns its path */
export async function saveEvidence(stateDir: string, evidence: FraudEvidence): Promise<string> {
  const place = evidence.kind === 'equivocation' ? 'roots' : `slice-${evidence.k}`
  const root = evidence.kind === 'equivocation' ? evidence.roots[0] : evidence.root
  const name = `${zBytes32.parse(root.message.lease).slice(2, 18)}-${place}-${evidence.kind}.json`
  const path = join(stateDir, 'evidence', zBytes32.parse(root.message.job), name)
  await writeWhole(path, `${toWire(evidence)}\n`)
  return path
}
