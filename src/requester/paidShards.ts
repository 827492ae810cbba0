import type { Address } from 'viem'
import { fetchWorkerRecord } from '../pool/fetchWorkerRecord.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import type { Intent } from '../protocol/messages.ts'
import { recordTime } from '../verify/recordTime.ts'
import type { PaidShards } from './auditRates.ts'

/**
 * Workers' paid shards from the relay's public records, as they were when the job was made. A relay that cannot say makes
 * every worker a new one: it is audited more, never less.
 */
export function paidShardsAt(relay: string, intent: Pick<Intent, 'openBy'>, fetchPage: typeof fetch): PaidShards {
  return async (worker: Address) => {
    try {
      return (await fetchWorkerRecord(relay, worker, recordTime(intent), fetchPage)).paidShards
    } catch (error) {
      if (!isFuzzburstError(error)) throw error
      return 0
    }
  }
}
