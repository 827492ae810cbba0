import type { FraudEvidence, SliceEvidence } from '../protocol/fraudEvidence.ts'
import { leafHash } from '../protocol/leaf.ts'
import { merkleVerify } from '../protocol/merkle.ts'
import { jobId, leaseId, messageHash } from '../protocol/messages.ts'
import { shardSpecDigest } from '../protocol/shardSpec.ts'
import { isSignedBy } from '../protocol/signing.ts'
import { sliceResultDigest } from '../protocol/sliceResult.ts'
import { compareSlice } from './compareSlice.ts'

/**
 * Why a piece of evidence shows nothing, or undefined when it is sound. A sound mismatch still has to be re-run by whoever
 * judges it: that the accused signed this leaf is proven here, that the leaf is wrong is not. A sound equivocation is proof.
 */
export async function checkEvidence(evidence: FraudEvidence): Promise<string | undefined> {
  const { venue, intent, lease } = evidence
  const { message } = lease
  const job = jobId(intent)
  if (message.job !== job) return 'the lease is not of the job that the intent opens'
  if (!(await isSignedBy(intent.jobKey, venue, 'Lease', message, lease.signature)))
    return 'the lease is not signed by the job key'
  const roots = evidence.kind === 'equivocation' ? evidence.roots : [evidence.root]
  for (const root of roots) {
    const named = root.message
    if (named.job !== job || named.lease !== leaseId(message) || named.specDigest !== message.specDigest)
      return 'a root is for other work'
    if (!(await isSignedBy(message.worker, venue, 'Root', named, root.signature)))
      return 'a root is not signed by the accused'
  }
  if (evidence.kind !== 'equivocation') return checkSlice(evidence)
  const [first, second] = evidence.roots
  return messageHash('Root', first.message) === messageHash('Root', second.message)
    ? 'the two roots are the same'
    : undefined
}

async function checkSlice(evidence: SliceEvidence): Promise<string | undefined> {
  const { lease, root, spec, k, salt, proof, claim, reruns, receipt, venue, intent } = evidence
  const { message } = lease
  if (shardSpecDigest(spec) !== message.specDigest || spec.seeds.length !== message.slices)
    return 'the specification is not the one of the lease'
  if (receipt !== null) {
    const dated = receipt.message
    const fits = dated.lease === leaseId(message) && dated.rootMessage === messageHash('Root', root.message)
    if (!fits || !(await isSignedBy(intent.jobKey, venue, 'Receipt', dated, receipt.signature)))
      return 'the receipt is not the job key’s for this root'
  }
  if (k >= root.message.done) return 'the root does not claim this slice'
  const leaf = leafHash({
    specDigest: message.specDigest,
    worker: message.worker,
    k,
    executions: claim.result.executions,
    resultDigest: sliceResultDigest(claim.result),
    corpusDigest: claim.corpusDigest,
    salt,
  })
  if (!merkleVerify(root.message.root, leaf, k, message.slices, proof)) return 'the claim is not in the signed root'
  const [first, second] = reruns
  if (evidence.kind === 'nondeterminism')
    return compareSlice(first, second) === 'mismatch' ? undefined : 'the two re-runs do not disagree'
  if (compareSlice(first, second) !== 'match') return 'the two re-runs do not agree'
  return compareSlice(claim, first) === 'mismatch' ? undefined : 'the claim does not differ from the re-runs'
}
