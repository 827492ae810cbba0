import { z } from 'zod'
import { API, zInfo, zSessionRequest } from '../../protocol/api.ts'
import type { RelayMetrics } from '../metrics.ts'
import { registerSession } from '../registerSession.ts'
import type { RelayServer } from '../server.ts'
import { nowSeconds, type RelayWorld } from '../world.ts'
import { zNoContent } from './zNoContent.ts'

/** What needs no signature: the relay's word about itself, sessions, health, metrics, the interface. */
export function infoRoutes(server: RelayServer, world: RelayWorld, version: string, metrics: RelayMetrics): void {
  const config = { unsigned: true }
  const { limits } = world

  server.get(`${API}/info`, { config, schema: { response: { 200: zInfo } } }, async () => ({
    name: 'fuzzburst-relay' as const,
    version,
    address: world.key.address,
    venue: world.venue,
    pool: world.pool.kind,
    submitsForUnits: world.submitter?.feeUnits ?? null,
    limits: {
      blobBytes: limits.blobBytes,
      jobBlobBytes: limits.jobBlobBytes,
      heartbeatSeconds: limits.heartbeatSeconds,
      longPollSeconds: limits.longPollSeconds,
    },
    now: nowSeconds(world.clock),
  }))

  server.post(
    `${API}/sessions`,
    { config, schema: { body: zSessionRequest, response: { 204: zNoContent } } },
    async (request, reply) => {
      await registerSession(world, request.body)
      return reply.code(204).send()
    },
  )

  server.get(`${API}/openapi.json`, { config, schema: { response: { 200: z.unknown() } } }, async () =>
    server.swagger(),
  )

  server.get('/healthz', { config }, async (_request, reply) => {
    await world.database.query('select 1')
    return reply.type('text/plain').send('ok\n')
  })

  server.get('/metrics', { config }, async (_request, reply) => {
    const { type, body } = await metrics.text()
    return reply.type(type).send(body)
  })
}
