import { isAddressEqual } from 'viem'
import { API, zPayoutsResponse, zSettlementRequest, zWorkerHello } from '../../protocol/api.ts'
import { engineKey } from '../engineKey.ts'
import { requireWorker } from '../nextLease.ts'
import { type RelayServer, senderOf } from '../server.ts'
import { listPayouts } from '../sql/listPayouts.ts'
import { saveWorker } from '../sql/saveWorker.ts'
import { nowSeconds, type RelayWorld } from '../world.ts'
import { zNoContent } from './zNoContent.ts'

/** What workers say and ask about themselves. */
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
