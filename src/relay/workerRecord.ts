import type { Address } from 'viem'
import type { WorkerRecord } from '../protocol/workerRecord.ts'
import { findWorker } from './sql/findWorker.ts'
import { listOutcomes } from './sql/listOutcomes.ts'
import { sumOutcomes } from './sql/sumOutcomes.ts'
import type { RelayWorld } from './world.ts'

/** A worker's public record from jobs that were settled before a time, in seconds: it never changes afterwards. */
export async function workerRecord(world: RelayWorld, worker: Address, beforeSeconds: number): Promise<WorkerRecord> {
  return world.database.transaction(async (client) => {
    const sums = await sumOutcomes(client, worker, beforeSeconds)
    return {
      worker,
      hello: await findWorker(client, worker),
      paidShards: sums.reduce((sum, { paidSince }) => sum + paidSince, 0),
      lastStrikeAt: sums[0]?.lastStrikeAt ?? null,
      outcomes: Object.fromEntries(sums.map(({ reason, count }) => [reason, count])),
      recent: await listOutcomes(client, worker, beforeSeconds),
    }
  })
}
