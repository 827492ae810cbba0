import { StatusUnreachable } from './errors.ts'
import { type WorkerStatus, zWorkerStatus } from './workerStatus.ts'

/** Asks a running worker for its status. @throws StatusUnreachable */
export async function readStatus(
  address: { host: string; port: number },
  fetchPage: typeof fetch,
): Promise<WorkerStatus> {
  const host = address.host.includes(':') ? `[${address.host}]` : address.host
  const shown = `${host}:${address.port}`
  try {
    const response = await fetchPage(`http://${shown}/status`, { signal: AbortSignal.timeout(STATUS_TIMEOUT_MS) })
    return zWorkerStatus.parse(await response.json())
  } catch (cause) {
    throw new StatusUnreachable(shown, cause)
  }
}

/** A worker that is alive answers at once. */
const STATUS_TIMEOUT_MS = 5_000
