import { API, zCloseRequest, zOpenRequest, zTransactionResponse } from '../../protocol/api.ts'
import type { RelayServer } from '../server.ts'
import { submitClose, submitOpen } from '../submitTransactions.ts'
import type { RelayWorld } from '../world.ts'

/** Transactions that the relay sends for those without gas. Their signatures speak for themselves. */
export function transactionRoutes(server: RelayServer, world: RelayWorld): void {
  server.post(
    `${API}/transactions/open`,
    { schema: { body: zOpenRequest, response: { 200: zTransactionResponse } } },
    (request) => submitOpen(world, request.body),
  )
  server.post(
    `${API}/transactions/close`,
    { schema: { body: zCloseRequest, response: { 200: zTransactionResponse } } },
    (request) => submitClose(world, request.body.job),
  )
}
