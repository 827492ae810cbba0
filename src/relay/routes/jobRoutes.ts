import { z } from 'zod'
import {
  API,
  zCancelRequest,
  zDropRequest,
  zDropResponse,
  zJobRequest,
  zJobView,
  zLeaseSignature,
  zPullJobs,
  zReceiptRequest,
  zSettlementRequest,
  zSettlementResponse,
  zVerdict,
} from '../../protocol/api.ts'
import { zAuditShardRequest } from '../../protocol/auditShard.ts'
import { zBytes32 } from '../../protocol/primitives.ts'
import { acceptReceipt } from '../acceptReceipt.ts'
import { cancelJob } from '../cancelJob.ts'
import { dropQueued } from '../dropQueued.ts'
import { NotFound } from '../errors.ts'
import { judgeLease } from '../judgeLease.ts'
import { openAuditShard } from '../openAuditShard.ts'
import { openJob } from '../openJob.ts'
import { pullJobs } from '../pullJobs.ts'
import { type RelayServer, senderOf } from '../server.ts'
import { settleJob } from '../settleJob.ts'
import { signLease } from '../signLease.ts'
import { findJob } from '../sql/findJob.ts'
import { streamEvents } from '../streamEvents.ts'
import { requireRequester, viewJob } from '../viewJob.ts'
import type { RelayWorld } from '../world.ts'
import { zNoContent } from './zNoContent.ts'

const zJobParams = z.object({ job: zBytes32 })
const zPullParams = z.object({ pull: zBytes32 })
const zEventsQuery = z.object({ after: z.coerce.number().int().min(0).default(0) })
/** A settlement of the most lines has about 300 bytes a line. */
const SETTLEMENT_LIMIT = 8 * 2 ** 20

/** What a requester does with its job. */
export function jobRoutes(server: RelayServer, world: RelayWorld, closing: AbortSignal): void {
  server.post(
    `${API}/jobs`,
    { bodyLimit: world.limits.documentBytes, schema: { body: zJobRequest, response: { 200: zJobView } } },
    (request) => openJob(world, senderOf(request).actor, request.body),
  )

  server.get(`${API}/jobs/:job`, { schema: { params: zJobParams, response: { 200: zJobView } } }, (request) =>
    viewJob(world, senderOf(request).actor, request.params.job),
  )

  server.get(
    `${API}/pulls/:pull/jobs`,
    { schema: { params: zPullParams, response: { 200: zPullJobs } } },
    async (request) => ({ jobs: await pullJobs(world, senderOf(request).actor, request.params.pull) }),
  )

  server.get(
    `${API}/jobs/:job/events`,
    { schema: { params: zJobParams, querystring: zEventsQuery } },
    async (request, reply) => {
      const { job } = request.params
      requireRequester(await findJob(world.database, job), senderOf(request).actor)
      reply.hijack()
      try {
        await streamEvents(world, job, request.query.after, reply.raw, closing)
      } catch (error) {
        // The head is sent: all that can be said is the end of the stream, after which the client asks again.
        world.log.error({ err: error, job }, 'event stream failed')
        reply.raw.destroy()
      }
    },
  )

  server.post(
    `${API}/jobs/:job/leases`,
    { schema: { params: zJobParams, body: zLeaseSignature, response: { 204: zNoContent } } },
    async (request, reply) => {
      await signLease(world, senderOf(request).actor, request.params.job, request.body)
      return reply.code(204).send()
    },
  )

  server.post(
    `${API}/jobs/:job/audits`,
    {
      bodyLimit: world.limits.documentBytes,
      schema: { params: zJobParams, body: zAuditShardRequest, response: { 204: zNoContent } },
    },
    async (request, reply) => {
      await openAuditShard(world, senderOf(request).actor, request.params.job, request.body)
      return reply.code(204).send()
    },
  )

  server.post(
    `${API}/jobs/:job/verdicts`,
    { schema: { params: zJobParams, body: zVerdict, response: { 204: zNoContent } } },
    async (request, reply) => {
      await judgeLease(world, senderOf(request).actor, request.params.job, request.body)
      return reply.code(204).send()
    },
  )

  server.post(
    `${API}/jobs/:job/receipts`,
    { schema: { params: zJobParams, body: zReceiptRequest, response: { 204: zNoContent } } },
    async (request, reply) => {
      await acceptReceipt(world, senderOf(request).actor, request.params.job, request.body)
      return reply.code(204).send()
    },
  )

  server.post(
    `${API}/jobs/:job/drop`,
    { schema: { params: zJobParams, body: zDropRequest, response: { 200: zDropResponse } } },
    async (request) => ({
      dropped: await dropQueued(world, senderOf(request).actor, request.params.job, request.body.shards),
    }),
  )

  server.post(
    `${API}/jobs/:job/cancel`,
    { schema: { params: zJobParams, body: zCancelRequest, response: { 204: zNoContent } } },
    async (request, reply) => {
      await cancelJob(world, senderOf(request).actor, request.params.job)
      return reply.code(204).send()
    },
  )

  // Open to all: whoever answers a contest, or checks a payout, needs the lines, and they say nothing that the chain does not fix.
  server.get(
    `${API}/jobs/:job/settlement`,
    { config: { unsigned: true }, schema: { params: zJobParams, response: { 200: zSettlementRequest } } },
    async (request) => {
      const row = await findJob(world.database, request.params.job)
      if (row === undefined || row.settlement === null) throw new NotFound('settlement')
      return zSettlementRequest.parse(JSON.parse(row.settlement))
    },
  )

  server.post(
    `${API}/jobs/:job/settlement`,
    {
      bodyLimit: SETTLEMENT_LIMIT,
      schema: { params: zJobParams, body: zSettlementRequest, response: { 200: zSettlementResponse } },
    },
    async (request) => ({
      transaction: await settleJob(world, senderOf(request).actor, request.params.job, request.body),
    }),
  )
}
