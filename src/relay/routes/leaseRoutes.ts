import { z } from 'zod'
import {
  API,
  zHeartbeatRequest,
  zHeartbeatResponse,
  zLeaseOffer,
  zNextLeaseRequest,
  zReleaseRequest,
  zRequesterReceipt,
  zResultsResponse,
  zRootRequest,
  zRootResponse,
} from '../../protocol/api.ts'
import { zBytes32 } from '../../protocol/primitives.ts'
import { requesterReceipt } from '../acceptReceipt.ts'
import { acceptResults } from '../acceptResults.ts'
import { acceptRoot } from '../acceptRoot.ts'
import { heartbeat } from '../heartbeat.ts'
import { nextLease } from '../nextLease.ts'
import { releaseLease } from '../releaseLease.ts'
import { type RelayServer, senderOf } from '../server.ts'
import type { RelayWorld } from '../world.ts'
import { bodyOf } from './blobRoutes.ts'
import { zNoContent } from './zNoContent.ts'

const zLeaseParams = z.object({ lease: zBytes32 })

/** The life of a lease, as its worker sees it. */
export function leaseRoutes(server: RelayServer, world: RelayWorld, closing: AbortSignal): void {
  server.post(
    `${API}/leases/next`,
    { schema: { body: zNextLeaseRequest, response: { 200: zLeaseOffer, 204: zNoContent } } },
    async (request, reply) => {
      const waitMs = Math.min(request.body.waitSeconds, world.limits.longPollSeconds) * 1_000
      const gone = new AbortController()
      reply.raw.on('close', () => gone.abort())
      const ended = waitMs === 0 ? AbortSignal.abort() : AbortSignal.any([AbortSignal.timeout(waitMs), closing])
      const offer = await nextLease(world, senderOf(request).actor, ended, gone.signal)
      return offer === undefined ? reply.code(204).send() : reply.send(offer)
    },
  )

  server.post(
    `${API}/leases/:lease/heartbeat`,
    { schema: { params: zLeaseParams, body: zHeartbeatRequest, response: { 200: zHeartbeatResponse } } },
    async (request) => ({
      order: await heartbeat(world, senderOf(request).actor, request.params.lease, request.body.done),
    }),
  )

  server.post(
    `${API}/leases/:lease/root`,
    { schema: { params: zLeaseParams, body: zRootRequest, response: { 200: zRootResponse } } },
    (request) => acceptRoot(world, senderOf(request).actor, request.params.lease, request.body),
  )

  server.get(
    `${API}/leases/:lease/receipt`,
    { schema: { params: zLeaseParams, response: { 200: zRequesterReceipt } } },
    (request) => requesterReceipt(world, senderOf(request).actor, request.params.lease),
  )

  server.put(
    `${API}/leases/:lease/results`,
    { schema: { params: zLeaseParams, response: { 200: zResultsResponse } } },
    async (request) => {
      const { actor, bodyDigest } = senderOf(request)
      await acceptResults(world, actor, request.params.lease, bodyDigest, bodyOf(request.body))
      return { digest: bodyDigest }
    },
  )

  server.post(
    `${API}/leases/:lease/release`,
    { schema: { params: zLeaseParams, body: zReleaseRequest, response: { 204: zNoContent } } },
    async (request, reply) => {
      await releaseLease(world, senderOf(request).actor, request.params.lease, request.body.why)
      return reply.code(204).send()
    },
  )
}
