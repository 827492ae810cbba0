import { isAddressEqual } from 'viem'
import { z } from 'zod'
import { API, zPayoutsResponse, zSettlementRequest, zWorkerHello } from '../../protocol/api.ts'
import { zAddress } from '../../protocol/primitives.ts'
import { zWorkerRecord } from '../../protocol/workerRecord.ts'
import { engineKey } from '../engineKey.ts'
import { requireWorker } from '../nextLease.ts'
import { type RelayServer, senderOf } from '../server.ts'
import { listPayouts } from '../sql/listPayouts.ts'
import { saveWorker } from '../sql/saveWorker.ts'
import { workerRecord } from '../workerRecord.ts'
import { nowSeconds, type RelayWorld } from '../world.ts'
import { zNoContent } from './zNoContent.ts'

/** Beyond every settlement: the record as it is now. */
const LAST_SECOND = 0xffff_ffff_ffff

/** What workers say and ask about themselves, and what others can know of them. */
export function workerRoutes(server: RelayServer, world: RelayWorld): void {
  server.post(
    `${API}/workers`,
    { schema: { body: zWorkerHello, response: { 204: zNoContent } } },
    async (request, reply) => {
      const { actor } = senderOf(request)
      requireWorker(world, actor)
      const { engines, ...hello } = request.body
      await saveWorker(world.database, {
        ...hello,
        address: actor,
        engines: engines.map(engineKey),
        nowSeconds: nowSeconds(world.clock),
      })
      return reply.code(204).send()
    },
  )

  // Open to all: requesters choose audit rates by it, and everybody may check them.
  server.get(
    `${API}/workers/:address`,
    {
      config: { unsigned: true },
      schema: {
        params: z.object({ address: zAddress }),
        querystring: z.object({ before: z.coerce.number().int().min(0).max(LAST_SECOND).default(LAST_SECOND) }),
        response: { 200: zWorkerRecord },
      },
    },
    (request) => workerRecord(world, request.params.address, request.query.before),
  )

  server.get(`${API}/payouts`, { schema: { response: { 200: zPayoutsResponse } } }, async (request) => {
    const { actor } = senderOf(request)
    const rows = await listPayouts(world.database, actor)
    const payouts = rows.map(({ job, settlement }) => {
      const { message, lines } = zSettlementRequest.parse(JSON.parse(settlement))
      return { job, message, lines }
    })
    return { payouts: payouts.filter(({ lines }) => lines.some((line) => isAddressEqual(line.worker, actor))) }
  })
}
