import type { Address } from 'viem'
import type { AuditRate } from '../protocol/transcript.ts'
import { auditRatePpm } from '../verify/credibility.ts'
import type { JobLedger, SignedLease } from './jobLedger.ts'

/** Shards of a worker that were paid since its last strike, before this job was opened; 0 when nobody knows. */
export type PaidShards = (worker: Address) => Promise<number>

/**
 * The audit rate of each shard: from the worker's public record as it was when the job was opened, and its earlier leases of
 * this job, by slot. Both are public afterwards, so that anybody can tell what the rate had to be.
 */
export function auditRates(basePpm: number, ledger: JobLedger, paidShards: PaidShards) {
  const known = new Map<Address, Promise<number>>()
  return async (lease: SignedLease): Promise<AuditRate> => {
    const { worker, slot } = lease.message
    let paid = known.get(worker)
    if (paid === undefined) {
      paid = paidShards(worker)
      known.set(worker, paid)
    }
    const earlier = [...ledger.leases.values()].filter(
      ({ message }) => message.worker === worker && message.slot < slot,
    ).length
    const shardsBefore = (await paid) + earlier
    return { ppm: auditRatePpm(basePpm, shardsBefore), shardsBefore }
  }
}
