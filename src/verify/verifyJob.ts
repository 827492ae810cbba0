import type { JobId } from '../protocol/primitives.ts'
import type { Publication } from '../protocol/transcript.ts'
import { checkAuditors } from './checkAuditors.ts'
import { checkAudits, type KnownShards, promisedPicks } from './checkAudits.ts'
import { checkLeases } from './checkLeases.ts'
import { type ChainFacts, checkPayouts } from './checkPayouts.ts'
import { checkPromises } from './checkPromises.ts'
import { type OpenedLease, openLease } from './openLease.ts'
import type { Problem } from './problem.ts'
import { shardWork } from './shardWork.ts'

/** What a job is checked against. */
export interface VerifyDeps {
  /** Null for a private pool, which has no chain. */
  readonly chain: ChainFacts | null
  /** Sealed results by lease, as the relay shows them to anybody; undefined when it has them no more. */
  readonly sealedResults: (lease: Publication['transcript']['leases'][number]) => Promise<Uint8Array | undefined>
  readonly known: KnownShards
}

/** A checked job. */
export interface VerifiedJob {
  readonly problems: readonly Problem[]
  readonly opened: ReadonlyMap<string, OpenedLease>
  readonly counts: {
    readonly leases: number
    readonly paidLeases: number
    /** Leases whose results anybody could open and hold against their root. */
    readonly opened: number
    /** Delivered, and not to be seen: findings kept private, or deleted by the relay. */
    readonly unseen: number
    readonly promisedAudits: number
    readonly audits: number
    readonly paidUnits: bigint
  }
}

/**
 * Checks everything of a finished job that can be checked from what is public: nothing that the requester, a worker or the relay
 * says is believed because it said it. Runs nothing; see replayAudits for that.
 */
export async function verifyJob(job: JobId, publication: Publication, deps: VerifyDeps): Promise<VerifiedJob> {
  const problems: Problem[] = []
  const complain = (problem: Omit<Problem, 'lease'> & { readonly lease?: Problem['lease'] }): void => {
    problems.push({ lease: null, ...problem })
  }
  const { transcript, settlement } = publication
  const work = shardWork(publication)
  if (transcript.job !== job) complain({ what: 'promise', who: 'relay', text: 'the relay showed another job' })
  await checkPromises(publication, complain)
  await checkLeases(publication, complain)
  const opened = new Map<`0x${string}`, OpenedLease>()
  for (const entry of transcript.leases) {
    const sealed = entry.results === null ? undefined : await deps.sealedResults(entry)
    const result = await openLease(entry, work(entry.shard), sealed)
    opened.set(entry.lease, result)
    const isRefused = settlement.lines.some(({ lease, reason }) => lease === entry.lease && reason === 'noResults')
    if (result.kind === 'bad' && !isRefused)
      complain({ what: 'results', who: result.who, lease: entry.lease, text: result.why })
  }
  checkAudits(publication, deps.known, complain)
  checkAuditors(publication, opened, complain)
  checkPayouts(publication, opened, deps.chain, complain)
  const kinds = [...opened.values()].map(({ kind }) => kind)
  const paid = settlement.lines.filter(({ reason }) => reason === 'full' || reason === 'partial')
  return {
    problems,
    opened,
    counts: {
      leases: transcript.leases.length,
      paidLeases: paid.length,
      opened: kinds.filter((kind) => kind === 'opened').length,
      unseen: kinds.filter((kind) => kind === 'sealed' || kind === 'lost').length,
      promisedAudits: transcript.leases.reduce(
        (sum, entry) => sum + promisedPicks(entry, settlement.message.auditSecret).length,
        0,
      ),
      audits: transcript.audits.length,
      paidUnits: settlement.message.total,
    },
  }
}
