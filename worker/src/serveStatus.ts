import { createServer } from 'node:http'
import type { Registry } from 'prom-client'
import { toWire } from '../../src/protocol/primitives.ts'
import { StatusAddressUnusable } from './errors.ts'
import type { WorkerStatus } from './workerStatus.ts'

/** The status page, listening. */
export interface StatusServer {
  readonly port: number
  close(): Promise<void>
}

/**
 * Answers GET /healthz (200 while the process lives, relays reachable or not), /status (JSON) and /metrics (Prometheus).
 * Says nothing secret, but is meant for the machine's operator: bind it to loopback or a private network.
 * @throws StatusAddressUnusable
 */
export async function serveStatus(
  address: { host: string; port: number },
  status: () => WorkerStatus,
  metrics: Registry,
): Promise<StatusServer> {
  const pages: Record<string, () => Promise<{ type: string; body: string }>> = {
    '/healthz': async () => ({ type: 'application/json', body: toWire({ ok: true, state: status().state }) }),
    '/status': async () => ({ type: 'application/json', body: toWire(status()) }),
    '/metrics': async () => ({ type: metrics.contentType, body: await metrics.metrics() }),
  }
  const server = createServer((request, response) => {
    const page = pages[(request.url ?? '').split('?', 1)[0]!]
    if (request.method !== 'GET' || page === undefined) {
      response.writeHead(404).end()
      return
    }
    page().then(
      ({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new StatusAddressUnusable(`${address.host}:${address.port}`, cause)))
    server.listen(address.port, address.host, resolve)
  })
  const bound = server.address()
  return {
    port: bound !== null && typeof bound === 'object' ? bound.port : address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
