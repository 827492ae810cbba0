import { readFile } from 'node:fs/promises'
import { fetchPublicBlob } from '../pool/fetchPublication.ts'
import { sha256 } from '../protocol/digest.ts'
import { type FraudEvidence, type SliceEvidence, zFraudEvidence } from '../protocol/fraudEvidence.ts'
import { jobId, messageHash } from '../protocol/messages.ts'
import { removeSandboxRoot } from '../sandbox/sandboxRoot.ts'
import { checkEvidence } from '../verify/checkEvidence.ts'
import { describeDifference } from '../verify/compareSlice.ts'
import { type AuditVerdict, auditSlice } from './auditSlice.ts'
import { EvidenceUnreadable } from './errors.ts'
import { localQueue } from './localQueue.ts'
import { openBench, type ReplayWorld } from './replayAudits.ts'

/** A file is read up to this size: one slice of every target with its findings, three times, and some signatures. */
const EVIDENCE_LIMIT_BYTES = 64 * 2 ** 20

/**
 * What a piece of evidence is worth.
 * - `broken`: it shows nothing
 * - `accusation`: signatures and roots hold; whether the claim is wrong is for a re-run to say
 * - `proof`: it stands by itself, or a re-run here bore it out
 * - `refuted`: a re-run here agrees with the accused
 * - `open`: this machine can say nothing: its own re-runs differ, or did not complete
 */
export type EvidenceWorth = 'broken' | 'accusation' | 'proof' | 'refuted' | 'open'

/** A piece of evidence, checked. */
export interface EvidenceReport {
  readonly worth: EvidenceWorth
  readonly evidence: FraudEvidence
  /** Why it shows nothing, what differs, or why nothing can be said. */
  readonly text: string
  /** What was signed by whom, each seen to hold. Empty when it is broken. */
  readonly holds: readonly string[]
  /** Named by its own digest, so that two people can tell that they talk of the same file. */
  readonly digest: string
}

/** @throws EvidenceUnreadable */
export async function loadEvidence(path: string): Promise<{ evidence: FraudEvidence; digest: string }> {
  try {
    const bytes = await readFile(path)
    if (bytes.length > EVIDENCE_LIMIT_BYTES) throw new RangeError(`${bytes.length} bytes`)
    return { evidence: zFraudEvidence.parse(JSON.parse(bytes.toString('utf8'))), digest: sha256(bytes) }
  } catch (cause) {
    throw new EvidenceUnreadable(path, cause)
  }
}

/** Holds a piece of evidence against itself. Runs nothing. */
export async function readEvidence(path: string): Promise<EvidenceReport> {
  const { evidence, digest } = await loadEvidence(path)
  const flaw = await checkEvidence(evidence)
  if (flaw !== undefined) return { worth: 'broken', evidence, text: flaw, holds: [], digest }
  const holds = whatHolds(evidence)
  if (evidence.kind === 'equivocation')
    return {
      worth: 'proof',
      evidence,
      text: 'two different roots for one lease, both signed by its worker',
      holds,
      digest,
    }
  const { claim, reruns } = evidence
  const text =
    evidence.kind === 'audit-mismatch'
      ? describeDifference(claim, reruns[0])
      : `the requester's own re-runs disagree (${describeDifference(reruns[1], reruns[0])}): nobody is accused`
  return { worth: 'accusation', evidence, text, holds, digest }
}

/** What the checks of {@link checkEvidence} have shown, in words. */
function whatHolds(evidence: FraudEvidence): string[] {
  const { lease } = evidence
  const common = [
    'the intent opens this job and names its job key',
    `the job key signed the lease of slot ${lease.message.slot} to ${lease.message.worker}`,
  ]
  if (evidence.kind === 'equivocation') return [...common, 'the worker signed both roots, and they differ']
  const { receipt, k, root } = evidence
  return [
    ...common,
    `the worker signed a root over ${root.message.done} of ${lease.message.slices} slices`,
    `the claim is leaf ${k} of that root, for the specification that was leased`,
    ...(receipt === null
      ? []
      : [`the job key dated the root ${new Date(receipt.message.receivedAt * 1_000).toISOString()}`]),
  ]
}

/**
 * Runs the slice that a sound accusation is about again, from the layers that its worker got.
 * @throws LayersGone when the relay shows them no more
 */
export async function replayEvidence(
  report: EvidenceReport,
  relay: string,
  world: Omit<ReplayWorld, 'layer' | 'jobs' | 'onSlice' | 'ownClass'>,
  fetchPage: typeof fetch,
): Promise<EvidenceReport> {
  const { evidence } = report
  if (report.worth !== 'accusation' || evidence.kind === 'equivocation') return report
  const { spec, k, claim, intent } = evidence
  const job = jobId(intent)
  const layer: ReplayWorld['layer'] = ({ digest, bytes }) => fetchPublicBlob(relay, job, digest, bytes, fetchPage)
  const bench = await openBench(spec.layers, { layer })
  try {
    const { engine, sandbox, signal } = world
    const workbench = { sandbox, projectDir: bench.projectDir }
    const queue = localQueue(1)
    const verdict = await auditSlice(spec, k, claim, { engine, workbench, queue, ...(signal && { signal }) })
    return { ...report, ...worthOf(evidence, verdict) }
  } finally {
    await removeSandboxRoot(bench.root)
  }
}

function worthOf({ kind }: SliceEvidence, verdict: AuditVerdict): Pick<EvidenceReport, 'worth' | 'text'> {
  if (verdict.kind === 'agreed') {
    const text = 'run again here, the slice gives what the worker claims'
    return { worth: kind === 'audit-mismatch' ? 'refuted' : 'open', text }
  }
  if (verdict.kind === 'void') return { worth: kind === 'nondeterminism' ? 'proof' : 'open', text: verdict.why }
  const text = `run again here, twice, the slice gives another result (${verdict.difference})`
  return { worth: kind === 'audit-mismatch' ? 'proof' : 'open', text }
}

/** Names the accused root, for people who compare it with what the worker shows. */
export function rootName(evidence: FraudEvidence): string {
  const root = evidence.kind === 'equivocation' ? evidence.roots[0] : evidence.root
  return messageHash('Root', root.message)
}
