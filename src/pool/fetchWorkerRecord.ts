import type { Address } from 'viem'
import { type WorkerRecord, zWorkerRecord } from '../protocol/workerRecord.ts'
import { askRelay } from './askRelay.ts'

/**
 * A worker's public record as one relay has it, from jobs settled before a time (seconds), or as it is now.
 * @throws RelayUnreachable, RelayRefused, NotARelay
 */
export async function fetchWorkerRecord(
  url: string,
  worker: Address,
  beforeSeconds: number | null,
  fetchPage: typeof fetch,
): Promise<WorkerRecord> {
  const query = beforeSeconds === null ? '' : `?before=${beforeSeconds}`
  return askRelay(url, `/workers/${worker}${query}`, zWorkerRecord, 'record of the worker', fetchPage)
}
