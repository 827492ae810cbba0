import type { EscrowReader } from '../escrow/escrow.ts'
import { isSettlementOf } from '../escrow/settlementHash.ts'
import { fetchPublication, fetchPublicBlob } from '../pool/fetchPublication.ts'
import { fetchWorkerRecord } from '../pool/fetchWorkerRecord.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import type { Venue } from '../protocol/messages.ts'
import type { Bytes32, JobId } from '../protocol/primitives.ts'
import type { Publication } from '../protocol/transcript.ts'
import type { ChainFacts } from '../verify/checkPayouts.ts'
import { isSameVenue } from '../verify/checkPromises.ts'
import type { Problem } from '../verify/problem.ts'
import { RESULTS_LIMIT_BYTES } from '../verify/readResults.ts'
import { recordTime } from '../verify/recordTime.ts'
import { type VerifiedJob, verifyJob } from '../verify/verifyJob.ts'
import { type Replayed, type ReplayWorld, replayAudits } from './replayAudits.ts'

/** Where a finished job is looked for. */
export interface VerifySource {
  readonly relay: string
  /** The escrow that the job is held against. Asked for chain jobs only. */
  readonly escrow: () => Promise<EscrowReader>
  readonly fetch: typeof fetch
}

/** Which slices shall run again, and with what. */
export interface ReplayOrder {
  readonly which: 'audited' | 'all'
  readonly world: Omit<ReplayWorld, 'layer'>
}

/** A finished job, checked. */
export interface VerifiedReport {
  readonly job: JobId
  /** No problem was found. */
  readonly holds: boolean
  /** Nothing was kept from view, and every re-run proved something. */
  readonly whole: boolean
  /** Null for a private pool. */
  readonly venue: Venue | null
  readonly problems: readonly Problem[]
  readonly counts: VerifiedJob['counts']
  readonly replayed: Pick<Replayed, 'slices' | 'unproven'> | null
}

/**
 * Checks a finished job from what its relay and its chain show to anybody.
 * @param order null: nothing is run again
 * @throws the coded errors of relay and escrow, LayersGone
 */
export async function verifyAtRelay(
  job: JobId,
  source: VerifySource,
  order: ReplayOrder | null,
): Promise<VerifiedReport> {
  const publication = await fetchPublication(source.relay, job, source.fetch)
  const { venue } = publication.document
  const escrow = venue.chainId === 0 ? null : await source.escrow()
  const verified = await verifyJob(job, publication, {
    chain: escrow && (await chainFacts(escrow, job)),
    sealedResults: ({ results }) => sealedResults(source, job, results!.digest),
    known: await knownShards(source, publication),
  })
  const replayed =
    order &&
    (await replayAudits(publication, verified.opened, order.which, {
      ...order.world,
      layer: ({ digest, bytes }) => fetchPublicBlob(source.relay, job, digest, bytes, source.fetch),
    }))
  const foreign: Problem = {
    ...{ what: 'chain', who: 'relay', lease: null },
    text: 'the job is of another chain or escrow than the one asked',
  }
  const isForeign = escrow !== null && !isSameVenue(escrow.venue, venue)
  const problems = [...(isForeign ? [foreign] : []), ...verified.problems, ...(replayed?.problems ?? [])]
  return {
    job,
    holds: problems.length === 0,
    whole: verified.counts.unseen === 0 && (replayed?.unproven ?? 0) === 0,
    venue: venue.chainId === 0 ? null : venue,
    problems,
    counts: verified.counts,
    replayed: replayed && { slices: replayed.slices, unproven: replayed.unproven },
  }
}

/** Other bytes than were delivered are for the check to name, not an end of it. */
async function sealedResults(source: VerifySource, job: JobId, digest: Bytes32): Promise<Uint8Array | undefined> {
  try {
    return await fetchPublicBlob(source.relay, job, digest, RESULTS_LIMIT_BYTES, source.fetch)
  } catch (error) {
    if (isFuzzburstError(error) && error.code === 'FB3104') return new Uint8Array()
    throw error
  }
}

async function chainFacts(escrow: EscrowReader, job: JobId): Promise<ChainFacts> {
  const view = await escrow.job(job)
  if (view === undefined) return { state: 'unknown', jobKey: '', isSettledAs: null, totalUnits: 0n }
  return { ...view, isSettledAs: view.settlementHash === null ? null : (tree) => isSettlementOf(view, tree) }
}

/** From the relay's records. It could lie for a worker it favours, down to the floor: the jobs that it names can be looked up. */
async function knownShards(
  source: VerifySource,
  { document, transcript }: Publication,
): Promise<ReadonlyMap<string, number>> {
  const known = new Map<string, number>()
  for (const worker of new Set(transcript.leases.map(({ message }) => message.worker))) {
    const record = await fetchWorkerRecord(source.relay, worker, recordTime(document.intent), source.fetch)
    known.set(worker, record.paidShards)
  }
  return known
}
