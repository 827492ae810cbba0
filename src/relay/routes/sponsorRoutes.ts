import { z } from 'zod'
import { API } from '../../protocol/api.ts'
import { zBytes32 } from '../../protocol/primitives.ts'
import {
  zAuditRequest,
  zAuditResponse,
  zNextAudit,
  zNextAuditRequest,
  zResultKeyRequest,
} from '../../protocol/sponsorAudit.ts'
import {
  zLedger,
  zMonth,
  zSponsorCaps,
  zSponsorDenial,
  zSponsorInfo,
  zSponsorshipRequest,
  zSponsorshipResponse,
} from '../../protocol/sponsorship.ts'
import { type RelayServer, senderOf } from '../server.ts'
import { acceptAudit, acceptResultKey, nextAudit } from '../sponsor/audits.ts'
import { grantBurst } from '../sponsor/grantBurst.ts'
import { setCaps, setDenial } from '../sponsor/ownerOrders.ts'
import { readLedger, sponsorInfo } from '../sponsor/sponsorInfo.ts'
import type { RelayWorld } from '../world.ts'
import { zNoContent } from './zNoContent.ts'

const zJobParams = z.object({ job: zBytes32 })
const zLedgerQuery = z.object({ month: zMonth.optional(), after: zBytes32.optional() })

/** Free bursts: the sponsor's terms, a grant for a token, and the public ledger of what was given to whom. */
export function sponsorRoutes(server: RelayServer, world: RelayWorld): void {
  const config = { unsigned: true }

  server.get(`${API}/sponsor`, { config, schema: { response: { 200: zSponsorInfo } } }, () => sponsorInfo(world))

  server.post(
    `${API}/sponsor/grants`,
    { schema: { body: zSponsorshipRequest, response: { 200: zSponsorshipResponse } } },
    (request) => grantBurst(world, senderOf(request).actor, request.body),
  )

  server.post(
    `${API}/jobs/:job/result-key`,
    { schema: { params: zJobParams, body: zResultKeyRequest, response: { 204: zNoContent } } },
    async (request, reply) => {
      await acceptResultKey(world, senderOf(request).actor, request.params.job, request.body.key)
      return reply.code(204).send()
    },
  )

  server.post(
    `${API}/sponsor/audits/next`,
    { schema: { body: zNextAuditRequest, response: { 200: zNextAudit } } },
    (request) => nextAudit(world, senderOf(request).actor),
  )

  server.post(
    `${API}/sponsor/audits/:job`,
    { schema: { params: zJobParams, body: zAuditRequest, response: { 200: zAuditResponse } } },
    (request) => acceptAudit(world, senderOf(request).actor, request.params.job, request.body.leases),
  )

  server.post(
    `${API}/sponsor/caps`,
    { schema: { body: zSponsorCaps, response: { 204: zNoContent } } },
    async (request, reply) => {
      await setCaps(world, senderOf(request).actor, request.body)
      return reply.code(204).send()
    },
  )

  server.post(
    `${API}/sponsor/denials`,
    { schema: { body: zSponsorDenial, response: { 204: zNoContent } } },
    async (request, reply) => {
      await setDenial(world, senderOf(request).actor, request.body)
      return reply.code(204).send()
    },
  )

  server.get(
    `${API}/sponsor/ledger`,
    { config, schema: { querystring: zLedgerQuery, response: { 200: zLedger } } },
    (request) => readLedger(world, request.query),
  )
}
